import { describe, expect, it } from 'vitest'
import { marked, replaceIn, tiny, validate } from './tiny.ts'

describe('an id that names nothing', () => {
  type Row = [what: string, from: string, to: string, message: string]
  const rows: Row[] = [
    [
      'as the source of a fact',
      `scope: 'here', source: 'report' },\n    people`,
      `scope: 'here', source: «'reprot' },\n    people`,
      'unknown source "reprot"; did you mean "report"?',
    ],
    ['as one of several sources', `['report', 'paper']`, `['report', «'papers']`, 'unknown source "papers"; did you mean "paper"?'],
    ['as the carrier of a source', `via: 'report'`, `via: «'reports'`, 'unknown source "reports"; did you mean "report"?'],
    [
      'as the source of a point',
      `kind: 'forecast', edition: '2023', source: 'report'`,
      `kind: 'forecast', edition: '2023', source: «'nobody'`,
      'unknown source "nobody"; expected one of "report", "paper"',
    ],
    [
      'as the source of a player',
      `colour: 1, source: 'paper'`,
      `colour: 1, source: «'pepper'`,
      'unknown source "pepper"; did you mean "paper"?',
    ],
    [
      'as the source of a tie',
      `answer: 'reply', source: 'paper'`,
      `answer: 'reply', source: «'papr'`,
      'unknown source "papr"; did you mean "paper"?',
    ],
    [
      'as the source of an event',
      `group: 'market', source: 'paper'`,
      `group: 'market', source: «'papr'`,
      'unknown source "papr"; did you mean "paper"?',
    ],
    [
      'as what a growth starts from',
      `from: 'sales-2022', to: 'sales-2023'`,
      `from: «'sales-2o22', to: 'sales-2023'`,
      'unknown fact "sales-2o22"; did you mean "sales-2022"?',
    ],
    ['as what a difference leads to', `to: 'everything'`, `to: «'everythin'`, 'unknown fact "everythin"; did you mean "everything"?'],
    ['as the part of a share', `part: 'users'`, `part: «'user'`, 'unknown fact "user"; did you mean "users"?'],
    ['as the whole of a share', `whole: 'people', assume`, `whole: «'peple', assume`, 'unknown fact "peple"; did you mean "people"?'],
    [
      'as one of a sum',
      `['slice-big', 'slice-small']`,
      `['slice-big', «'slice-smal']`,
      'unknown fact "slice-smal"; did you mean "slice-small"?',
    ],
    ['as what is counted by time', `of: 'daily'`, `of: «'dayly'`, 'unknown fact "dayly"; did you mean "daily"?'],
    [
      'as the player a series measures',
      `      players: ['big-shop'],`,
      `      players: [«'big-shpo'],`,
      'unknown player "big-shpo"; did you mean "big-shop"?',
    ],
    ['as the seat of a player', `seat: 'jakarta'`, `seat: «'jakrta'`, 'unknown place "jakrta"; did you mean "jakarta"?'],
    ['as the near end of a tie', `from: 'owner'`, `from: «'onwer'`, 'unknown player "onwer"; did you mean "owner"?'],
    ['as the far end of a tie', `to: 'big-shop'`, `to: «'bigshop'`, 'unknown player "bigshop"; did you mean "big-shop"?'],
    ['as the share of a tie', `share: 'slice-big'`, `share: «'slice-bg'`, 'unknown fact "slice-bg"; did you mean "slice-big"?'],
    ['as the answer to a tie', `answer: 'reply'`, `answer: «'repyl'`, 'unknown fact "repyl"; did you mean "reply"?'],
    [
      'as a player of an event',
      `group: 'rules', players: ['big-shop']`,
      `group: 'rules', players: [«'big-shops']`,
      'unknown player "big-shops"; did you mean "big-shop"?',
    ],
    [
      'as the series of a growth',
      `form: 'growth', series: 'sales'`,
      `form: 'growth', series: «'slaes'`,
      'unknown series "slaes"; did you mean "sales"?',
    ],
    [
      'as the edition of a growth',
      `series: 'sales', edition: '2023'`,
      `series: 'sales', edition: «'2032'`,
      'unknown edition "2032"; did you mean "2022"?',
    ],
    ['as the path of a growth', `path: 'growth'`, `path: «'growht'`, 'unknown fact "growht"; did you mean "growth"?'],
    ['as a count', `count: 'users'`, `count: «'usres'`, 'unknown fact "usres"; did you mean "users"?'],
    ['as the whole of a count', `whole: 'people', share`, `whole: «'poeple', share`, 'unknown fact "poeple"; did you mean "people"?'],
    ['as the share of a count', `share: 'reach'`, `share: «'reech'`, 'unknown fact "reech"; did you mean "reach"?'],
    ['as the player of a count', `player: 'owner'`, `player: «'owners'`, 'unknown player "owners"; did you mean "owner"?'],
    ['as an amount', `amounts: ['daily']`, `amounts: [«'dialy']`, 'unknown fact "dialy"; did you mean "daily"?'],
    ['as the rate of an amount', `rate: 'second'`, `rate: «'secnd'`, 'unknown fact "secnd"; did you mean "second"?'],
    [
      'as the player of an amount',
      `{ daily: 'big-shop' }`,
      `{ daily: «'big-shpo' }`,
      'unknown player "big-shpo"; did you mean "big-shop"?',
    ],
    ['as the amount of a player', `{ daily: 'big-shop' }`, `{ «dayly: 'big-shop' }`, 'unknown fact "dayly"; did you mean "daily"?'],
    ['as a series of shares', `series: ['big']`, `series: [«'bgi']`, 'unknown series "bgi"; did you mean "big"?'],
    [
      'as the series that stands for several',
      `combined: { series: 'big'`,
      `combined: { series: «'bigg'`,
      'unknown series "bigg"; did you mean "big"?',
    ],
    ['as one of the several', `of: ['big', 'small']`, `of: ['big', «'smal']`, 'unknown series "smal"; did you mean "small"?'],
    ['as what the several add up to', `derived: ['both']`, `derived: [«'boht']`, 'unknown fact "boht"; did you mean "both"?'],
    [
      'as the size of a player',
      `sizes: { 'big-shop': 'slice-big' }`,
      `sizes: { 'big-shop': «'slice-bgi' }`,
      'unknown fact "slice-bgi"; did you mean "slice-big"?',
    ],
    [
      'as the player of a size',
      `sizes: { 'big-shop': 'slice-big' }`,
      `sizes: { «bigshop: 'slice-big' }`,
      'unknown player "bigshop"; did you mean "big-shop"?',
    ],
    [
      'as a row of a timeline',
      `groups: ['rules', 'market']`,
      `groups: ['rules', «'makret']`,
      'unknown group "makret"; did you mean "market"?',
    ],
    ['as the reference of a timeline', `reference: 'stop'`, `reference: «'stpo'`, 'unknown event "stpo"; did you mean "stop"?'],
    ['as the event a span begins with', `from: 'freeze'`, `from: «'freese'`, 'unknown event "freese"; did you mean "freeze"?'],
    ['as the event a span ends with', `until: 'stop'`, `until: «'stp'`, 'unknown event "stp"; did you mean "stop"?'],
    ['as a fact of a view', `facts: ['users']`, `facts: [«'usrs']`, 'unknown fact "usrs"; did you mean "users"?'],
    ['as a series of a view', `series: ['small']`, `series: [«'smalll']`, 'unknown series "smalll"; did you mean "small"?'],
    ['as an edition of a view', `editions: ['2023']`, `editions: [«'23']`, 'unknown edition "23"; did you mean "2023"?'],
    ['as a player of a view', `players: ['owner']`, `players: [«'ownr']`, 'unknown player "ownr"; did you mean "owner"?'],
    ['as an event of a view', `events: ['stop']`, `events: [«'stops']`, 'unknown event "stops"; did you mean "stop"?'],
    ['as a group of a view', `groups: ['rules'] }`, `groups: [«'ruels'] }`, 'unknown group "ruels"; did you mean "rules"?'],
    [
      'as a state of a view',
      `after: { states: ['2024-01-31']`,
      `after: { states: [«'2024-01-13']`,
      'unknown state "2024-01-13"; did you mean "2024-01-31"?',
    ],
  ]
  it.each(rows)('%s', async (_, from, to, message) => {
    const { text, place } = marked(replaceIn(tiny, from, to))
    expect((await validate(text)).problems).toEqual([`data.ts:${place} ${message}`])
  })
})

