import { formatProblem, validateStory } from '#story'
import type { Story } from '#story'

/** A story of the smallest kind in which every part of a story stands once or twice. */
export const tiny = `import { defineStory } from '#story'

export default defineStory({
  published: '2024-01-01',
  updated: '2024-02-01',
  sources: {
    report: { publisher: 'A Firm', title: 'A report', language: 'en', url: 'https://firm.example/report', published: '2023-11' },
    paper: { publisher: 'A Paper', title: 'On the report', language: 'id', authors: ['A Reporter'], via: 'report' },
  },
  facts: {
    users: { value: 40e6, unit: 'accounts', asOf: '2023-06-15', kind: 'reported', scope: 'here', source: 'report' },
    people: { value: 80e6, unit: 'people', asOf: '2023', kind: 'reported', scope: 'here', source: 'report' },
    daily: { value: 864e3, unit: 'parcels/day', asOf: '2023-10-04', kind: 'claimed', approximate: true, source: ['report', 'paper'] },
    shops: { value: [20, 30], unit: 'companies', asOf: '2023', kind: 'estimated', source: 'paper' },
    reply: { asOf: '2023-11-13', kind: 'reported', source: 'paper' },
  },
  derived: {
    growth: { method: 'compoundGrowth', from: 'sales-2022', to: 'sales-2023', digits: 3 },
    cut: { method: 'revision', from: 'sales-2022-edition-2022', to: 'sales-2022' },
    reach: { method: 'share', part: 'users', whole: 'people', assume: 'one account is one person' },
    second: { method: 'perSecond', of: 'daily' },
    both: { method: 'sum', of: ['slice-big', 'slice-small'] },
    rest: { method: 'difference', from: 'both', to: 'everything' },
  },
  series: {
    sales: {
      unit: 'USD',
      scope: 'here',
      points: {
        'sales-2022-edition-2022': { value: 59e9, period: '2022', kind: 'estimated', edition: '2022', source: 'report' },
        'sales-2022': { value: 50e9, period: '2022', kind: 'estimated', edition: '2023', source: 'report' },
        'sales-2023': { value: 55e9, period: '2023', kind: 'forecast', edition: '2023', source: 'report' },
      },
    },
    big: {
      unit: 'percent',
      scope: 'here',
      players: ['big-shop'],
      points: { 'slice-big': { value: 60, period: '2023', kind: 'estimated', source: 'report' } },
    },
    small: {
      unit: 'percent',
      scope: 'here',
      points: {
        'slice-small': { value: 25, period: '2023', kind: 'estimated', source: 'report' },
        everything: { value: 100, period: '2023', kind: 'reported', source: 'report' },
      },
    },
  },
  places: {
    jakarta: { latitude: -6.2, longitude: 106.8 },
  },
  players: {
    'big-shop': { role: 'platform', seat: 'jakarta', colour: 1, source: 'paper' },
    owner: { role: 'company' },
  },
  ties: {
    'owner-owns-shop': { tie: 'owns', from: 'owner', to: 'big-shop', since: '2022', until: '2023-06', kind: 'reported', share: 'slice-big', answer: 'reply', source: 'paper' },
  },
  events: {
    stop: { date: '2023-10-04T17:00+07:00', group: 'rules', players: ['big-shop'], source: 'paper' },
    freeze: { date: '2023-10-03', until: '2023-10-05', group: 'market', source: 'paper' },
  },
  charts: {
    yearly: { form: 'growth', series: 'sales', edition: '2023', path: 'growth', views: { all: { editions: ['2023'], kinds: ['forecast'] } } },
    dots: { form: 'counts', dot: 1e6, fields: [{ count: 'users', whole: 'people', share: 'reach', player: 'owner' }], views: { all: { facts: ['users'] } } },
    heaps: { form: 'volumes', amounts: ['daily'], rate: 'second', players: { daily: 'big-shop' } },
    slopes: { form: 'shares', series: ['big'], combined: { series: 'big', of: ['big', 'small'], derived: ['both'] }, views: { all: { series: ['small'] } } },
    map: { form: 'players', states: ['2023-11-13', '2024-01-31'], sizes: { 'big-shop': 'slice-big' }, views: { after: { states: ['2024-01-31'], players: ['owner'] } } },
    globe: { form: 'places' },
    days: { form: 'timeline', groups: ['rules', 'market'], reference: 'stop', span: { from: 'freeze', until: 'stop' }, views: { one: { events: ['stop'], groups: ['rules'] } } },
  },
})
`

/** The words of that story, with nothing missing. */
export const tinyWords = `# A comment first.
scopes:
  here: Indonesia

facts:
  users: Accounts
  people: People
  daily: Parcels a day
  shops: Shops
  reply: The shop did not reply
  growth: Growth to {sales-2023}
  cut: Cut
  reach: Accounts for every hundred people
  second: Parcels a second
  both: Both
  rest: The rest

series:
  sales: Sales
  big: Share of the big shop
  small: Share of the small shop

players:
  big-shop: Big Shop
  owner: Owner

places:
  jakarta: Jakarta

events:
  stop: The shop stops
  freeze: A freeze

groups:
  rules: Rules
  market: Market

charts:
  yearly:
    title: Sales grew to {sales-2023:short}
    dek: "Sales, {growth} more"
    alt: >-
      A long text
      of {users} accounts
      on three lines.
    labels:
      year: 'Year'
  dots: &same
    title: '{users} accounts'
    dek: Accounts
    alt: Accounts
  heaps: *same
  slopes: *same
  map: *same
  globe: *same
  days: *same
`

/** The text with one piece replaced, which must stand in it once: a fixture that changed nothing would test nothing. */
export function replaceIn(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new RangeError(`invalid piece to replace: ${from}; expected it to stand once in the text`)
  return text.replace(from, () => to)
}

/** A text in which « marks a place, without the mark and with the place as `LINE:COLUMN`. */
export function marked(text: string): { text: string; place: string } {
  const offset = text.indexOf('«')
  if (offset < 0) throw new RangeError('invalid text: no « in it; expected one where the fault is')
  const lines = text.slice(0, offset).split('\n')
  return { text: text.replace('«', ''), place: `${String(lines.length)}:${String((lines.at(-1) ?? '').length + 1)}` }
}

/** What a data file comes to: its story, or its problems as they are printed. */
export async function validate(text: string): Promise<{ story?: Story; problems: string[] }> {
  const script = text.replace(/^import .*/, 'const defineStory = (story) => story')
  const { default: exported } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(script)}`)) as {
    default: unknown
  }
  const result = validateStory('tiny', 'data.ts', text, exported)
  return 'story' in result ? { story: result.story, problems: [] } : { problems: result.problems.map(formatProblem) }
}
