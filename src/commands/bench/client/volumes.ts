import * as Plot from '@observablehq/plot'
import { context, muted, style } from './chart.ts'
import type { Draw, Volumes } from './chart.ts'

type Amount = Volumes['amounts'][number]

const across = 70

export const volumes: Draw<'volumes'> = ({ amounts, second, secondNote, minuteNote }, width) => {
  const box = document.createElement('div')
  box.append(
    Plot.plot({
      width,
      height: 60 * amounts.length,
      marginLeft: 0,
      marginRight: 110,
      marginTop: 24,
      style,
      x: { axis: null },
      y: { axis: null, domain: amounts.map(({ label }) => label), paddingInner: 0.5 },
      marks: [
        Plot.barX(amounts, {
          x: 'value',
          y: 'label',
          fill: 'colour',
          fillOpacity: ({ kind }: Amount) => (kind === 'claimed' ? 0.4 : 1),
          tip: true,
        }),
        Plot.ruleX([0]),
        Plot.text(amounts, { x: 0, y: 'label', text: ({ scope, label }: Amount) => `${scope}, ${label}`, textAnchor: 'start', dy: -24 }),
        Plot.text(amounts, { x: 'value', y: 'label', text: ({ text, kind }: Amount) => `${text}\n${kind}`, textAnchor: 'start', dx: 6 }),
      ],
    }),
    waffle(second, 20, 14, secondNote),
    waffle(60 * second, across, width / across, minuteNote),
  )
  return box

  function waffle(count: number, multiple: number, pitch: number, note: string): Element {
    const rows = Math.ceil(count / multiple)
    return Plot.plot({
      width,
      height: rows * pitch + 40,
      margin: 0,
      marginTop: 40,
      marginRight: width - multiple * pitch,
      style,
      x: { axis: null },
      y: { axis: null, domain: [0, rows * multiple] },
      marks: [
        Plot.waffleY([count], { y: (value: number) => value, unit: 1, multiple, fill: amounts[0]?.colour ?? context }),
        Plot.text([note], { frameAnchor: 'top-left', dy: -36, lineWidth: width / 13, fill: muted, textAnchor: 'start' }),
      ],
    })
  }
}