describe('a fact that cannot be drawn, being no single number', () => {
  const rows: [what: string, from: string, to: string, id: string, kind: string][] = [
    ['as the path of a growth', `path: 'growth'`, `path: «'shops'`, 'shops', 'a range'],
    ['as a count', `count: 'users'`, `count: «'reply'`, 'reply', 'a statement'],
    ['as an amount', `amounts: ['daily']`, `amounts: [«'reply']`, 'reply', 'a statement'],
    ['as the rate of an amount', `rate: 'second'`, `rate: «'shops'`, 'shops', 'a range'],
    ['as the size of a player', `sizes: { 'big-shop': 'slice-big' }`, `sizes: { 'big-shop': «'reply' }`, 'reply', 'a statement'],
  ]
  it.each(rows)('%s', async (_, from, to, id, kind) => {
    const { text, place } = marked(replaceIn(tiny, from, to))
    expect((await validate(text)).problems).toEqual([`data.ts:${place} "${id}" is ${kind}; expected a fact with a single number to draw`])
  })
})

describe('data that contradict themselves', () => {
  type Row = [what: string, from: string, to: string, message: string]
  const rows: Row[] = [
    [
      'a value without a unit',
      `    shops: { value: [20, 30], unit: 'companies',`,
      `    «shops: { value: [20, 30],`,
      '"shops" has a value but no unit',
    ],
    ['a unit without a value', `    reply: {`, `    «reply: { unit: 'people',`, '"reply" has a unit but no value; a statement has neither'],
    ['a range from high to low', `value: [20, 30]`, `value: «[30, 20]`, 'the range of "shops" runs from high to low'],
    [
      'a typed fact that calls itself derived',
      `kind: 'claimed'`,
      `kind: «'derived'`,
      '"daily" is typed, not derived; declare it under "derived" or say who measured it',
    ],
    [
      'a point with the id of a fact',
      `'slice-small': { value`,
      `«users: { value: 25, period: '2022', kind: 'reported', source: 'report' }, 'slice-small': { value`,
      '"users" is a fact already; an id names one fact, whether under "facts", "series" or "derived"',
    ],
    [
      'a point with the id of another series',
      `'slice-small': { value`,
      `«'sales-2023': { value: 25, period: '2022', kind: 'reported', source: 'report' }, 'slice-small': { value`,
      '"sales-2023" is a fact already; an id names one fact, whether under "facts", "series" or "derived"',
    ],
    [
      'a derivation with the id of a fact',
      `    rest: {`,
      `    «users: {`,
      '"users" is a fact already; an id names one fact, whether under "facts", "series" or "derived"',
    ],
    ['a figure added twice', `['slice-big', 'slice-small']`, `['slice-big', «'slice-big']`, '"slice-big" is added twice'],
    [
      'two estimates of one period by one edition',
      `'sales-2023': { value: 55e9, period: '2023', kind: 'forecast'`,
      `«'sales-2023': { value: 55e9, period: '2022', kind: 'estimated'`,
      '"sales-2023" and "sales-2022" are both estimated for 2022 by edition 2023; one of them is too many',
    ],
    [
      'two figures of one period by nobody’s edition',
      `everything: { value: 100, period: '2023', kind: 'reported'`,
      `«everything: { value: 100, period: '2023', kind: 'estimated'`,
      '"everything" and "slice-small" are both estimated for 2023; one of them is too many',
    ],
    [
      'a point out of the order of editions',
      `'sales-2023': { value: 55e9, period: '2023', kind: 'forecast', edition: '2023'`,
      `«'sales-2023': { value: 55e9, period: '2023', kind: 'forecast', edition: '2021'`,
      '"sales-2023" stands after "sales-2022"; points go by edition, then by period',
    ],
    [
      'a tie that ends before it begins',
      `    'owner-owns-shop': { tie: 'owns', from: 'owner', to: 'big-shop', since: '2022'`,
      `    «'owner-owns-shop': { tie: 'owns', from: 'owner', to: 'big-shop', since: '2024'`,
      '"owner-owns-shop" ends (2023-06) before it begins (2024)',
    ],
    [
      'an event that ends before it begins',
      `    freeze: { date: '2023-10-03', until: '2023-10-05'`,
      `    «freeze: { date: '2023-10-03', until: '2023-10-02'`,
      '"freeze" ends (2023-10-02) before it begins (2023-10-03)',
    ],
  ]
  it.each(rows)('%s', async (_, from, to, message) => {
    const { text, place } = marked(replaceIn(tiny, from, to))
    expect((await validate(text)).problems).toEqual([`data.ts:${place} ${message}`])
  })

  it('a point out of the order of periods', async () => {
    const text = replaceIn(tiny, `'sales-2022': { value: 50e9, period: '2022'`, `'sales-2022': { value: 50e9, period: '2024'`)
    expect((await validate(text)).problems).toEqual([
      'data.ts:32:9 "sales-2023" stands after "sales-2022"; points go by edition, then by period',
    ])
  })
})

describe('references', () => {
  it('are all checked before any is reported', async () => {
    const text = replaceIn(replaceIn(tiny, `via: 'report'`, `via: 'reports'`), `reference: 'stop'`, `reference: 'stpo'`)
    expect((await validate(text)).problems).toEqual([
      expect.stringContaining('unknown source "reports"'),
      expect.stringContaining('unknown event "stpo"'),
    ])
  })

  it('may name primary and secondary sources, which are no ids', async () => {
    for (const via of ['primary', 'secondary'])
      expect((await validate(replaceIn(tiny, `via: 'report'`, `via: '${via}'`))).problems).toEqual([])
  })
})
