import { tieKinds } from '#language'
import type { TieKind } from '#language'
import type { ChartContext, Drawing, Form, Frame, Mark } from './contract.ts'
import type { Segment } from './placement.ts'
import { drawLabel, labelsOf } from './players-labels.ts'
import type { Label } from './players-labels.ts'
import { layOut } from './players-layout.ts'
import type { Layout } from './players-layout.ts'
import { groundOf, pathOf, segmentOf } from './players-lines.ts'
import { addressOf, beganLater, membersIn, networkOf, statesOf } from './players-network.ts'
import type { DrawnTie, Member, Network } from './players-network.ts'
import { heads, table } from './players-table.ts'
import { createDrawing, element, textLines, tenth } from './svg.ts'
import { textWidth, wrapText } from './text.ts'

type Context = ChartContext<'players'>

/** Players as discs and their ties as lines, in one panel for each state; every player keeps its place. */
export const players: Form<'players'> = {
  wants,
  draw,
  table,
  facts: ({ declaration: { sizes }, telling: { story } }) => [
    ...Object.values(sizes),
    ...Object.values(story.data.ties).flatMap(({ share, answer }) => [share, answer].filter((id) => id !== undefined)),
  ],
  sources: ({ telling: { story } }) => [
    ...Object.values(story.data.players).flatMap(({ source }) => source ?? []),
    ...Object.values(story.data.ties).flatMap(({ source }) => source),
  ],
  play: ({ telling: { language } }) => ({ data: { kinds: language.site.tieKinds, close: language.site.close } }),
}

const roles = ['company', 'platform', 'regulator', 'unnamed'] as const

function wants(context: Context): { labels: readonly string[]; notes: readonly string[] } {
  const { declaration, telling } = context
  const answers = Object.values(telling.story.data.ties).flatMap(({ answer }) => answer ?? [])
  return {
    labels: [...new Set([...heads, ...roles, ...declaration.states, ...answers])],
    notes: networkOf(context)
      .ties.filter(beganLater)
      .map(({ id }) => id),
  }
}

const classes: Record<TieKind, string> = { owns: 'owns', 'in talks': 'talks', 'seeks a licence': 'seeks', regulates: 'regulates' }

function draw(context: Context, frame: Frame): Drawing {
  const { document, fontSize, width } = frame
  const network = networkOf(context)
  const layout = layOut(network, frame)
  const lines = new Map(network.ties.map((tie) => [tie.id, segmentOf(tie, layout)]))
  const { labels } = labelsOf(context, frame, network, layout, lines)
  const legend = legendOf(context, frame, network)
  const start = legend.height + fontSize
  const headings = network.states.map((state) => wrapText(context.words.labels[state] ?? '', width, fontSize, 'bold'))
  // Players keep their places from state to state, so the headings take room alike.
  const heading = Math.round((1.3 * Math.max(...headings.map((lines) => lines.length)) + 0.5) * fontSize)
  const pitch = Math.round(heading + layout.height + 1.5 * fontSize)
  const heightOf = (panels: number): number => start + panels * pitch - 1.2 * fontSize
  const panels = network.states.map((state, index) => {
    const title = textLines(document, { x: 0, y: fontSize - heading, lineHeight: 1.3 * fontSize, class: 'strong' }, headings[index] ?? [])
    const alone = { 'data-state': state, 'data-alone': `translate(0 ${String(-index * pitch)})`, 'data-height': heightOf(1) }
    const top = { transform: `translate(0 ${tenth(start + heading + index * pitch)})` }
    return element(document, 'g', alone, [element(document, 'g', top, [title, ...panel(state)])])
  })
  const svg = createDrawing(document, width, heightOf(network.states.length))
  svg.append(legend.node, ...panels)
  return { svg, marks: marksOf(network) }

  function panel(state: string): SVGElement[] {
    const ties = network.ties.filter((tie) => tie.states.includes(state))
    const grounds = ties.filter(({ tie }) => tie === 'owns').map(({ from, to }) => groundOf(layout.discs.get(from), layout.discs.get(to)))
    return [
      element(document, 'path', { class: 'land', d: grounds.join('') }),
      ...ties.map((tie) => drawTie(frame, network, tie, lines.get(tie.id), labels.get(tie.id), state)),
      ...membersIn(network, state).map((member) => drawMember(frame, layout, member, labels.get(member.id), state)),
    ]
  }
}

