import { formatDate, formatFigure } from '#language'
import { numberOf } from '#story'
import type { ChartDeclaration, NumericFact } from '#story'
import type { ChartContext, Drawing, Form, Frame, Mark, Table } from './contract.ts'
import { createDrawing, element, textLines, tenth } from './svg.ts'
import { wrapText } from './text.ts'

type Context = ChartContext<'counts'>
type Field = Extract<ChartDeclaration, { form: 'counts' }>['fields'][number]

/** Four rows are a hundred dots. */
const columns = 25

/** Counts as fields of dots of one size, each its own measure, filled out with hollow dots to the whole where one is known. */
export const counts: Form<'counts'> = {
  wants: ({ declaration: { fields } }) => ({
    labels: ['dot', 'measure', 'amount', 'date', 'kind', ...fields.flatMap(({ count, whole }) => [count, whole ?? []].flat())],
    notes: fields.flatMap(({ share }) => share ?? []),
  }),
  draw,
  table,
  facts: ({ declaration: { fields } }) => fields.flatMap(factsOf),
}

function factsOf({ count, whole, share }: Field): string[] {
  return [count, whole, share].filter((id) => id !== undefined)
}

function draw(context: Context, frame: Frame): Drawing {
  const { document, fontSize, width } = frame
  const across = frame.size === 'wide' ? 2 : 1
  const gap = across === 1 ? 0 : 2.5 * fontSize
  const pitch = Math.floor(((width - gap * (across - 1)) / across / columns) * 10) / 10
  const { fields, dot } = context.declaration
  const key = `${formatFigure({ value: dot, unit: 'people' }, context.telling.language)} ${context.words.labels.dot ?? ''}`
  const keyLines = wrapText(key, width - 1.5 * pitch, fontSize)
  // A field alone is as wide as the drawing, and the dot of the key grows with it.
  const scale = Math.floor((100 * width) / (columns * pitch)) / 100
  const groups = [
    alone(
      element(document, 'path', {
        class: 'dots ink',
        'stroke-width': diameter(pitch),
        d: dots(0, 1, pitch, 0, 0.8 * fontSize - pitch / 2),
      }),
      { x: 0, y: 0.8 * fontSize * (1 - scale), scale },
    ),
    alone(textLines(document, { x: 1.5 * pitch, y: 1.2 * fontSize, lineHeight: 1.3 * fontSize, class: 'note' }, keyLines), {
      x: 1.5 * pitch * (scale - 1),
      y: 0,
    }),
  ]
  const start = (1.3 * keyLines.length + 1) * fontSize
  let y = start
  for (let first = 0; first < fields.length; first += across) {
    const row = fields.slice(first, first + across).map((field) => fieldOf(context, frame, field, pitch))
    const head = Math.max(...row.map((field) => heightOf(field.head, fontSize))) + 0.5 * fontSize
    row.forEach((field, index) => groups.push(...place(field, { x: index * (columns * pitch + gap), y, head })))
    y += head + Math.max(...row.map((field) => field.height)) + 2 * fontSize
  }
  const svg = createDrawing(document, width, y - 1.5 * fontSize)
  svg.append(...groups)
  return { svg, marks: fields.flatMap((field) => marksOf(context, field)) }

  function place(field: DotField, { x, y, head }: { x: number; y: number; head: number }): SVGElement[] {
    const top = y + head
    const { count, filled, whole, total, colour } = field
    const stroke = { 'stroke-width': diameter(pitch) }
    const estimated = count.kind === 'estimated' ? ' estimated' : ''
    // Where its pieces go when it stands alone: the first place, the dots grown, the words as they are.
    const high = Math.ceil(total / columns) * pitch
    const topAlone = start + heightOf(field.head, fontSize) + 0.5 * fontSize
    const grown = { x: -scale * x, y: topAlone - scale * top, scale }
    const under = { x: -x, y: topAlone - top + (scale - 1) * high }
    const parts = [
      element(document, 'g', { 'data-mark': count.id, 'data-height': topAlone + field.height + (scale - 1) * high + 0.5 * fontSize }, [
        ...stack(frame, field.head, x, y).map((text) => alone(text, { x: -x, y: start - y })),
        alone(element(document, 'path', { class: `dots ${colour}${estimated}`, ...stroke, d: dots(0, filled, pitch, x, top) }), grown),
      ]),
    ]
    const below = top + high + 0.4 * fontSize
    if (whole) {
      const rest = dots(filled, total, pitch, x, top)
      parts.push(
        element(document, 'g', { 'data-mark': whole.id }, [
          alone(element(document, 'path', { class: 'dots context', ...stroke, d: rest }), grown),
          alone(element(document, 'path', { class: 'dots hole', 'stroke-width': diameter(pitch) - 2.4, d: rest }), grown),
          ...stack(frame, field.foot, x, below).map((text) => alone(text, under)),
        ]),
      )
    }
    if (field.share !== undefined)
      parts.push(
        element(
          document,
          'g',
          { 'data-mark': field.share },
          stack(frame, field.note, x, below + heightOf(field.foot, fontSize) + 0.4 * fontSize).map((text) => alone(text, under)),
        ),
      )
    return parts
  }
}

