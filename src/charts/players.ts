import { formatDate, tieKinds } from '#language'
import type { TieKind } from '#language'
import type { ChartContext, Drawing, Form, Frame, Mark, Table } from './contract.ts'
import type { Segment } from './placement.ts'
import { drawLabel, labelsOf } from './players-labels.ts'
import type { Label } from './players-labels.ts'
import { layOut } from './players-layout.ts'
import type { Layout } from './players-layout.ts'
import { groundOf, pathOf, segmentOf } from './players-lines.ts'
import { beganLater, membersIn, networkOf, statesOf } from './players-network.ts'
import type { DrawnTie, Member, Network } from './players-network.ts'
import { createDrawing, element, textLines } from './svg.ts'
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
}

const heads = ['who', 'tie', 'whom', 'size', 'stake', 'answer', 'since', 'until', 'kind'] as const
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
  let y = legend.height + fontSize
  const panels = network.states.map((state) => {
    const heading = wrapText(context.words.labels[state] ?? '', width, fontSize, 'bold')
    const top = Math.round(y + (1.3 * heading.length + 0.5) * fontSize)
    const title = textLines(document, { x: 0, y: y + fontSize - top, lineHeight: 1.3 * fontSize, class: 'strong' }, heading)
    y = top + layout.height + 1.5 * fontSize
    return element(document, 'g', { 'data-state': state, transform: `translate(0 ${String(top)})` }, [title, ...panel(state)])
  })
  const svg = createDrawing(document, width, y - 1.2 * fontSize)
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
  const pitch = 1.5 * fontSize
  const sample = 2.2 * fontSize
  let [x, y] = [0, 0.2 * fontSize]
  const parts = tieKinds
    .filter((kind) => ties.some(({ tie }) => tie === kind))
    .flatMap((kind) => {
      const text = language.ties[kind]
      const room = sample + 0.5 * fontSize + textWidth(text, fontSize)
      if (x > 0 && x + room > width) [x, y] = [0, y + pitch]
      const line = pathOf({ x1: x + 1, y1: y + 0.7 * fontSize, x2: x + sample, y2: y + 0.7 * fontSize }, kind)
      const words = element(document, 'text', { class: 'muted', x: x + sample + 0.5 * fontSize, y: y + fontSize }, [text])
      x += room + 1.2 * fontSize
      return [element(document, 'path', { class: `line ink ${classes[kind]}`, d: line }), words]
    })
  return { node: element(document, 'g', {}, parts), height: y + pitch }
}

function marksOf(network: Network): Mark[] {
  return [
    ...[...network.members.keys()].map((id) => ({ id, players: [id], states: statesOf(network, id) })),
    ...network.ties.map(({ id, tie, kind, from, to, states }) => ({ id, tie, kind, players: [from, to], states })),
  ]
}

function table(context: Context): Table {
  const { declaration, telling, words } = context
  const { language, story } = telling
  const name = (id: string): string => telling.words.players[id] ?? id
  const day = (date: string | undefined): string => (date === undefined ? '' : formatDate(date, language))
  const share = (id: string | undefined): string => (id === undefined ? '' : telling.print(id))
  const numeric = new Set<string>(['size', 'stake'])
  return {
    columns: heads.map((head) => ({ head: words.labels[head] ?? '', numeric: numeric.has(head) })),
    rows: Object.entries(story.data.players).flatMap(([id, { role }]) => {
      const size = declaration.sizes[id]
      const kind = size === undefined ? '' : language.kinds[story.facts.get(size)?.kind ?? 'reported']
      return [
        { mark: id, cells: [name(id), words.labels[role] ?? '', '', share(size), '', '', '', '', kind] },
        ...Object.entries(story.data.ties)
          .filter(([, { from }]) => from === id)
          .map(([mark, tie]) => ({
            mark,
            cells: [
              name(id),
              language.ties[tie.tie],
              name(tie.to),
              '',
              share(tie.share),
              words.labels[tie.answer ?? ''] ?? '',
              day(tie.since),
              day(tie.until),
              language.kinds[tie.kind],
            ],
          })),
      ]
    }),
  }
}
