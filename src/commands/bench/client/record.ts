import * as Plot from '@observablehq/plot'
import { accent, context, style } from './chart.ts'
import type { Draw, Point } from './chart.ts'

type Say = Point & { before?: number }

export const record: Draw<'record'> = ({ says }, width) => {
  const row = ({ year, edition }: Point): string => `${String(year)}, ${edition}`
  const stroke = ({ before, value }: Say): string => ((before ?? value) > value ? accent : context)
  const moved = says.filter(({ before }) => before !== undefined)
  return Plot.plot({
    width,
    height: 30 + 20 * says.length,
    marginLeft: 84,
    marginRight: 60,
    style,
    x: { label: null, axis: 'top', tickFormat: (value: number) => `$${String(value / 1e9)}bn`, ticks: 3, zero: true },
    y: { label: null, domain: says.map(row), tickSize: 0 },
    marks: [
      Plot.ruleX([0]),
      Plot.arrow(moved, { x1: 'before', x2: 'value', y1: row, y2: row, stroke, headLength: 6 }),
      Plot.dot(says, { x: 'value', y: row, fill: stroke, r: 4, tip: true }),
      Plot.text(says, { x: ({ before = 0, value }: Say) => Math.max(before, value), y: row, text: 'text', textAnchor: 'start', dx: 8 }),
    ],
  })
}
