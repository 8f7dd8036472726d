import type { TieKind } from '#language'
import type { Disc, Segment } from './placement.ts'
import { ground } from './players-layout.ts'
import type { Layout } from './players-layout.ts'
import type { DrawnTie } from './players-network.ts'

/** The ground on which an owner and what it owns stand: both discs and all between them, a little wider. */
export function groundOf(a: Disc | undefined, b: Disc | undefined): string {
  if (!a || !b) return ''
  const [ra, rb] = [a.r + ground, b.r + ground]
  const turn = Math.atan2(b.y - a.y, b.x - a.x)
  const half = Math.acos((ra - rb) / Math.hypot(b.x - a.x, b.y - a.y))
  const at = ({ x, y }: Disc, r: number, angle: number): string => `${whole(x + r * Math.cos(angle))} ${whole(y + r * Math.sin(angle))}`
  const arc = (r: number, large: boolean, to: string): string => `A${whole(r)} ${whole(r)} 0 ${large ? '1' : '0'} 1 ${to}`
  return [
    `M${at(a, ra, turn + half)}`,
    arc(ra, ra > rb, at(a, ra, turn - half)),
    `L${at(b, rb, turn - half)}`,
    arc(rb, rb > ra, at(b, rb, turn + half)),
    'Z',
  ].join('')
}

/** A tie's line, from the edge of one disc to the edge of the other. */
export function segmentOf({ from, to, states }: DrawnTie, { discs }: Layout): Segment {
  const [a, b] = [discs.get(from) ?? { x: 0, y: 0, r: 0 }, discs.get(to) ?? { x: 0, y: 0, r: 0 }]
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length]
  const [out, back] = [a.r + 2, b.r + 2]
  return { x1: a.x + dx * out, y1: a.y + dy * out, x2: b.x - dx * back, y2: b.y - dy * back, states }
}

/** The line with its head: an arrow at what is owned, a bar at what is regulated. */
export function pathOf({ x1, y1, x2, y2 }: Segment, kind: TieKind): string {
  const length = Math.hypot(x2 - x1, y2 - y1)
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length]
  // From the tip, in small numbers: those of a line that goes straight up are the same on every map.
  const from = (along: number, across: number): string => move(-along * dx - across * dy, -along * dy + across * dx)
  const line = `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`
  if (kind === 'owns') return `${line}m${from(5, 3.5)}l${from(-5, -3.5)} ${from(5, -3.5)}`
  if (kind === 'regulates') return `${line}m${from(2, 5)}l${from(0, -10)}`
  return line
}

/** A way to go, without the space that a sign makes needless. */
function move(x: number, y: number): string {
  return `${tenth(x)} ${tenth(y)}`.replace(' -', '-')
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function whole(value: number): string {
  return String(Math.round(value))
}
