import type { ChartContext, Frame } from './contract.ts'
import { placeLabels } from './placement.ts'
import type { Box, Disc, Segment, Spot } from './placement.ts'
import { ground } from './players-layout.ts'
import type { Layout } from './players-layout.ts'
import { beganLater, statesOf } from './players-network.ts'
import type { DrawnTie, Member, Network } from './players-network.ts'
import { element } from './svg.ts'
import { textWidth, wrapText } from './text.ts'
import type { Weight } from './text.ts'

type Context = ChartContext<'players'>

interface Piece {
  text: string
  class?: string
  /** The states whose drawings have it; all of them unless given. */
  states?: readonly string[]
}

/** A label: lines of one piece or several. */
type Lines = readonly (readonly Piece[])[]

/** Where a label stands, and its lines as they run there. */
export interface Label extends Spot {
  lines: Lines
}

const lineHeight = 1.2

/** Ems to which a name, or words on a tie, may run on a line, the more welcome first. */
const widths = [8.2, 6]

function widthOf(line: readonly Piece[], { fontSize }: Frame): number {
  return line.reduce((sum, { text, class: name }) => sum + textWidth(text, fontSize, weightOf(name)), 0)
}

function weightOf(name: string | undefined): Weight {
  return name === 'strong' ? 'bold' : 'regular'
}

/** What stands beside a player's disc: its name, its size in the first state, and what it answered while there were talks. */
function linesOf({ telling, words }: Context, frame: Frame, network: Network, { id, role, size, colour }: Member, ems: number): Lines {
  const { hub, ties, states } = network
  if (role === 'unnamed') return wrap(words.labels.unnamed, frame, 'muted')
  const strong = colour === undefined ? undefined : 'strong'
  const name = wrapText(telling.words.players[id] ?? id, ems * frame.fontSize, frame.fontSize, weightOf(strong))
  const lines: Piece[][] = name.map((text) => [{ text, class: strong }])
  if (size) lines.at(-1)?.push({ text: ` ${telling.print(size.fact, 'short')}`, states: states.slice(0, 1) })
  const talks = ties.find(({ tie, from, to }) => tie === 'in talks' && id !== hub && [from, to].includes(hub) && [from, to].includes(id))
  return talks?.answer === undefined ? lines : [...lines, ...wrap(words.labels[talks.answer], frame, 'muted', talks.states)]
}

function wrap(text: string | undefined, { fontSize }: Frame, name: string, states?: readonly string[], ems = 7): Piece[][] {
  return wrapText(text ?? '', ems * fontSize, fontSize, weightOf(name)).map((line) => [{ text: line, class: name, states }])
}

/** What stands on a tie: how much is owned, or what the words say of one that began after the state it is drawn in. */
function linesOnTie({ telling, words }: Context, frame: Frame, { members }: Network, tie: DrawnTie, ems: number): Lines {
  if (beganLater(tie)) return wrap(words.notes[tie.id], frame, 'muted', undefined, 1.3 * ems)
  const name = members.get(tie.from)?.colour === undefined ? 'muted' : 'strong'
  return wrap(`${telling.language.ties[tie.tie]} ${telling.print(tie.share ?? '', 'short')}`, frame, name, undefined, ems)
}

/** Every label of a map in its place, which is the same in every state: each keeps clear of all lines, discs and other labels. */
export function labelsOf(
  context: Context,
  frame: Frame,
  network: Network,
  { discs, width, height }: Layout,
  lines: ReadonlyMap<string, Segment>,
): { labels: ReadonlyMap<string, Label>; conflicts: number } {
  const grouped = new Set(network.ties.flatMap(({ tie, from, to }) => (tie === 'owns' ? [from, to] : [])))
  const spots = new Map<string, Label[]>()
  for (const member of network.members.values()) {
    const disc = discs.get(member.id)
    if (!disc) continue
    const around = (ems: number): Label[] =>
      spotsAround(disc, linesOf(context, frame, network, member, ems), frame, !grouped.has(member.id))
    spots.set(member.id, variants(around, statesOf(network, member.id)))
  }
  for (const tie of network.ties) {
    const line = lines.get(tie.id)
    if (!line || (tie.share === undefined && !beganLater(tie))) continue
    spots.set(
      tie.id,
      variants((ems) => spotsAlong(line, linesOnTie(context, frame, network, tie, ems), frame), tie.states),
    )
  }
  const { spots: chosen, conflicts } = placeLabels([...spots.values()], {
    discs: [...discs].map(([id, disc]) => ({ ...disc, states: statesOf(network, id) })),
    segments: [...lines.values()],
    bounds: { left: 1, top: 0, right: width - 1, bottom: height },
    grounds: { segments: network.ties.flatMap(({ id, tie }) => (tie === 'owns' ? (lines.get(id) ?? []) : [])), reach: ground },
  })
  const labels = [...spots.keys()].flatMap((id, index): [string, Label][] => {
    const label = chosen[index]
    return label ? [[id, label]] : []
  })
  return { labels: new Map(labels), conflicts }
}

