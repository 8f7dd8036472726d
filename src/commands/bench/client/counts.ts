import * as Plot from '@observablehq/plot'
import { context, muted, style } from './chart.ts'
import type { Draw } from './chart.ts'

const columns = 25

export const counts: Draw<'counts'> = ({ dot, fields }, width) => {
  const box = document.createElement('div')
  for (const { text, label, note, colour, count, whole } of fields) {
    const rows = Math.ceil(whole / dot / columns)
    const waffle = { y: (value: number) => value, unit: dot, multiple: columns, rx: '100%' } as const
    box.append(
      Plot.plot({
        width,
        height: 96 + (rows * width) / columns,
        marginTop: 64,
        marginBottom: 32,
        marginLeft: 0,
        marginRight: 0,
        style,
        x: { axis: null },
        y: { axis: null, domain: [0, rows * columns * dot] },
        marks: [
          Plot.waffleY([whole], { ...waffle, fill: context, fillOpacity: 0.4 }),
          Plot.waffleY([count], { ...waffle, fill: colour, tip: true }),
          Plot.text([text], { frameAnchor: 'top-left', dy: -60, fontWeight: 600 }),
          Plot.text([label], { frameAnchor: 'top-left', dy: -44, lineWidth: width / 13 }),
          Plot.text([note], { frameAnchor: 'bottom-left', dy: 30, lineWidth: width / 13, fill: muted }),
        ],
      }),
    )
  }
  return box
}
