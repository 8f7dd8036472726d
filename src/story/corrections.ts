import type { PartialDate } from '#language'
import { inputsOf } from './derive.ts'
import type { Correction, Held } from './schema.ts'
import type { Fact, Story } from './story.ts'

/** The parts of a fact that make it what it is. */
export const parts = ['value', 'unit', 'approximate', 'period', 'kind', 'scope', 'series', 'edition'] as const
export type Part = (typeof parts)[number]

/** What a fact holds, part by part; `null` for none. */
export type State = { readonly [Name in Part]: NonNullable<Fact[Name]> | null }

/** A correction of a fact, with what the fact held before and since. */
export interface FactCorrection {
  id: string
  date: PartialDate
  fact: string
  before: State
  after: State
  /** None where its words had another meaning and nothing else was changed. */
  changed: readonly Part[]
}

/** A chart that should no longer be relied on. */
export interface ChartCorrection {
  id: string
  date: PartialDate
  chart: string
  status: 'superseded' | 'withdrawn'
  /** The chart that stands for it. */
  by?: string
}

/** What a fact holds now; facts of a published list are read alike. */
export function stateOf(fact: Partial<Pick<Fact, Part>>): State {
  return Object.fromEntries(parts.map((part) => [part, fact[part] ?? null])) as unknown as State
}

/** Whether two facts hold the same in one of their parts. What is worked out may differ by what computers cannot count. */
export function isSame(a: State[Part] | undefined, b: State[Part] | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
  if (typeof a === 'object' && typeof b === 'object') return a?.[0] === b?.[0] && a?.[1] === b?.[1]
  return a === b
}

/** Corrections of a fact itself, newest first. */
export function ownCorrections(story: Story, fact: string): FactCorrection[] {
  const now = story.facts.get(fact)
  if (!now) throw new RangeError(`unknown fact ${fact}`)
  let after = stateOf(now)
  return newestFirst(story).flatMap(([id, correction]) => {
    if (correction.fact !== fact) return []
    const before = { ...after, ...correction.from }
    const made = { id, date: correction.date, fact, before, after, changed: partsOf(correction.from) }
    after = before
    return [made]
  })
}

/** Corrections that changed a fact, newest first: its own and, of what is worked out, those of all that it rests on. */
export function correctionsOf(story: Story, fact: string): FactCorrection[] {
  const facts = new Set<string>()
  addInputs(fact)
  return inOrder(
    story,
    [...facts].flatMap((id) => ownCorrections(story, id)),
  )

  function addInputs(id: string): void {
    facts.add(id)
    const { derivation } = story.facts.get(id) ?? {}
    if (derivation) inputsOf(derivation).forEach(addInputs)
  }
}

/** What became of a chart as a whole, newest first. */
export function chartCorrections(story: Story, chart: string): ChartCorrection[] {
  return newestFirst(story).flatMap(([id, { date, chart: corrected, status, by }]) =>
    corrected === chart && status ? [{ id, date, chart, status, by }] : [],
  )
}

/** Every correction of a story, newest first. */
export function allCorrections(story: Story): (FactCorrection | ChartCorrection)[] {
  const corrections = Object.values(story.data.corrections)
  const [facts, charts] = [corrections.flatMap(({ fact }) => fact ?? []), corrections.flatMap(({ chart }) => chart ?? [])]
  return inOrder(story, [
    ...[...new Set(facts)].flatMap((fact) => ownCorrections(story, fact)),
    ...[...new Set(charts)].flatMap((chart) => chartCorrections(story, chart)),
  ])
}

/** Corrections in the order in which all of them stand, newest first, each once. */
export function inOrder<Made extends { id: string }>(story: Story, corrections: readonly Made[]): Made[] {
  const known = new Map(corrections.map((correction) => [correction.id, correction]))
  return newestFirst(story).flatMap(([id]) => known.get(id) ?? [])
}

/** Of one day, the last that was written is the newest. */
function newestFirst({ data }: Story): [string, Correction][] {
  return Object.entries(data.corrections)
    .reverse()
    .sort(([, a], [, b]) => b.date.localeCompare(a.date))
}

/** The parts that a side of a correction names. */
export function partsOf(held: Held | undefined): Part[] {
  return parts.filter((part) => held?.[part] !== undefined)
}
