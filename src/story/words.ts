import { z } from 'astro/zod'
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Document, Node } from 'yaml'
import { unknown } from './nearest.ts'
import type { Position } from './position.ts'
import type { Problem } from './problem.ts'
import type { Story } from './story.ts'
import { shapeFaults } from './validate.ts'

const text = z.string({ error: 'expected words' }).min(1, { error: 'expected words' })
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
})

export type Words = z.output<typeof wordsSchema>
export type ChartWords = Words['charts'][string]

/** The words of one file with the means to say where each of them stands. */
export interface WordsFile {
  file: string
  words: Words
  /** Where the value at a path stands, or the deepest part of the path that is there. */
  locate: (path: readonly PropertyKey[]) => Position
}

/** Reads the YAML of a story's words. Nothing is filled in yet: braces stand as written. */
export function parseWords(file: string, source: string): WordsFile | { problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const [fault] = document.errors
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0])
    return { problems: [{ file, line, column: col, message: `this is not YAML: ${sentence(fault.message)}` }] }
  }
  function locate(path: readonly PropertyKey[]): Position {
    const { line, col } = lines.linePos(offsetOf(document, path))
    return { line, column: col }
  }
  const content: unknown = document.toJS() ?? {}
  const parsed = wordsSchema.safeParse(content)
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) => shapeFaults(issue, content))
    return {
      problems: faults.map(({ path, message }) => ({
        file,
        ...locate(path),
        message: message.replace('src/story/schema.ts', 'src/story/words.ts'),
      })),
    }
  }
  return { file, words: parsed.data, locate }
}

function sentence(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1)
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    if (!isMap(node)) break
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
    if (!pair) break
    if (isNode(pair.key)) offset = start(pair.key)
    node = pair.value
    if (isScalar(node)) offset = start(node)
  }
  return offset
}

function start(node: Node): number {
  return node.range?.[0] ?? 0
}

/** What the data holds and the words do not name, and the other way round. */
export function checkNames(story: Story, { file, words, locate }: WordsFile): Problem[] {
  const { data } = story
  const scopes = [...Object.values(data.facts).map((fact) => fact.scope), ...Object.values(data.series).map((series) => series.scope)]
  const wanted: Record<Exclude<keyof Words, 'charts'>, { noun: string; ids: Set<string>; also?: ReadonlySet<string> }> = {
    scopes: { noun: 'scope', ids: new Set(scopes.filter((scope) => scope !== undefined)) },
    // The points of a series are named by their series, period and edition unless the words say otherwise.
    facts: { noun: 'fact', ids: new Set([...Object.keys(data.facts), ...Object.keys(data.derived)]), also: new Set(story.facts.keys()) },
    series: { noun: 'series', ids: new Set(Object.keys(data.series)) },
    players: { noun: 'player', ids: new Set(Object.keys(data.players)) },
    places: { noun: 'place', ids: new Set(Object.keys(data.places)) },
    events: { noun: 'event', ids: new Set(Object.keys(data.events)) },
    groups: { noun: 'group', ids: new Set(Object.values(data.events).map((event) => event.group)) },
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
      ...extra.map((id) => ({ file, ...locate([section, id]), message: unknown(noun, id, also) })),
      ...missing.map((id) => ({
        file,
        ...locate([section]),
        message: `no words for ${noun} "${id}"; expected a line "${id}:" under "${section}:"`,
      })),
    ]
  }
}
