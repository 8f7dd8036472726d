import { z } from 'astro/zod'
import { kinds, parseDate, tieKinds, units } from '#language'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9.]+)*$/, {
  error: 'expected an id of lower-case words and numbers joined by hyphens, such as "market-2023"',
})
const date = z.string().refine((text) => parseDate(text) !== undefined, {
  error: 'expected a date as exact as it is known: "2023", "2023-H1", "2023-06", "2023-06-15" or "2023-10-04T17:00+07:00"',
})
const day = z.string().refine((text) => (parseDate(text)?.day ?? 0) > 0, {
  error: 'expected a day, such as "2023-11-13"',
})
const number = z.number({ error: 'expected a finite number, such as 62e9' })
const kind = z.enum(kinds)
const unit = z.enum(units)
const address = z.url({ protocol: /^https?$/, error: 'expected a web address that begins with https:// or http://' })
/** One source, or several that say the same. */
const sources = z
  .union([id, z.array(id).min(1)], { error: 'expected the id of a source, or of several in square brackets' })
  .transform((given) => (typeof given === 'string' ? [given] : given))

const source = z.strictObject({
  publisher: z.string().min(1),
  title: z.string().min(1),
  authors: z.array(z.string().min(1)).optional(),
  editors: z.array(z.string().min(1)).optional(),
  /** When it came out; left out where the source does not say. */
  published: date.optional(),
  url: address.optional(),
  /** A copy of it in a public archive, for when its own address is dead. */
  archive: address.optional(),
  /** BCP 47 tag of the language it is written in. */
  language: z.string().regex(/^[a-z]{2}$/, { error: 'expected a language tag of two letters, such as "id"' }),
  /** `primary`: the source's own words. `secondary`: figures it passes on from somebody else. An id: the source that carries it. */
  via: z
    .union([z.literal('primary'), z.literal('secondary'), id], { error: 'expected "primary", "secondary" or the id of a source' })
    .default('primary'),
  /** `address`: read at its address. `quoted`: read where somebody quotes it. */
  checked: z.enum(['address', 'quoted']).default('address'),
})

const scope = id

const amount = z.union([number, z.tuple([number, number])], {
  error: 'expected a finite number, such as 62e9, or a range, such as [20, 30]',
})

const fact = z.strictObject({
  value: amount.optional(),
  unit: unit.optional(),
  asOf: date,
  kind,
  approximate: z.boolean().default(false),
  /** The country or region it speaks of; its words stand in the YAML. */
  scope: scope.optional(),
  source: sources,
})

const point = z.strictObject({
  value: number,
  period: date,
  kind: kind.exclude(['derived']),
  /** Which edition of a yearly report says so. */
  edition: z.string().optional(),
  approximate: z.boolean().default(false),
  source: sources,
})

const series = z.strictObject({
  unit,
  scope,
  /** The player, or the players taken together, that the series measures. */
  players: z.array(id).min(1).optional(),
  points: z.record(id, point),
})

const pair = { from: id, to: id, digits: z.int().min(1).max(6).optional() }
const single = { of: id, digits: z.int().min(1).max(6).optional() }

const derivation = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('ratio'), ...pair }),
  z.strictObject({ method: z.literal('compoundGrowth'), ...pair }),
  z.strictObject({ method: z.literal('difference'), ...pair }),
  z.strictObject({ method: z.literal('revision'), ...pair }),
  z.strictObject({
    method: z.literal('share'),
    part: id,
    whole: id,
    /** Said out loud where a count of accounts is set beside a count of people. */
    assume: z.literal('one account is one person').optional(),
    digits: z.int().min(1).max(6).optional(),
  }),
  z.strictObject({ method: z.literal('sum'), of: z.array(id).min(2), digits: z.int().min(1).max(6).optional() }),
  z.strictObject({ method: z.literal('perSecond'), ...single }),
  z.strictObject({ method: z.literal('perDay'), ...single }),
  z.strictObject({ method: z.literal('perYear'), ...single }),
])

const place = z.strictObject({
  latitude: number.min(-90).max(90),
  longitude: number.min(-180).max(180),
})

const player = z.strictObject({
  /** What it is, which decides how the map draws it. */
  role: z.enum(['company', 'platform', 'regulator', 'unnamed']),
  /** The place it is run from; left out where no source says. */
  seat: id.optional(),
  /** Which of the six series colours is this player's through the whole story. */
  colour: z.int().min(1).max(6).optional(),
  source: sources.optional(),
})

const tie = z.strictObject({
  tie: z.enum(tieKinds),
  from: id,
  to: id,
  since: date.optional(),
  /** The last day of it. */
  until: date.optional(),
  kind: kind.exclude(['derived', 'forecast']),
  /** How much of it, for `owns`. */
  share: id.optional(),
  /** The statement with which the company answered, for `in talks`. */
  answer: id.optional(),
  source: sources,
})

const event = z.strictObject({
  date,
  until: day.optional(),
  /** What it belongs to; its words stand in the YAML. */
  group: id,
  players: z.array(id).default([]),
  kind: kind.exclude(['derived', 'forecast']).default('reported'),
  source: sources,
})

