import { describe, expect, it } from 'vitest'
import { marked, replaceIn, tiny, validate } from './tiny.ts'

const date = 'expected a date as exact as it is known: "2023", "2023-H1", "2023-06", "2023-06-15" or "2023-10-04T17:00+07:00"'
const id = 'expected an id of lower-case words and numbers joined by hyphens, such as "market-2023"'
const source = 'expected the id of a source, or of several in square brackets'
const value = 'expected a finite number, such as 62e9, or a range, such as [20, 30]'

describe('a story without fault', () => {
  it('is a story', async () => {
    const { story, problems } = await validate(tiny)
    expect(problems).toEqual([])
    expect(story?.id).toBe('tiny')
  })

  it('is complete: defaults are filled in and every source is a list', async () => {
    const { story } = await validate(tiny)
    expect(story?.data.facts.users).toMatchObject({ approximate: false, source: ['report'] })
    expect(story?.data.sources.report).toMatchObject({ via: 'primary', checked: 'address' })
    expect(story?.data.events.freeze).toMatchObject({ players: [], kind: 'reported' })
    expect(story?.data.charts.globe?.views).toEqual({})
  })

  it('may leave out what a story need not have', async () => {
    const bare = `export default defineStory({ published: '2024-01-01', updated: '2024-01-01', sources: {}, facts: {}, series: {}, charts: {} })`
    const { story, problems } = await validate(`import {} from ''\n${bare}`)
    expect(problems).toEqual([])
    expect(story?.data).toMatchObject({ derived: {}, places: {}, players: {}, ties: {}, events: {} })
  })
})

