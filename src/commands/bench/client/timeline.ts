import * as Plot from '@observablehq/plot'
import { context, muted, style } from './chart.ts'
import type { Draw, Timeline } from './chart.ts'

interface Row {
  index: number
  group: string
}

const rail = 12
const dates = 88

export const timeline: Draw<'timeline'> = ({ groups, events }, width) => {
  const rows = events.map((event, index) => ({ ...event, index }))
  const x = ({ group }: Row): number => dates + groups.indexOf(group) * rail
  const text = dates + groups.length * rail
  const days = 40
  return Plot.plot({
    width,
    height: 46 * rows.length,
    margin: 0,
    style,
    x: { axis: null, domain: [0, width] },
    y: { axis: null, domain: [rows.length, -1] },
    marks: [
      Plot.line(rows, { x, y: 'index', z: 'group', stroke: context }),
      Plot.dot(rows, { x, y: 'index', fill: context, r: 4, tip: true, title: 'text' }),
      Plot.text(rows, { x: 0, y: 'index', text: 'day', textAnchor: 'start', fill: muted }),
      Plot.text(rows, { x: text, y: 'index', text: 'text', textAnchor: 'start', lineWidth: (width - text - days) / 13 }),
      Plot.text(rows, { x: width, y: 'index', text: (event: Timeline['events'][number]) => event.days, textAnchor: 'end', fill: muted }),
    ],
  })
}
