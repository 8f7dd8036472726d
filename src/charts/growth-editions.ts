import { parseDate } from '#language'
import type { NumericFact } from '#story'
import type { Mark } from './contract.ts'

/** Points by edition, earliest edition first, each in the order of its years. */
export type Editions = ReadonlyMap<string, readonly NumericFact[]>

/** A value that a line passes through. */
export interface Waypoint {
  year: number
  value: number
}

export const yearOf = (fact: NumericFact): number => parseDate(fact.period)?.year ?? Number.NaN

export function markOf({ id, series, edition, kind }: NumericFact): Mark {
  return { id, fact: id, series, edition, kind }
}

/** What an edition and those after it say about the years from its first on. */
export function editionsFrom(points: readonly NumericFact[], edition: string): Editions {
  const first = Math.min(...points.filter((point) => point.edition === edition).map(yearOf))
  const told = points.filter((point) => point.edition !== undefined && point.edition >= edition && yearOf(point) >= first)
  return new Map([...Map.groupBy(told, (point) => point.edition ?? '')].sort(([a], [b]) => a.localeCompare(b)))
}

/** An edition's estimates, and the way on from the last of them through its forecasts. */
export function linesOf(points: readonly NumericFact[]): { estimates: readonly NumericFact[]; forecasts: readonly NumericFact[] } {
  const estimates = points.filter((point) => point.kind !== 'forecast')
  const forecasts = points.filter((point) => point.kind === 'forecast')
  return { estimates, forecasts: forecasts.length === 0 ? [] : [...estimates.slice(-1), ...forecasts] }
}

/** A step a year from point to point, each the same multiple of the one before: steady growth is no straight line. */
export function compound(points: readonly NumericFact[]): Waypoint[] {
  return points.flatMap((point, index) => {
    const [year, value, next] = [yearOf(point), point.value, points[index + 1]]
    if (!next) return [{ year, value }]
    const span = yearOf(next) - year
    return Array.from({ length: span }, (_, step) => ({ year: year + step, value: value * (next.value / value) ** (step / span) }))
  })
}

/** The year in which a line rises to a value. */
export function yearAt(line: readonly Waypoint[], value: number): number | undefined {
  const next = line.findIndex((waypoint) => waypoint.value >= value)
  const [a, b] = [line[next - 1], line[next]]
  return a && b && a.year + ((b.year - a.year) * (value - a.value)) / (b.value - a.value)
}

/** What the newest of the other editions says about each year, where it differs from what this one says. */
export function newestSays(editions: Editions, edition: string): NumericFact[] {
  const own = editions.get(edition) ?? []
  const others = [...editions].filter(([name]) => name !== edition).flatMap(([, points]) => points)
  const newest = new Map(others.map((point) => [point.period, point]))
  return [...newest.values()].filter(({ period, value }) => !own.some((point) => point.period === period && point.value === value))
}
