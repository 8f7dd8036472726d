import { compareDates, formatDate, formatFigure } from '#language'
import type { PartialDate } from '#language'
import { numberOf, pointsOf } from '#story'
import type { NumericFact } from '#story'
import type { ChartContext } from './contract.ts'

export type SharesContext = ChartContext<'shares'>

/** One series of shares, from its first point to its last. */
export interface ShareLine {
  id: string
  name: string
  players: readonly string[]
  /** Class of its colour. */
  colour: string
  points: NumericFact[]
  /** Why it stops early, or what the reader must know of it. */
  note?: string
}

function points({ telling: { story } }: SharesContext, series: string): NumericFact[] {
  return pointsOf(story, series).map(({ id }) => numberOf(story, id))
}

/** Every period that a share is told for, earliest first. */
export function periodsOf(context: SharesContext): PartialDate[] {
  const { series, combined } = context.declaration
  const all = [...series, combined?.series ?? []].flat().flatMap((id) => points(context, id).map(({ period }) => period))
  return [...new Set(all)].sort(compareDates)
}

/** Whether a series stops before the last period with nothing to stand for it. */
export function isGone(context: SharesContext, series: string): boolean {
  const last = periodsOf(context).at(-1)
  return !context.declaration.combined?.of.includes(series) && !points(context, series).some(({ period }) => period === last)
}

/** The declared series in their order, the combined one before the first of its parts. */
export function shareLines(context: SharesContext): ShareLine[] {
  const { declaration, telling, words } = context
  const { story } = telling
  const { combined } = declaration
  const lines = declaration.series.map((id): ShareLine => {
    const { players = [] } = story.data.series[id] ?? {}
    const [player = ''] = players
    const colour = story.data.players[player]?.colour
    return {
      id,
      name: telling.words.players[player] ?? '',
      players,
      colour: colour === undefined ? 'context' : `c${String(colour)}`,
      points: points(context, id),
      note: isGone(context, id) ? words.notes[id] : undefined,
    }
  })
  if (!combined) return lines
  const { series: id, derived, of } = combined
  const together: ShareLine = {
    id,
    name: words.labels[id] ?? '',
    players: story.data.series[id]?.players ?? [],
    colour: 'ink',
    points: [...derived.map((fact) => numberOf(story, fact)), ...points(context, id)],
    note: words.notes[id],
  }
  return lines.toSpliced(
    lines.findIndex((line) => of.includes(line.id)),
    0,
    together,
  )
}

/** What the shares printed for each period add up to, each player counted once. */
export function sums(context: SharesContext): { period: PartialDate; sum: number }[] {
  const { series, combined } = context.declaration
  const told = [...series, combined?.series ?? []].flat().flatMap((id) => points(context, id))
  return periodsOf(context).map((period) => ({
    period,
    sum: told.filter((point) => point.period === period).reduce((sum, { value }) => sum + value, 0),
  }))
}

export function unevenSums(context: SharesContext): { period: PartialDate; sum: number }[] {
  return sums(context).filter(({ sum }) => sum !== 100)
}

export function printSum({ telling: { language } }: SharesContext, sum: number): string {
  return formatFigure({ value: sum, unit: 'percent' }, language, 'short')
}

/** The note that says in which years rounding shows, if in any. */
export function roundingNote(context: SharesContext): string | undefined {
  const { language } = context.telling
  const uneven = Map.groupBy(unevenSums(context), ({ sum }) => sum)
  if (uneven.size === 0) return undefined
  const told = [...uneven].map(
    ([sum, years]) => `${printSum(context, sum)} (${years.map(({ period }) => formatDate(period, language)).join(', ')})`,
  )
  return (context.words.notes.rounding ?? '') + language.colon + told.join(', ')
}
