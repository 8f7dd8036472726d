import { scaleLinear } from 'd3-scale'
import { formatFigure } from '#language'
import { numberOf } from '#story'
import type { NumericFact } from '#story'
import type { ChartContext, Drawing, Form, Frame, Mark, Table } from './contract.ts'
import { createDrawing, element, textLines, tenth } from './svg.ts'
import { textWidth, wrapText } from './text.ts'

type Context = ChartContext<'volumes'>

/** Amounts a day as bars of one scale, in a group for each scope: beside each other and never added up or joined. */
export const volumes: Form<'volumes'> = {
  wants: (context) => ({
    labels: [
      'measure',
      'amount',
      ...(context.declaration.rate === undefined ? [] : ['second']),
      'kind',
      ...scopesOf(context).keys(),
      ...context.declaration.amounts,
    ],
    notes: context.declaration.rate === undefined ? [] : [context.declaration.rate, 'minute', 'since'],
  }),
  draw,
  table,
  facts: ({ declaration: { amounts, rate } }) => [...amounts, rate ?? []].flat(),
}

function scopesOf({ declaration, telling: { story } }: Context): Map<string, NumericFact[]> {
  return Map.groupBy(
    declaration.amounts.map((id) => numberOf(story, id)),
    (fact) => fact.scope ?? '',
  )
}

function draw(context: Context, frame: Frame): Drawing {
  const { document, fontSize, width } = frame
  const { declaration, telling, words } = context
  const wide = frame.size === 'wide'
  const rate = declaration.rate === undefined ? undefined : numberOf(telling.story, declaration.rate)
  const amounts = [...scopesOf(context).values()].flat()
  const lineHeight = 1.3 * fontSize
  const label = (id: string): string => words.labels[id] ?? ''
  const ends = amounts.map(({ id, kind }) =>
    Math.max(textWidth(telling.print(id), fontSize, 'bold'), textWidth(telling.language.kinds[kind], fontSize)),
  )
  // Wide has the periods beside the bars, narrow above them.
  const left = wide ? Math.max(...amounts.map(({ id }) => textWidth(label(id), fontSize))) + fontSize : 0
  const space = width - left - Math.max(...ends) - 0.7 * fontSize
  const x = scaleLinear([0, Math.max(...amounts.map(({ value }) => value))], [left + 0.6, left + space])
  const thick = 2 * lineHeight

  const groups: SVGElement[] = []
  let y = 0.2 * fontSize
  for (const [scope, members] of scopesOf(context)) {
    const heading = wrapText(label(scope), width - 4, fontSize, 'bold')
    members.forEach((fact, index) => {
      const parts: SVGElement[] = []
      if (index === 0) {
        parts.push(textLines(document, { x: 0, y: y + fontSize, lineHeight, class: 'strong' }, heading))
        y += (heading.length + 0.5) * lineHeight
      }
      parts.push(...bar(fact))
      groups.push(element(document, 'g', { 'data-mark': fact.id }, parts))
      if (rate && fact.id === amounts[0]?.id) groups.push(parcels(rate))
    })
    y += 1.2 * fontSize
  }
  const svg = createDrawing(document, width, y - 1.2 * fontSize)
  svg.append(...groups)
  return { svg, marks: marksOf(context) }

  function bar(fact: NumericFact): SVGElement[] {
    const { id, kind, value, approximate } = fact
    if (!wide) y += lineHeight
    const top = y
    const middle = top + thick / 2
    const end = x(value)
    const box = { left, top, right: end, bottom: top + thick }
    y += thick + 0.6 * fontSize
    const text = (lines: string[], at: number, baseline: number, name?: string): SVGElement =>
      textLines(document, { x: at, y: baseline, lineHeight, class: name }, lines)
    const colour = colourOf(context, id)
    return [
      wide ? text([label(id)], 0, middle + 0.35 * fontSize) : text([label(id)], 0, top - 0.4 * fontSize),
      element(document, 'path', { class: `bar ${colour} ${kind}`, d: outline(box, approximate) }),
      ...(kind === 'claimed' ? [element(document, 'path', { class: `hatch ${colour}`, d: hatching(box) })] : []),
      element(document, 'path', { class: 'baseline', d: `M${tenth(left)} ${tenth(top - 2)}V${tenth(box.bottom + 2)}` }),
      textLines(document, { x: end + 0.5 * fontSize, y: middle - 0.2 * fontSize, lineHeight }, [
        { text: telling.print(id), class: 'strong' },
        { text: telling.language.kinds[kind], class: 'muted' },
      ]),
    ]
  }

  /** As many small parcels as there are in a second, in as few rows as fit. */
  function parcels(fact: NumericFact): SVGElement {
    const { id, value } = fact
    const count = Math.round(value)
    const room = width - left
    const rows = Math.ceil((count * fontSize * 0.9) / room)
    const across = Math.ceil(count / rows)
    const pitch = Math.min(1.3 * fontSize, room / across)
    const side = Math.floor(pitch * 0.78)
    y += 0.4 * fontSize
    const d = Array.from({ length: count }, (_, index) => {
      const at = `M${tenth(left + 0.5 + (index % across) * pitch)} ${tenth(y + Math.floor(index / across) * pitch)}`
      return `${at}h${tenth(side)}v${tenth(side)}h-${tenth(side)}zm0 ${tenth(side * 0.35)}h${tenth(side)}m-${tenth(side / 2)}-${tenth(side * 0.35)}v${tenth(side * 0.35)}`
    }).join('')
    y += rows * pitch
    const note = wrapText(words.notes[id] ?? '', room - 4, fontSize)
    const caption = textLines(document, { x: left, y: y + fontSize, lineHeight, class: 'note' }, note)
    y += note.length * lineHeight
    const colour = colourOf(context, declaration.amounts[0] ?? '')
    return element(document, 'g', { 'data-mark': id }, [
      element(document, 'path', { class: `bar derived ${colour}`, d }),
      caption,
      ...minute(fact, colour),
    ])
  }

  /** A minute's worth, a square a parcel. The page fills it again from when it was opened, and counts under the other of the two notes. */
  function minute({ value, approximate, digits }: NumericFact, colour: string): SVGElement[] {
    const [pitch, room] = [wide ? 5 : 4, width - left]
    const [count, across] = [Math.round(60 * value), Math.floor(room / pitch)]
    const printed = formatFigure({ value: 60 * value, unit: 'parcels', approximate, digits }, telling.language)
    const [still, running] = [words.notes.minute, words.notes.since].map((note = '') => wrapText(note, room - 4, fontSize))
    const figure = { x: left, y: y + 2.2 * fontSize, 'font-size': 1.5 * fontSize, class: 'strong display' }
    const label = { x: left, y: y + 3.5 * fontSize, lineHeight, class: 'note' }
    const field = y + (3.5 + 1.3 * (Math.max(still?.length ?? 0, running?.length ?? 0) - 1) + 0.7) * fontSize
    y = field + Math.ceil(count / across) * pitch
    const squares = {
      transform: `translate(${tenth(left)} ${tenth(field)})`,
      d: rowsOf(count, across, pitch),
      'stroke-width': pitch - 1,
      'stroke-dasharray': `${String(pitch - 1)} 1`,
    }
    // Loading a browser's own formatter takes a slow phone a tenth of a second: an example says how the language writes numbers.
    const example = new Intl.NumberFormat(telling.language.locale).format(1_234_567_890)
    const counting = { class: 'running', visibility: 'hidden', 'data-rate': String(value), 'data-example': example }
    return [
      element(document, 'g', { class: 'still' }, [element(document, 'text', figure, [printed]), textLines(document, label, still ?? [])]),
      element(document, 'g', counting, [element(document, 'text', figure, ['0']), textLines(document, label, running ?? [])]),
      element(document, 'path', { class: 'squares', ...squares }),
      element(document, 'path', { class: `squares ${colour}`, ...squares, 'data-across': across }),
    ]
  }
}

