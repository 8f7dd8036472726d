import * as Plot from '@observablehq/plot'
import { style } from './chart.ts'
import type { Draw, Point } from './chart.ts'

type Named = Point & { name: string; colour: string }

export const shares: Draw<'shares'> = ({ lines }, width) => {
  const all = lines.flatMap(({ name, colour, points }) => points.map((point): Named => ({ ...point, name, colour })))
  const at = { x: 'year', y: 'value', z: 'name' } as const
  return Plot.plot({
    width,
    height: 420,
    marginRight: 130,
    style,
    x: { label: null, tickFormat: 'd', ticks: 4 },
    y: { label: null, tickFormat: (value: number) => `${String(value)}%`, zero: true },
    marks: [
      Plot.ruleY([0]),
      Plot.lineY(all, { ...at, stroke: 'colour' }),
      Plot.dot(all, { ...at, fill: 'colour', tip: true }),
      Plot.text(
        all,
        Plot.selectLast({ ...at, text: ({ name, text }: Named) => `${name} ${text}`, textAnchor: 'start', dx: 8, lineWidth: 9 }),
      ),
      Plot.text(all, Plot.selectFirst({ ...at, text: 'text', textAnchor: 'end', dx: -8 })),
    ],
  })
}
