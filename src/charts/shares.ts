import { formatDate } from '#language'
import type { Form, Table } from './contract.ts'
import { isGone, periodsOf, printSum, shareLines, sums, unevenSums } from './shares-lines.ts'
import type { SharesContext } from './shares-lines.ts'
import { drawRows } from './shares-rows.ts'
import { drawSlopes } from './shares-slopes.ts'

/** Shares of one whole over the years. What the source stopped telling apart ends, and what stands for it since is a line of its own. */
export const shares: Form<'shares'> = {
  wants: (context) => {
    const { combined } = context.declaration
    return {
      labels: ['player', 'total', combined?.series ?? []].flat(),
      notes: [
        ...context.declaration.series.filter((series) => isGone(context, series)),
        ...(combined ? [combined.series, 'derived'] : []),
        ...(unevenSums(context).length > 0 ? ['rounding'] : []),
      ],
    }
  },
  draw: (context, frame) => {
    const lines = shareLines(context)
    const svg = frame.size === 'wide' ? drawSlopes(context, frame, lines) : drawRows(context, frame, lines)
    return { svg, marks: lines.map(({ id, players }) => ({ id, series: id, players })) }
  },
  table,
  facts: (context) => shareLines(context).flatMap(({ points }) => points.map(({ id }) => id)),
}

function table(context: SharesContext): Table {
  const { telling, words } = context
  const periods = periodsOf(context)
  const rows = shareLines(context).map(({ id, name, points, note }) => ({
    mark: id,
    cells: [
      name,
      ...periods.map((period) => {
        const point = points.find((candidate) => candidate.period === period)
        if (!point) return note ?? '–'
        const figure = telling.print(point.id, 'short')
        return point.kind === 'derived' ? `${figure} (${telling.language.kinds.derived})` : figure
      }),
    ],
  }))
  return {
    columns: [
      { head: words.labels.player ?? '' },
      ...periods.map((period) => ({ head: formatDate(period, telling.language), numeric: true })),
    ],
    rows: [...rows, { cells: [words.labels.total ?? '', ...sums(context).map(({ sum }) => printSum(context, sum))] }],
  }
}