/** Rows of squares as lines that are dashed into them. */
function rowsOf(count: number, across: number, pitch: number): string {
  return Array.from({ length: Math.ceil(count / across) }, (_, row) => {
    const squares = Math.min(across, count - row * across)
    return `M0 ${tenth((row + 0.5) * pitch)}h${tenth(squares * pitch)}`
  }).join('')
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** The far end of a bar stays open where the amount is approximate. */
function outline({ left, top, right, bottom }: Box, open: boolean): string {
  return `M${tenth(right)} ${tenth(top)}H${tenth(left)}V${tenth(bottom)}H${tenth(right)}${open ? '' : 'z'}`
}

function hatching({ left, top, right, bottom }: Box): string {
  const high = bottom - top
  let path = ''
  for (let foot = left - high + 5; foot < right; foot += 5) {
    const [from, until] = [Math.max(foot, left), Math.min(foot + high, right)]
    path += `M${tenth(from)} ${tenth(bottom - (from - foot))}L${tenth(until)} ${tenth(bottom - (until - foot))}`
  }
  return path
}

function colourOf({ declaration, telling: { story } }: Context, amount: string): string {
  const colour = story.data.players[declaration.players[amount] ?? '']?.colour
  return colour === undefined ? 'context' : `c${String(colour)}`
}

function marksOf({ declaration, telling: { story } }: Context): Mark[] {
  const { amounts, rate, players } = declaration
  const mark = (id: string, amount = id): Mark => {
    const player = players[amount]
    return { id, fact: id, kind: numberOf(story, id).kind, players: player === undefined ? undefined : [player] }
  }
  return [...amounts.map((id) => mark(id)), ...(rate === undefined ? [] : [mark(rate, amounts[0])])]
}

function table({ declaration, telling, words }: Context): Table {
  const { amounts, rate } = declaration
  const head = (key: string): string => words.labels[key] ?? ''
  const row = (id: string, figures: string[]): Table['rows'][number] => ({
    mark: id,
    cells: [telling.nameFact(id), ...figures, telling.language.kinds[numberOf(telling.story, id).kind]],
  })
  const daily = { head: head('amount'), numeric: true }
  if (rate === undefined)
    return { columns: [{ head: head('measure') }, daily, { head: head('kind') }], rows: amounts.map((id) => row(id, [telling.print(id)])) }
  return {
    columns: [{ head: head('measure') }, daily, { head: head('second'), numeric: true }, { head: head('kind') }],
    rows: [...amounts.map((id) => row(id, [telling.print(id), ''])), row(rate, ['', telling.print(rate)])],
  }
}
