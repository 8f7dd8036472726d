import * as Plot from '@observablehq/plot'
import { accent, context, muted, style } from './chart.ts'
import type { Draw, Point } from './chart.ts'

export const growth: Draw<'growth'> = ({ edition, points, note }, width) => {
  const editions = [...Map.groupBy(points, (point) => point.edition)]
  const colour = (name: string): string => (name === edition ? accent : context)
  const last = (told: readonly Point[]): Point[] => told.slice(-1)
  return Plot.plot({
    width,
    height: 320,
    marginRight: 96,
    style,
    x: { label: null, tickFormat: 'd', ticks: 5 },
    y: { label: null, tickFormat: (value: number) => `$${String(value / 1e9)}bn`, ticks: 3, zero: true },
    marks: [
      Plot.gridY({ ticks: 3 }),
      Plot.ruleY([0]),
      ...editions.flatMap(([name, told]) => {
        const estimates = told.filter(({ kind }) => kind !== 'forecast')
        const forecasts = [...last(estimates), ...told.filter(({ kind }) => kind === 'forecast')]
        const stroke = colour(name)
        return [
          Plot.lineY(estimates, { x: 'year', y: 'value', stroke }),
          Plot.lineY(forecasts, { x: 'year', y: 'value', stroke, strokeDasharray: '4 4' }),
          Plot.dot(estimates, { x: 'year', y: 'value', fill: stroke, tip: true }),
          Plot.dot(forecasts.slice(1), { x: 'year', y: 'value', stroke, fill: 'var(--color-paper)', tip: true }),
          Plot.text(last(told), {
            x: 'year',
            y: 'value',
            text: ({ text }: Point) => `${text}, ${name}`,
            textAnchor: 'start',
            dx: 8,
            fill: name === edition ? accent : muted,
            fontWeight: name === edition ? 600 : 400,
          }),
        ]
      }),
      Plot.text(
        points.filter((point) => point.edition === edition),
        { x: 'year', y: 'value', text: 'text', dy: -12, dx: -4, textAnchor: 'end', fill: accent, fontWeight: 600 },
      ),
      Plot.text([note], { frameAnchor: 'top-left', fill: accent, lineWidth: 12 }),
    ],
  })
}
