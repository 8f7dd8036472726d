import * as Plot from '@observablehq/plot'
import { ink, muted, style } from './chart.ts'
import type { Draw } from './chart.ts'

const dashes: Partial<Record<string, string>> = { 'in talks': '7 6', 'seeks a licence': '0.1 5', regulates: '1 2' }

export const players: Draw<'players'> = ({ width: across, height: down, states }, width) => {
  const box = document.createElement('div')
  for (const { title, members, ties } of states)
    box.append(
      Plot.plot({
        width,
        height: (down * width) / across + 24,
        margin: 0,
        marginTop: 24,
        style,
        x: { axis: null, domain: [0, across] },
        y: { axis: null, domain: [down, 0] },
        r: { type: 'identity' },
        marks: [
          ...[...Map.groupBy(ties, ({ kind }) => kind)].map(([kind, alike]) =>
            Plot.link(alike, { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', stroke: 'colour', strokeWidth: 2, strokeDasharray: dashes[kind] }),
          ),
          Plot.text(ties, {
            x: ({ x1, x2 }: { x1: number; x2: number }) => (x1 + x2) / 2,
            y: ({ y1, y2 }: { y1: number; y2: number }) => (y1 + y2) / 2,
            text: 'text',
            fill: muted,
          }),
          Plot.dot(members, {
            x: 'x',
            y: 'y',
            r: 'r',
            stroke: 'colour',
            fill: ({ hollow, colour }: { hollow: boolean; colour: string }) => (hollow ? 'var(--color-paper)' : colour),
            tip: true,
            title: 'name',
          }),
          Plot.text(members, { x: 'x', y: ({ y, r }: { y: number; r: number }) => y + r + 8, text: 'name', fill: ink }),
          Plot.text([title], { frameAnchor: 'top-left', dy: -22, fontWeight: 600 }),
        ],
      }),
    )
  return box
}