/** Says how a piece moves when its field stands alone; the page does it where the reader chooses one. */
function alone(node: SVGElement, { x, y, scale = 1 }: { x: number; y: number; scale?: number }): SVGElement {
  const grow = scale === 1 ? '' : ` scale(${String(scale)})`
  node.setAttribute('data-alone', `translate(${tenth(x)} ${tenth(y)})${grow}`)
  return node
}

interface Lines {
  lines: string[]
  class?: string
}

interface DotField {
  count: NumericFact
  whole?: NumericFact
  share?: string
  colour: string
  filled: number
  total: number
  head: Lines[]
  foot: Lines[]
  note: Lines[]
  /** Of the dots and what stands below them. */
  height: number
}

function fieldOf({ declaration: { dot }, telling, words }: Context, { fontSize }: Frame, field: Field, pitch: number): DotField {
  const { story, language } = telling
  const count = numberOf(story, field.count)
  const whole = field.whole === undefined ? undefined : numberOf(story, field.whole)
  const wrap = (text = ''): string[] => wrapText(text, columns * pitch - 4, fontSize)
  const origin = ({ kind, period }: NumericFact): Lines => ({
    lines: wrap(`${language.kinds[kind]}, ${formatDate(period, language)}`),
    class: 'note',
  })
  const player = field.player === undefined ? undefined : story.data.players[field.player]
  const filled = Math.round(count.value / dot)
  const total = Math.max(filled, Math.round((whole ?? count).value / dot))
  const foot = whole ? [{ lines: wrap(words.labels[whole.id]) }, origin(whole)] : []
  const note = field.share === undefined ? [] : [{ lines: wrap(words.notes[field.share]) }]
  return {
    count,
    whole,
    share: field.share,
    colour: player?.colour === undefined ? 'ink' : `c${String(player.colour)}`,
    filled,
    total,
    head: [{ lines: [telling.print(count.id)], class: 'strong' }, { lines: wrap(words.labels[count.id]) }, origin(count)],
    foot,
    note,
    height: Math.ceil(total / columns) * pitch + (note.length > 0 ? 0.8 : 0.4) * fontSize + heightOf([...foot, ...note], fontSize),
  }
}

/** The cells from one number to another of a field, row by row, as strokes without length. */
function dots(from: number, until: number, pitch: number, x: number, y: number): string {
  let path = ''
  for (let cell = from; cell < until; cell += 1) {
    const column = cell % columns
    const start = cell === from || column === 0
    path += start
      ? `M${tenth(x + (column + 0.5) * pitch)} ${tenth(y + (Math.floor(cell / columns) + 0.5) * pitch)}h0`
      : `m${tenth(pitch)} 0h0`
  }
  return path
}

function diameter(pitch: number): number {
  return 0.76 * pitch
}

function heightOf(blocks: readonly Lines[], fontSize: number): number {
  return blocks.reduce((height, { lines }) => height + lines.length * 1.3 * fontSize, 0)
}

function stack({ document, fontSize }: Frame, blocks: readonly Lines[], x: number, y: number): SVGElement[] {
  let top = y
  return blocks.map((block) => {
    const { lines, class: className } = block
    const text = textLines(document, { x: x + 1, y: top + fontSize, lineHeight: 1.3 * fontSize, class: className }, lines)
    top += heightOf([block], fontSize)
    return text
  })
}

function marksOf({ telling: { story } }: Context, field: Field): Mark[] {
  const players = field.player === undefined ? undefined : [field.player]
  return factsOf(field).map((id) => ({ id, fact: id, kind: numberOf(story, id).kind, players }))
}

function table({ declaration, telling, words }: Context): Table {
  const { story, language } = telling
  const head = (key: string): string => words.labels[key] ?? ''
  return {
    columns: [{ head: head('measure') }, { head: head('amount'), numeric: true }, { head: head('date') }, { head: head('kind') }],
    rows: declaration.fields.flatMap(factsOf).map((id) => {
      const { kind, period } = numberOf(story, id)
      return { mark: id, cells: [telling.nameFact(id), telling.print(id), formatDate(period, language), language.kinds[kind]] }
    }),
  }
}
