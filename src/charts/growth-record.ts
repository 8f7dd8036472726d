import { ticks as ticksOf } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { formatDate, formatFigure } from '#language'
import type { NumericFact } from '#story'
import type { ChartContext, Drawing, Frame } from './contract.ts'
import { markOf } from './growth-editions.ts'
import { createDrawing, element, tenth } from './svg.ts'
import { textWidth } from './text.ts'

type Context = ChartContext<'growth'>

const sizes = {
  narrow: { row: 19, between: 13, radius: 4 },
  wide: { row: 22, between: 15, radius: 5 },
} as const

/** Between a dot and its label. */
const gap = 5

/** What one edition says of a year, with what the edition before it said. */
interface Say {
  point: NumericFact
  before?: NumericFact
  /** The first of its kind for its year, which is where the drawing names the kind. */
  turn: boolean
}

/** What editions said of each year, earliest first; years on which all agree are left out. */
export function recordOf(points: readonly NumericFact[]): { period: string; says: Say[] }[] {
  return [...Map.groupBy(points, (point) => point.period)]
    .filter(([, told]) => new Set(told.map((point) => point.value)).size > 1)
    .map(([period, told]) => ({
      period,
      says: told.map((point, index) => ({ point, before: told[index - 1], turn: told[index - 1]?.kind !== point.kind })),
    }))
}

/**
 * The same year's figure through the editions: a row for each edition's say, and from the say before it a fall to its row and an arrow
 * along it. No line joins two years, so nothing reads as growth.
 */
export function drawRecord(context: Context, frame: Frame, points: readonly NumericFact[]): Drawing {
  const { document, fontSize, width, size } = frame
  const { language } = context.telling
  const { row, between } = sizes[size]
  const record = recordOf(points)
  const layout = layOut(context, frame, record)
  const { heads, editionX, x } = layout
  const top = fontSize + 14
  const children: Node[] = [
    element(document, 'text', { x: 1, y: fontSize + 4, class: 'tick' }, [heads.year]),
    element(document, 'text', { x: editionX, y: fontSize + 4, class: 'tick' }, [heads.edition]),
    // Nought stands to the right of its line, out of the way of the editions' head.
    ...layout.ticks.map(({ value, text }) =>
      element(document, 'text', { x: x(value), y: fontSize + 4, class: 'tick', ...(value > 0 && { 'text-anchor': 'middle' }) }, [text]),
    ),
  ]
  let y = top
  for (const { period, says } of record) {
    const first = y + between / 2 + row / 2
    const high = between + says.length * row
    const rows = says.map((say, index) => drawSay(frame, layout, say, first + index * row))
    // Alone, a year moves up to where the first one stands; what it has but once goes with its first say.
    for (const say of rows) say.setAttribute('data-alone', `translate(0 ${tenth(top - y)})`)
    rows[0]?.setAttribute('data-height', tenth(top + high + 2))
    rows[0]?.prepend(
      element(document, 'path', { d: `M0,${tenth(y)}H${String(width)}`, class: 'rule' }),
      element(document, 'text', { x: 1, y: first + fontSize * 0.35, class: 'strong' }, [formatDate(period, language)]),
      element(document, 'path', { d: `M${tenth(x(0))},${tenth(y)}v${tenth(high)}`, class: 'baseline' }),
    )
    children.push(...rows)
    y += high
  }
  const svg = createDrawing(document, width, y + 2)
  svg.append(...children)
  return { svg, marks: record.flatMap(({ says }) => says.map(({ point }) => markOf(point))) }
}

type Layout = ReturnType<typeof layOut>

function layOut({ telling, words }: Context, { fontSize, width, size }: Frame, record: ReturnType<typeof recordOf>) {
  const { radius } = sizes[size]
  const { language } = telling
  const said = record.flatMap(({ says }) => says)
  const heads = { year: words.labels.year ?? '', edition: words.labels.edition ?? '' }
  const widest = (texts: readonly string[], weight?: 'bold'): number => Math.max(...texts.map((text) => textWidth(text, fontSize, weight)))
  const years = record.map(({ period }) => formatDate(period, language))
  const editionX = Math.max(widest([heads.year]), widest(years, 'bold')) + 10
  const zero = editionX + widest([heads.edition, ...said.map(({ point }) => point.edition ?? '')]) + 14
  const label = ({ point, turn }: Say): string =>
    telling.print(point.id, 'short') + (turn ? ` ${language.kinds[point.kind].toLocaleLowerCase(language.locale)}` : '')
  const highest = Math.max(...said.map(({ point }) => point.value))
  const scaleTo = (right: number) => scaleLinear([0, highest], [zero, right])
  const room = (say: Say): number => textWidth(label(say), fontSize) + radius + gap
  // As wide a scale as leaves every label room on one side of its dot.
  let x = scaleTo(width - radius - 2)
  while (x(highest) > zero + 1 && !said.every((say) => sideOf(say, x, room(say), width))) x = scaleTo(x(highest) - 1)
  const unit = said[0]?.point.unit ?? 'USD'
  return {
    heads,
    label,
    editionX,
    x,
    room,
    ticks: ticksOf(0, highest, size === 'wide' ? 3 : 2).map((value) => ({ value, text: formatFigure({ value, unit }, language, 'short') })),
  }
}

/** Where a label has room: a cut one on the side it moved to, a raised one on the right because its arrow comes from the left. */
function sideOf({ point, before }: Say, x: (value: number) => number, room: number, width: number): 'left' | 'right' | undefined {
  const [from, at] = [before?.value ?? point.value, point.value]
  const left = at <= from && x(at) - room > x(0) + gap
  const right = x(Math.max(at, from)) + room <= width
  if (left && (at < from || !right)) return 'left'
  return right ? 'right' : undefined
}

function drawSay({ document, fontSize, width, size }: Frame, { x, room, label, editionX }: Layout, say: Say, middle: number): SVGElement {
  const { radius, row } = sizes[size]
  const { point, before } = say
  const at = x(point.value)
  const from = x(before?.value ?? point.value)
  const colour = from > at ? 'accent' : 'context'
  const baseline = middle + fontSize * 0.35
  const place =
    sideOf(say, x, room(say), width) === 'left' ? { x: at - radius - gap, 'text-anchor': 'end' } : { x: Math.max(at, from) + radius + gap }
  return element(document, 'g', { 'data-mark': point.id }, [
    ...(before ? [element(document, 'path', { d: trail(from, at, middle, row, radius), class: `${colour} line` })] : []),
    element(document, 'circle', { cx: at, cy: middle, r: radius, class: `${colour} ${point.kind} dot` }),
    element(document, 'text', { x: editionX, y: baseline, class: 'tick' }, [point.edition ?? '']),
    element(document, 'text', { ...place, y: baseline }, [label(say)]),
  ])
}

/** Down from the dot a row above, then along the row to this dot; too small a move goes straight, with no arrow head. */
function trail(from: number, to: number, middle: number, row: number, radius: number): string {
  const numbers = (...values: number[]): string => values.map((value) => value.toFixed(1)).join()
  const start = `M${numbers(from, middle - row + radius + 1)}`
  if (Math.abs(from - to) < 2 * radius + 5) return `${start}L${numbers(to, middle - radius - 1)}`
  const back = Math.sign(from - to)
  return `${start}V${numbers(middle)}H${numbers(to + back * (radius + 1.5))}m${numbers(back * 3.5, -3.5)}l${numbers(back * -3.5, 3.5, back * 3.5, 3.5)}`
}
