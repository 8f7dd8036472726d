import type { ChartContext, Drawing, Form, Frame, Mark } from './contract.ts'
import { drawRegion, regionsOf } from './places-map.ts'
import type { Spot } from './places-map.ts'
import { createDrawing, element } from './svg.ts'
import { spread, wrapText } from './text.ts'

interface Seat extends Spot {
  id: string
  players: string[]
}

type Context = ChartContext<'places'>

/** The companies of the story on a map of where each is run from. */
export const places: Form<'places'> = {
  wants: () => ({ labels: ['player', 'place', 'unverified'] }),
  draw,
  table: (context) => ({
    columns: [{ head: label(context, 'player') }, { head: label(context, 'place') }],
    rows: [
      ...seatsOf(context).flatMap((seat) =>
        seat.players.map((player) => ({ mark: player, cells: [nameOf(context, player), placeOf(context, seat)] })),
      ),
      ...unverified(context).map((player) => ({ mark: player, cells: [nameOf(context, player), label(context, 'unverified')] })),
    ],
  }),
  facts: () => [],
  sources: ({ telling: { story } }) =>
    Object.values(story.data.players).flatMap((player) => (player.seat === undefined ? [] : (player.source ?? []))),
}

const label = ({ words }: Context, key: string): string => words.labels[key] ?? ''
const nameOf = ({ telling }: Context, player: string): string => telling.words.players[player] ?? player
const placeOf = ({ telling }: Context, seat: Seat): string => telling.words.places[seat.id] ?? seat.id

function seatsOf({ telling: { story } }: Context): Seat[] {
  const players = Object.entries(story.data.players)
  return Object.entries(story.data.places)
    .map(([id, place]) => ({ id, ...place, players: players.filter(([, player]) => player.seat === id).map(([player]) => player) }))
    .filter((seat) => seat.players.length > 0)
}

/** Companies that no source on record places. A regulator's seat is not the question, and nobody knows where the unnamed are. */
function unverified({ telling: { story } }: Context): string[] {
  return Object.entries(story.data.players)
    .filter(([, { seat, role }]) => seat === undefined && (role === 'company' || role === 'platform'))
    .map(([id]) => id)
}

/** Measures of the two layouts, in pixels: a region is a piece of map with its labels at the right. */
const layouts = {
  narrow: { scale: 3.5, map: 116, label: 134, between: 0 },
  wide: { scale: 5.4, map: 184, label: 204, between: 400 },
}

function draw(context: Context, frame: Frame): Drawing {
  const { document, width, fontSize, size } = frame
  const { scale, map, label: column, between } = layouts[size]
  const line = Math.round(fontSize * 1.32)
  const nodes: SVGElement[] = []
  let bottom = 0

  regionsOf(seatsOf(context)).forEach((seats, index) => {
    const beside = index > 0 && between > 0
    const left = beside ? between : 0
    const top = beside || index === 0 ? 0 : bottom + line
    const panel = drawPanel(context, frame, seats, { mapWidth: beside ? 96 : map, column: beside ? 112 : column, scale, line })
    nodes.push(element(document, 'g', { transform: `translate(${String(left)} ${String(top)})` }, panel.nodes))
    bottom = beside ? Math.max(bottom, panel.height) : top + panel.height
    if (beside) nodes.push(...drawUnverified(context, frame, { x: left, y: panel.height + 2 * line, width: width - left, line }))
  })
  if (between === 0) {
    const list = drawUnverified(context, frame, { x: 1, y: bottom + 2 * line, width, line })
    nodes.push(...list)
    bottom += (1 + list.length) * line
  }

  const svg = createDrawing(document, width, bottom + Math.round(line * 0.4))
  svg.append(...nodes)
  return { svg, marks: marksOf(context) }
}

interface PanelLayout {
  mapWidth: number
  /** Where labels begin. */
  column: number
  scale: number
  line: number
}

function drawPanel(
  context: Context,
  { document, fontSize }: Frame,
  seats: readonly Seat[],
  { mapWidth, column, scale, line }: PanelLayout,
) {
  const region = drawRegion(seats, mapWidth, scale)
  const northFirst = seats.map((seat) => ({ seat, ...region.point(seat) })).sort((a, b) => a.y - b.y || b.x - a.x)
  const gap = Math.round(line * 0.45)
  const heights = northFirst.map(({ seat }) => (1 + seat.players.length) * line + gap)
  const total = heights.reduce((sum, height) => sum + height, 0) - gap
  const height = Math.max(region.height, total) + Math.round(line * 0.3)
  // What stands above a block is taken off its wish, so that blocks of unlike height can be spread as points.
  const above = heights.map((_, index) => heights.slice(0, index).reduce((sum, other) => sum + other, 0))
  const tops = spread(
    northFirst.map(({ y }, index) => y - line / 2 - (above[index] ?? 0)),
    0,
    [0, height - total - line * 0.3],
  )
  const nodes = [element(document, 'path', { class: 'land', d: region.coast })]
  northFirst.forEach(({ seat, x, y }, index) => {
    const top = (tops[index] ?? 0) + (above[index] ?? 0)
    const marker = element(document, 'circle', { class: 'place', cx: x, cy: y, r: 3 })
    const leader = element(document, 'path', {
      class: 'leader',
      d: `M${x.toFixed(1)},${y.toFixed(1)}L${String(column - 14)},${(top + line * 0.65).toFixed(1)}H${String(column - 4)}`,
    })
    const heading = element(document, 'text', { class: 'strong', x: column, y: top + line * 0.9 }, [placeOf(context, seat)])
    const players = seat.players.map((player, row) => {
      const baseline = top + (row + 1) * line + line * 0.9
      const colour = context.telling.story.data.players[player]?.colour
      return element(document, 'g', { 'data-mark': player }, [
        element(document, 'circle', {
          class: `${colour === undefined ? 'context' : `c${String(colour)}`} dot`,
          cx: column + 5,
          cy: baseline - fontSize * 0.33,
          r: 4,
        }),
        element(document, 'text', { x: column + 14, y: baseline }, [nameOf(context, player)]),
      ])
    })
    nodes.push(element(document, 'g', { 'data-marks': seat.players.join(' ') }, [leader, marker, heading, ...players]))
  })
  return { nodes, height }
}

/** The companies whose seat is not known, a line of text each where they do not fit on one. */
function drawUnverified(
  context: Context,
  { document, fontSize }: Frame,
  { x, y, width, line }: { x: number; y: number; width: number; line: number },
): SVGElement[] {
  const players = unverified(context)
  if (players.length === 0) return []
  const join = new Intl.ListFormat(context.telling.language.locale, { type: 'unit', style: 'short' })
  // Long lines add up what small type is rounded by on some screens.
  const room = width * 0.92
  const heading = wrapText(label(context, 'unverified'), room, fontSize, 'bold')
  const names = wrapText(join.format(players.map((player) => nameOf(context, player))), room, fontSize)
  return [...heading, ...names].map((text, index) =>
    element(document, 'text', { class: index < heading.length ? 'strong' : 'muted', x, y: y + index * line }, [text]),
  )
}

function marksOf(context: Context): Mark[] {
  return seatsOf(context).flatMap((seat) => seat.players.map((player) => ({ id: player, players: [player] })))
}