function drawTie(
  frame: Frame,
  { members, states }: Network,
  tie: DrawnTie,
  line: Segment | undefined,
  label: Label | undefined,
  state: string,
): SVGElement {
  const colour = members.get(tie.from)?.colour
  // What a later state adds is the news.
  const news = tie.tie === 'owns' && colour !== undefined && !tie.states.includes(states[0] ?? '')
  const path = element(frame.document, 'path', {
    class: ['line', classes[tie.tie], colour === undefined ? 'context' : `c${String(colour)}`, news ? 'news' : []].flat().join(' '),
    d: line && pathOf(line, tie.tie),
    'data-mark': label ? undefined : tie.id,
  })
  if (!label) return path
  return element(frame.document, 'g', { 'data-mark': tie.id }, [path, drawLabel(frame, label, state)])
}

function drawMember(
  frame: Frame,
  { discs }: Layout,
  { id, role, size, colour }: Member,
  label: Label | undefined,
  state: string,
): SVGElement {
  const { document, fontSize } = frame
  const { x = 0, y = 0, r = 0 } = discs.get(id) ?? {}
  const fill = size === undefined ? 'hollow' : size.estimated ? 'estimated' : undefined
  const parts = [
    element(document, 'circle', {
      class: ['dot', colour === undefined ? 'context' : `c${String(colour)}`, fill ?? []].flat().join(' '),
      cx: x,
      cy: y,
      r,
    }),
  ]
  if (role === 'unnamed') parts.push(element(document, 'text', { x, y: y + 0.36 * fontSize, 'text-anchor': 'middle' }, ['?']))
  if (label) parts.push(drawLabel(frame, label, state))
  return element(document, 'g', { 'data-mark': id }, parts)
}

function legendOf(
  { telling: { language } }: Context,
  { document, fontSize, width }: Frame,
  { ties }: Network,
): { node: SVGElement; height: number } {
  // A finger needs 24 pixels to choose a kind.
  const pitch = 2 * fontSize
  const sample = 2.2 * fontSize
  // What chooses a kind has a rim, and rims stand apart.
  const rim = 6
  let [x, y] = [0, 0]
  const parts = tieKinds
    .filter((kind) => ties.some(({ tie }) => tie === kind))
    .map((kind) => {
      const text = language.ties[kind]
      const room = sample + 0.5 * fontSize + textWidth(text, fontSize)
      if (x > 0 && x + room + 2 * rim > width) [x, y] = [0, y + pitch]
      const line = pathOf({ x1: x + 1, y1: y + pitch / 2, x2: x + sample, y2: y + pitch / 2 }, kind)
      const words = element(document, 'text', { class: 'muted', x: x + sample + 0.5 * fontSize, y: y + pitch / 2 + 0.35 * fontSize }, [
        text,
      ])
      x += room + 2 * rim + 0.4 * fontSize
      return element(document, 'g', { 'data-tie': addressOf(kind) }, [
        element(document, 'path', { class: `line ink ${classes[kind]}`, d: line }),
        words,
      ])
    })
  return { node: element(document, 'g', { class: 'key' }, parts), height: y + pitch }
}

function marksOf(network: Network): Mark[] {
  return [
    ...[...network.members.keys()].map((id) => ({ id, players: [id], states: statesOf(network, id) })),
    ...network.ties.map(({ id, tie, kind, from, to, states }) => ({ id, tie, kind, players: [from, to], states })),
  ]
}