/**
 * A named selection of a chart's marks. Each key narrows the choice: a mark is in the view when every key that it has a value for
 * names that value.
 */
const view = z.strictObject({
  facts: z.array(id).optional(),
  series: z.array(id).optional(),
  editions: z.array(z.string()).optional(),
  kinds: z.array(kind).optional(),
  players: z.array(id).optional(),
  ties: z.array(z.enum(tieKinds)).optional(),
  events: z.array(id).optional(),
  groups: z.array(id).optional(),
  states: z.array(date).optional(),
})

const views = z.record(id, view).default({})

const chart = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('growth'),
    series: id,
    /** Draw this edition, with what later ones made of it in grey. Without it: every edition's say on each year. */
    edition: z.string().optional(),
    /** The growth a year that the edition's forecast requires (a derived fact). */
    path: id.optional(),
    views,
  }),
  z.strictObject({
    form: z.literal('counts'),
    /** How many one dot stands for. */
    dot: number.positive(),
    /** Fields of dots, each a measure of its own; `share` says how the count relates to the whole, `player` whose colour it has. */
    fields: z.array(z.strictObject({ count: id, whole: id.optional(), share: id.optional(), player: id.optional() })).min(1),
    views,
  }),
  z.strictObject({
    form: z.literal('volumes'),
    /** Amounts a day, each of its own scope. */
    amounts: z.array(id).min(1),
    /** What the first amount is in a second. */
    rate: id.optional(),
    /** Whose colour an amount has, by amount. */
    players: z.record(id, id).default({}),
    views,
  }),
  z.strictObject({
    form: z.literal('shares'),
    series: z.array(id).min(1),
    /** Series that the source stopped telling apart, and the one that stands for them since. */
    combined: z.strictObject({ series: id, of: z.array(id).min(2), derived: z.array(id) }).optional(),
    views,
  }),
  z.strictObject({
    form: z.literal('players'),
    /** The days the map shows, earliest first. */
    states: z.array(day).min(1),
    /** The facts that size the discs, by player. */
    sizes: z.record(id, id).default({}),
    views,
  }),
  z.strictObject({ form: z.literal('places'), views }),
  z.strictObject({
    form: z.literal('timeline'),
    /** Rows, in this order. */
    groups: z.array(id).min(1),
    /** The event from which the others are counted. */
    reference: id,
    /** Two events with a time between them to shade. */
    span: z.strictObject({ from: id, until: id }).optional(),
    views,
  }),
])

/** What a fact held: those of its parts that a correction changed. `null`: it held none. */
const held = z.strictObject({
  value: amount.nullable().optional(),
  unit: unit.nullable().optional(),
  approximate: z.boolean().optional(),
  period: date.optional(),
  kind: kind.optional(),
  scope: scope.nullable().optional(),
  series: id.nullable().optional(),
  edition: z.string().nullable().optional(),
})

/** A value by itself is the same as a group with nothing but the value. */
const change = z
  .union([amount, held], { error: "expected a number, a range, or a group of what changed, such as { value: 62e9, unit: 'USD' }" })
  .transform((given) => (typeof given === 'number' || Array.isArray(given) ? { value: given } : given))

/** What was wrong after it was published; the reason stands in the YAML. It is of a fact or of a chart. */
const correction = z.strictObject({
  date: day,
  fact: id.optional(),
  /** What the fact held before and since. Neither, where only its words had another meaning. */
  from: change.optional(),
  to: change.optional(),
  chart: id.optional(),
  /** `superseded`: another chart stands for it. `withdrawn`: it should not be relied on. */
  status: z.enum(['superseded', 'withdrawn']).optional(),
  /** The chart that stands for it. */
  by: id.optional(),
})

/** What `data.ts` holds, complete: every default filled in, every source a list. */
export const storySchema = z.strictObject({
  /** The first day the story was public, and the last on which its words or figures changed. */
  published: day,
  updated: day,
  sources: z.record(id, source),
  facts: z.record(id, fact),
  derived: z.record(id, derivation).default({}),
  series: z.record(id, series),
  places: z.record(id, place).default({}),
  players: z.record(id, player).default({}),
  ties: z.record(id, tie).default({}),
  events: z.record(id, event).default({}),
  charts: z.record(id, chart),
  corrections: z.record(id, correction).default({}),
})

export type StoryInput = z.input<typeof storySchema>
export type StoryData = z.output<typeof storySchema>
export type Source = StoryData['sources'][string]
export type Series = StoryData['series'][string]
export type Player = StoryData['players'][string]
export type Place = StoryData['places'][string]
export type Tie = StoryData['ties'][string]
export type Event = StoryData['events'][string]
export type View = z.output<typeof view>
export type ChartDeclaration = StoryData['charts'][string]
export type Derivation = z.output<typeof derivation>
export type Held = z.output<typeof held>
export type Correction = StoryData['corrections'][string]
export type FormName = ChartDeclaration['form']