describe('a mistake in the shape of the data is named where it stands', () => {
  type Row = [what: string, from: string, to: string, message: string]
  const rows: Row[] = [
    // Words of a closed vocabulary
    ['a misspelt unit', `unit: 'parcels/day'`, `unit: «'parcel/day'`, 'unknown unit "parcel/day"; did you mean "parcels/day"?'],
    [
      'a unit like no other',
      `unit: 'parcels/day'`,
      `unit: «'furlongs'`,
      'unknown unit "furlongs"; expected one of "people", "accounts", "businesses", "companies", "parcels", "parcels/day" and 7 more',
    ],
    [
      'a misspelt kind',
      `kind: 'claimed'`,
      `kind: «'said'`,
      'unknown kind "said"; expected one of "reported", "estimated", "forecast", "claimed", "derived"',
    ],
    [
      'a point said to be derived',
      `kind: 'forecast', edition`,
      `kind: «'derived', edition`,
      'unknown kind "derived"; expected one of "reported", "estimated", "forecast", "claimed"',
    ],
    ['a misspelt method', `method: 'perSecond'`, `method: «'perSecnd'`, 'unknown method "perSecnd"; did you mean "perSecond"?'],
    ['a misspelt form', `form: 'volumes'`, `form: «'volume'`, 'unknown form "volume"; did you mean "volumes"?'],
    ['a misspelt role', `role: 'company'`, `role: «'compny'`, 'unknown role "compny"; did you mean "company"?'],
    ['a misspelt tie', `tie: 'owns'`, `tie: «'own'`, 'unknown tie "own"; did you mean "owns"?'],
    [
      'a unit that is no text',
      `unit: 'USD'`,
      `unit: «5`,
      'invalid unit 5; expected one of "people", "accounts", "businesses", "companies", "parcels", "parcels/day", "parcels/year", "parcels/second", "USD", "IDR", "percent", "percentage points", "ratio"',
    ],
    [
      'another assumption',
      `'one account is one person'`,
      `«'they are the same'`,
      'unknown assume "they are the same"; expected one of "one account is one person"',
    ],

    // Numbers
    ['a value that is not a number', 'value: 40e6', 'value: «NaN', `invalid value NaN; ${value}`],
    ['a value without end', 'value: 40e6', 'value: «Infinity', `invalid value Infinity; ${value}`],
    ['a value in quotation marks', 'value: 40e6', `value: «'40e6'`, `invalid value "40e6"; ${value}`],
    ['a range of one end', 'value: [20, 30]', 'value: «[20]', `invalid value [20]; ${value}`],
    ['a point in quotation marks', 'value: 50e9', `value: «'50e9'`, 'invalid value "50e9"; expected a finite number, such as 62e9'],
    ['a latitude beyond the pole', 'latitude: -6.2', 'latitude: «-96.2', 'invalid latitude -96.2; expected a number of at least -90'],
    ['a longitude beyond the line', 'longitude: 106.8', 'longitude: «206.8', 'invalid longitude 206.8; expected a number of at most 180'],
    ['a dot that stands for nothing', 'dot: 1e6', 'dot: «0', 'invalid dot 0; expected a number above 0'],
    ['a seventh colour', 'colour: 1', 'colour: «7', 'invalid colour 7; expected a number of at most 6'],
    ['half a colour', 'colour: 1', 'colour: «1.5', 'invalid colour 1.5; expected a whole number'],
    ['no digits', 'digits: 3', 'digits: «0', 'invalid digits 0; expected a number of at least 1'],
    ['about as a word', 'approximate: true', `approximate: «'yes'`, 'invalid approximate "yes"; expected true or false'],

    // Dates, addresses, ids
    ['a day that no month has', `asOf: '2023-06-15'`, `asOf: «'2023-06-31'`, `invalid asOf "2023-06-31"; ${date}`],
    [
      'a date in words',
      `period: '2023', kind: 'forecast'`,
      `period: «'June 2023', kind: 'forecast'`,
      `invalid period "June 2023"; ${date}`,
    ],
    ['a year without quotation marks', `asOf: '2023-06-15'`, `asOf: «2023`, 'invalid asOf 2023; expected text in quotation marks'],
    [
      'a story published in a month',
      `published: '2024-01-01'`,
      `published: «'2024-01'`,
      'invalid published "2024-01"; expected a day, such as "2023-11-13"',
    ],
    [
      'a state that is no day',
      `states: ['2023-11-13'`,
      `states: [«'2023-11'`,
      'invalid states "2023-11"; expected a day, such as "2023-11-13"',
    ],
    [
      'an address without its beginning',
      `'https://firm.example/report'`,
      `«'firm.example/report'`,
      'invalid url "firm.example/report"; expected a web address that begins with https:// or http://',
    ],
    [
      'an address of another kind',
      `'https://firm.example/report'`,
      `«'javascript:alert(1)'`,
      'invalid url "javascript:alert(1)"; expected a web address that begins with https:// or http://',
    ],
    [
      'a copy in an archive without its beginning',
      `url: 'https://firm.example/report'`,
      `archive: «'archive.example/1'`,
      'invalid archive "archive.example/1"; expected a web address that begins with https:// or http://',
    ],
    [
      'a language of three letters',
      `language: 'id'`,
      `language: «'ind'`,
      'invalid language "ind"; expected a language tag of two letters, such as "id"',
    ],
    ['an id with a capital', `reply: {`, `«Reply: {`, `invalid id "Reply"; ${id}`],
    ['an id with a space', `'big-shop': {`, `«'big shop': {`, `invalid id "big shop"; ${id}`],
    [
      'a source named by its title',
      `kind: 'reported', source: 'paper' }`,
      `kind: 'reported', source: «'On the report' }`,
      `invalid source "On the report"; ${id}`,
    ],
    ['a carrier named by its title', `via: 'report'`, `via: «'The report'`, `invalid via "The report"; ${id}`],

    // Missing and empty
    [
      'a fact without its source',
      `kind: 'claimed', approximate: true, source: ['report', 'paper'] }`,
      `kind: 'claimed', approximate: true }`,
      `"daily" has no source; ${source}`,
    ],
    ['an empty list of sources', `source: ['report', 'paper']`, `source: «[]`, 'source is empty; expected at least 1 in square brackets'],
    ['a source without a title', `title: 'A report', `, '', '"report" has no title; expected text in quotation marks'],
    ['an empty title', `title: 'A report'`, `title: «''`, 'title is empty; expected text in quotation marks'],
    [
      'a fact without its kind',
      `asOf: '2023-11-13', kind: 'reported', `,
      `asOf: '2023-11-13', `,
      '"reply" has no kind; expected one of "reported", "estimated", "forecast", "claimed", "derived"',
    ],
    ['a fact without its date', `asOf: '2023-11-13', `, '', '"reply" has no asOf; expected text in quotation marks'],
    ['a story without its day', `  updated: '2024-02-01',\n`, '', 'updated is missing; expected text in quotation marks'],
    [
      'a derivation without a method',
      `method: 'perSecond', `,
      '',
      '"second" has no method; expected one of "ratio", "compoundGrowth", "difference", "revision", "share", "sum", "perSecond", "perDay", "perYear"',
    ],
    [
      'a derivation without an input',
      `{ method: 'perSecond', of: 'daily' }`,
      `{ method: 'perSecond' }`,
      '"second" has no of; expected text in quotation marks',
    ],
    [
      'a sum of one',
      `of: ['slice-big', 'slice-small']`,
      `of: «['slice-big']`,
      'invalid of ["slice-big"]; expected at least 2 in square brackets',
    ],
    ['a field of dots without its count', `{ count: 'users', `, `«{ `, '"fields" has no count; expected text in quotation marks'],
    [
      'a chart without a form',
      `globe: { form: 'places' }`,
      `«globe: {}`,
      '"globe" has no form; expected one of "growth", "counts", "volumes", "shares", "players", "places", "timeline"',
    ],

    // What nobody asked for
    ['a misspelt field of a source', `authors: [`, `«autors: [`, 'unknown field "autors" in "paper"; did you mean "authors"?'],
    [
      'a misspelt field of a fact',
      `approximate: true`,
      `«aproximate: true`,
      'unknown field "aproximate" in "daily"; did you mean "approximate"?',
    ],
    [
      'a misspelt field of a point',
      `edition: '2022'`,
      `«editon: '2022'`,
      'unknown field "editon" in "sales-2022-edition-2022"; did you mean "edition"?',
    ],
    ['a misspelt field of a derivation', `digits: 3`, `«digit: 3`, 'unknown field "digit" in "growth"; did you mean "digits"?'],
    [
      'a field of another method',
      `of: 'daily'`,
      `of: 'daily', «whole: 'users'`,
      'unknown field "whole" in "second"; expected one of "method", "of", "digits"',
    ],
    [
      'a field of another form',
      `rate: 'second'`,
      `rate: 'second', «edition: '2023'`,
      'unknown field "edition" in "heaps"; expected one of "form", "amounts", "rate", "players", "views"',
    ],
    ['a misspelt field of a view', `facts: ['users']`, `«fact: ['users']`, 'unknown field "fact" in "all"; did you mean "facts"?'],
    ['a misspelt field of dots', `share: 'reach'`, `«shares: 'reach'`, 'unknown field "shares" in "fields"; did you mean "share"?'],
    ['a misspelt part of the story', `  events: {`, `  «event: {`, 'unknown field "event"; did you mean "events"?'],

    // The wrong thing altogether
    [
      'facts in a list',
      `  places: {\n    jakarta: { latitude: -6.2, longitude: 106.8 },\n  }`,
      `  places: «['jakarta']`,
      'invalid places ["jakarta"]; expected a group of named values',
    ],
    [
      'a fact that is a number',
      `reply: { asOf: '2023-11-13', kind: 'reported', source: 'paper' }`,
      `reply: «5`,
      'invalid reply 5; expected a group of named values',
    ],
    ['an author that is a number', `authors: ['A Reporter']`, `authors: [«5]`, 'invalid authors 5; expected text in quotation marks'],
    [
      'authors that are no list',
      `authors: ['A Reporter']`,
      `authors: «'A Reporter'`,
      'invalid authors "A Reporter"; expected a list in square brackets',
    ],
    [
      'an id twice',
      `    paper: {`,
      `    report: { publisher: 'A Firm', title: 'A report', language: 'en' },\n    paper: {`,
      '"report" stands twice; the first is on line 7',
    ],
  ]
  it.each(rows)('%s', async (_, from, to, message) => {
    // Where a thing is missing the fault is shown at the name of what lacks it.
    const changed = replaceIn(tiny, from, to)
    const { text, place } = marked(to.includes('«') ? changed : changed.replace(lacking(message), (name) => `«${name}`))
    expect((await validate(text)).problems).toEqual([`data.ts:${place} ${message}`])
  })

  function lacking(message: string): RegExp {
    const owner = /^"(.+)" (?:has no|stands twice)/.exec(message)?.[1]
    if (owner === undefined) return /(?<=defineStory\()\{/
    return message.includes('twice')
      ? new RegExp(`(?<=\\n[^]*\\n    ${owner}: [^]*\\n    )${owner}(?=:)`)
      : new RegExp(`(?<=\\n    )${owner}(?=:)`)
  }

  it('is named with all the others of its kind, in the order of the file', async () => {
    const text = replaceIn(replaceIn(tiny, `unit: 'parcels/day'`, `unit: 'parcel/day'`), 'value: 40e6', 'value: NaN')
    expect((await validate(text)).problems).toEqual([
      `data.ts:11:21 invalid value NaN; ${value}`,
      'data.ts:13:34 unknown unit "parcel/day"; did you mean "parcels/day"?',
    ])
  })
})

describe('a file that exports no story', () => {
  it.each([
    ['a number', 'export default 5', 'data.ts:1:1 invalid story 5; expected a group of named values'],
    ['nothing in it', 'export default null', 'data.ts:1:1 story is empty; expected a group of named values'],
  ])('but %s is told so', async (_, text, problem) => {
    expect((await validate(text)).problems).toEqual([problem])
  })
})
