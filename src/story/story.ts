import { compareDates, daysOf, latestDate } from '#language'
import type { Kind, PartialDate, Unit } from '#language'
import { derive, DerivationError, inputsOf } from './derive.ts'
import type { Derivation, StoryData } from './schema.ts'

/** A figure or a statement, wherever the data declares it: among the facts, as a point of a series, or derived. */
export interface Fact {
  id: string
  /** None for a statement. A pair is a range. */
  value?: number | readonly [number, number]
  /** None for a statement. */
  unit?: Unit
  /** The day, month or year it speaks of. For a point of a series, its period. */
  period: PartialDate
  kind: Kind
  approximate: boolean
  scope?: string
  /** Ids of the sources it rests on; for a derived fact, those of all its inputs. */
  sources: string[]
  series?: string
  edition?: string
  derivation?: Derivation
  /** Significant digits to print. */
  digits?: number
}

/** A story's data, checked and computed: every fact under its id, whatever part of the data declares it. */
export interface Story {
  /** Its folder in `content/`, which is its address. */
  id: string
  data: StoryData
  facts: ReadonlyMap<string, Fact>
  /** How far the facts reach: the last day of the newest fact or event that is not a forecast. */
  factsTo: PartialDate
}

/** A fault in the data, at a path such as `['derived', 'growth-needed', 'from']`. */
export interface DataFault {
  path: PropertyKey[]
  message: string
  /** It is the name that is wrong, not what it names. */
  named?: boolean
}

/** The facts a story's data declares, before anything is derived. */
export function declaredFacts(data: StoryData): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  for (const [id, { value, unit, asOf, kind, approximate, scope, source }] of Object.entries(data.facts))
    facts.set(id, { id, value, unit, period: asOf, kind, approximate, scope, sources: source })
  for (const [name, { unit, scope, points }] of Object.entries(data.series))
    for (const [id, { value, period, kind, edition, approximate, source }] of Object.entries(points))
      facts.set(id, { id, value, unit, period, kind, approximate, scope, sources: source, series: name, edition })
  return facts
}

/**
 * Computes what the data derives. References must have been checked before.
 *
 * @returns the story, or what could not be computed
 */
export function computeStory(id: string, data: StoryData): { story: Story; faults: DataFault[] } {
  const facts = declaredFacts(data)
  const faults: DataFault[] = []
  const pending = new Set<string>()
  const failed = new Set<string>()

  function compute(name: string): Fact {
    const known = facts.get(name)
    if (known) return known
    if (pending.has(name)) {
      const steps = [...pending, name]
      throw new DerivationError(
        `rests on itself: ${steps
          .slice(steps.indexOf(name))
          .map((step) => `"${step}"`)
          .join(' from ')}`,
      )
    }
    const derivation = failed.has(name) ? undefined : data.derived[name]
    if (!derivation) throw new DerivationError(`rests on "${name}", which could not be computed`)
    pending.add(name)
    try {
      const inputs = inputsOf(derivation).map(compute)
      const derived = derive(derivation, (input) => numeric(compute(input)))
      const scopes = new Set(inputs.map((input) => input.scope))
      const fact: Fact = {
        id: name,
        ...derived,
        period: together(inputs.map((input) => input.period)),
        kind: 'derived',
        approximate: inputs.some((input) => input.approximate),
        scope: scopes.size === 1 ? inputs[0]?.scope : undefined,
        sources: [...new Set(inputs.flatMap((input) => input.sources))],
        edition: new Set(inputs.map((input) => input.edition)).size === 1 ? inputs[0]?.edition : undefined,
        derivation,
        digits: derivation.digits,
      }
      facts.set(name, fact)
      return fact
    } catch (error) {
      if (!(error instanceof DerivationError)) throw error
      failed.add(name)
      faults.push({ path: ['derived', name], message: `${derivation.method} ${error.message}` })
      throw new DerivationError(`rests on "${name}", which could not be computed`)
    } finally {
      pending.delete(name)
    }
  }

  for (const name of Object.keys(data.derived)) {
    if (failed.has(name)) continue
    try {
      compute(name)
    } catch (error) {
      // What went wrong is among the faults already, at the derivation where it did.
      if (!(error instanceof DerivationError)) throw error
    }
  }
  return { story: { id, data, facts, factsTo: factsTo(data, facts) }, faults }
}

/** The period that figures cover together: the year for both of its halves, else the latest of theirs. */
function together(periods: PartialDate[]): PartialDate {
  const years = new Set(periods.map((period) => period.slice(0, 4)))
  const halves = new Set(periods.map((period) => period.slice(4)))
  const [year] = years
  if (year !== undefined && years.size === 1 && halves.size === 2 && halves.has('-H1') && halves.has('-H2')) return year
  return latestDate(periods) ?? ''
}

function numeric(fact: Fact): { id: string; value: number; unit: Unit; series?: string; edition?: string; period: string } {
  const { id, value, unit, series, edition, period } = fact
  if (typeof value !== 'number' || unit === undefined)
    throw new DerivationError(`needs a single number: "${id}" is ${value === undefined ? 'a statement' : 'a range'}`)
  return { id, value, unit, series, edition, period }
}

function factsTo(data: StoryData, facts: Map<string, Fact>): PartialDate {
  const dates = [
    ...[...facts.values()].filter((fact) => fact.kind !== 'forecast' && fact.kind !== 'derived').map((fact) => fact.period),
    ...Object.values(data.events).map((event) => event.until ?? event.date),
  ]
  return daysOf(latestDate(dates) ?? data.updated).last
}

/** Where the data declares a fact. */
export function placeOf({ id, series, derivation }: Fact): string[] {
  if (series !== undefined) return ['series', series, 'points', id]
  return [derivation ? 'derived' : 'facts', id]
}

/** The points of a series in the order of their periods, then editions. */
export function pointsOf(story: Story, series: string): Fact[] {
  const points = [...story.facts.values()].filter((fact) => fact.series === series)
  return points.sort((a, b) => compareDates(a.period, b.period) || (a.edition ?? '').localeCompare(b.edition ?? ''))
}

/** A fact that is one number, with its unit: what a chart can draw. */
export interface NumericFact extends Fact {
  value: number
  unit: Unit
}

/**
 * The fact of that id as one number.
 *
 * @throws TypeError the fact is unknown, a statement or a range
 */
export function numberOf(story: Story, id: string): NumericFact {
  const fact = story.facts.get(id)
  if (typeof fact?.value !== 'number' || fact.unit === undefined)
    throw new TypeError(`invalid fact to draw: ${id}; expected one with a single number`)
  return { ...fact, value: fact.value, unit: fact.unit }
}
