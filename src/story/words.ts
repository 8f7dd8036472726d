import { z } from 'astro/zod'
import { unknown } from './nearest.ts'
import type { Problem } from './problem.ts'
import { shapeFaults } from './shape.ts'
import type { Story } from './story.ts'
import { readYaml } from './yaml.ts'
import type { Yaml } from './yaml.ts'

const text = z
  .string({
    error: ({ input }) => (input === undefined || input === null ? 'expected words' : 'expected words, in quotation marks if need be'),
  })
  .min(1, { error: 'expected words' })
const names = z.record(z.string(), text).default({})

const chartWords = z.strictObject({
  /** The finding, as a sentence without a full stop. */
  title: text,
  /** What is measured, in what unit. */
  dek: text,
  /** What a sighted reader would take away, starting with the finding. */
  alt: text,
  /** Short words on the drawing, by key. Each form says which it needs. */
  labels: names,
  /** Sentences on or under the drawing, by key. */
  notes: names,
  /** What a reader chooses each view by. */
  views: names,
})

/** The words of a story's charts and the names of what its data holds, in one language. */
const wordsSchema = z.strictObject({
  scopes: names,
  facts: names,
  series: names,
  players: names,
  places: names,
  events: names,
  groups: names,
  charts: z.record(z.string(), chartWords).default({}),
  /** What was wrong, why, and since when it is right. */
  corrections: names,
  /** Amounts that measure nothing of the story, as they stand in these words, each with the reason why it needs no source. */
  figures: names,
  /** Sentences of charts that need not say how sure the facts in them are, by chart and key (`dots.title`), each with the reason. */
  plain: names,
})

export type Words = z.output<typeof wordsSchema>
export type ChartWords = Words['charts'][string]

/** The words of one file with the means to say where each of them stands. */
export interface WordsFile extends Pick<Yaml, 'locate'> {
  file: string
  words: Words
}

/** Reads the YAML of a story's words. Nothing is filled in yet: braces stand as written. */
export function parseWords(file: string, source: string): WordsFile | { problems: Problem[] } {
  const yaml = readYaml(source)
  if ('fault' in yaml) return { problems: [{ file, ...yaml.fault, message: `this is not YAML: ${yaml.fault.message}` }] }
  const { content, locate } = yaml
  const parsed = wordsSchema.safeParse(content)
  if (parsed.success) return { file, words: parsed.data, locate }
  const faults = parsed.error.issues.flatMap((issue) => shapeFaults(issue, content, wordsSchema))
  return { problems: faults.map(({ path, named, message }) => ({ file, ...locate(path, { named }), message })) }
}

/** What the data holds and the words do not name, and the other way round. */
export function checkNames(story: Story, { file, words, locate }: WordsFile): Problem[] {
  const { data } = story
  const corrected = Object.values(data.corrections).flatMap(({ from, to }) => [from?.scope, to?.scope])
  const scopes = [
    ...Object.values(data.facts).map((fact) => fact.scope),
    ...Object.values(data.series).map((series) => series.scope),
    // What a fact was said to speak of is printed where it is corrected.
    ...corrected.map((scope) => scope ?? undefined),
  ]
  const wanted: Record<
    Exclude<keyof Words, 'charts' | 'figures' | 'plain'>,
    { noun: string; ids: Set<string>; also?: ReadonlySet<string> }
  > = {
    scopes: { noun: 'scope', ids: new Set(scopes.filter((scope) => scope !== undefined)) },
    // The points of a series are named by their series, period and edition unless the words say otherwise.
    facts: { noun: 'fact', ids: new Set([...Object.keys(data.facts), ...Object.keys(data.derived)]), also: new Set(story.facts.keys()) },
    series: { noun: 'series', ids: new Set(Object.keys(data.series)) },
    players: { noun: 'player', ids: new Set(Object.keys(data.players)) },
    places: { noun: 'place', ids: new Set(Object.keys(data.places)) },
    events: { noun: 'event', ids: new Set(Object.keys(data.events)) },
    groups: { noun: 'group', ids: new Set(Object.values(data.events).map((event) => event.group)) },
    corrections: { noun: 'correction', ids: new Set(Object.keys(data.corrections)) },
  }
  const charts = new Set(Object.keys(data.charts))
  return [
    ...Object.entries(wanted).flatMap(([section, want]) => compare(section, Object.keys(words[section as keyof typeof wanted]), want)),
    ...compare('charts', Object.keys(words.charts), { noun: 'chart', ids: charts }),
  ]

  function compare(
    section: string,
    named: string[],
    { noun, ids, also = ids }: { noun: string; ids: Set<string>; also?: ReadonlySet<string> },
  ): Problem[] {
    const missing = [...ids].filter((id) => !named.includes(id))
    const extra = named.filter((id) => !also.has(id))
    return [
      ...extra.map((id) => ({ file, ...locate([section, id], { named: true }), message: unknown(noun, id, also) })),
      ...missing.map((id) => ({
        file,
        ...locate([section]),
        message: `no words for ${noun} "${id}"; expected a line "${id}:" under "${section}:"`,
      })),
    ]
  }
}