/** Every spot of a label, whichever way its words break into lines. */
function variants(spotsOf: (ems: number) => Label[], states: readonly string[]): Label[] {
  return widths.flatMap((ems, index) => spotsOf(ems).map((spot) => ({ ...spot, states, cost: spot.cost + 4 * index })))
}

/** Spots round a disc: beside it first where it has a group, below it first where it stands alone. */
function spotsAround({ x, y, r }: Disc, lines: Lines, frame: Frame, alone: boolean): Label[] {
  const height = lines.length * lineHeight * frame.fontSize
  const sides = (gap: number) =>
    [
      { anchor: 'start', x: x + r + gap, top: y - height / 2, cost: alone ? 2 : 0 },
      { anchor: 'middle', x, top: y + r + gap - 2, cost: 1 },
      { anchor: 'end', x: x - r - gap, top: y - height / 2, cost: alone ? 3 : 2 },
      { anchor: 'middle', x, top: y - r - gap + 1 - height, cost: 3 },
      { anchor: 'start', x: x + 0.7 * r + gap, top: y + 0.4 * r, cost: 4 },
      { anchor: 'end', x: x - 0.7 * r - gap, top: y + 0.4 * r, cost: 5 },
      { anchor: 'start', x: x + 0.7 * r + gap, top: y - 0.4 * r - height, cost: 6 },
      { anchor: 'end', x: x - 0.7 * r - gap, top: y - 0.4 * r - height, cost: 7 },
    ] as const
  const shifts = [0, 0.2, -0.2, 0.4, -0.4, 0.6, -0.6, 0.8, -0.8, 1.2, -1.2]
  return [ground + 2, 3, ground + 7].flatMap((gap, far) =>
    sides(gap).flatMap((side) =>
      shifts.map((shift) => {
        const slide = side.anchor === 'middle' ? { x: 2 * shift * frame.fontSize, y: 0 } : { x: 0, y: shift * frame.fontSize }
        return spotAt(side.x + slide.x, side.top + slide.y, side.anchor, lines, frame, side.cost + 6 * Math.abs(shift) + 2 * far)
      }),
    ),
  )
}

function spotsAlong({ x1, y1, x2, y2 }: Segment, lines: Lines, frame: Frame): Label[] {
  const height = lines.length * lineHeight * frame.fontSize
  return [0.5, 0.6, 0.4, 0.7, 0.3].flatMap((share, index) => {
    const [x, y] = [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]
    return [0.4, 0.8, 1.4, 2, 2.6].flatMap((gap, far) => [
      spotAt(x + gap * frame.fontSize, y - height / 2, 'start', lines, frame, index + 2 * far),
      spotAt(x - gap * frame.fontSize, y - height / 2, 'end', lines, frame, index + 2 * far + 0.5),
    ])
  })
}

function spotAt(x: number, top: number, anchor: Spot['anchor'], lines: Lines, frame: Frame, cost: number): Label {
  const pitch = lineHeight * frame.fontSize
  const boxes = lines.map((line, index): Box => {
    const width = widthOf(line, frame)
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
    return { left: left - 1, right: left + width + 1, top: top + index * pitch - 0.5, bottom: top + (index + 1) * pitch + 0.5 }
  })
  return { x: Math.round(x), y: Math.round(top + 0.95 * frame.fontSize), anchor, boxes, cost, lines }
}

/** A label as one text, a line of it a span. */
export function drawLabel({ document, fontSize }: Frame, { lines, x, y, anchor }: Label, state: string): SVGElement {
  const shown = lines.map((line) => line.filter(({ states }) => states?.includes(state) ?? true)).filter((line) => line.length > 0)
  // Beside its disc a shorter label stays in the middle.
  const at = {
    x,
    y: y + (anchor === 'middle' ? 0 : ((lines.length - shown.length) * lineHeight * fontSize) / 2),
    'text-anchor': anchor === 'start' ? undefined : anchor,
  }
  const span = (line: readonly Piece[], name: string, attributes: Record<string, string | number | undefined>): SVGElement => {
    const [first, ...others] = line
    if (first && others.length === 0) return element(document, name, { ...attributes, class: first.class }, [first.text])
    const pieces = line.map((piece) =>
      piece.class === undefined ? piece.text : element(document, 'tspan', { class: piece.class }, [piece.text]),
    )
    return element(document, name, attributes, pieces)
  }
  const [only, ...more] = shown
  if (only && more.length === 0) return span(only, 'text', at)
  const spans = shown.map((line, index) => span(line, 'tspan', { x, dy: index === 0 ? undefined : lineHeight * fontSize }))
  return element(document, 'text', at, spans)
}
