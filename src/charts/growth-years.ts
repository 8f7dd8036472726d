import * as Plot from '@observablehq/plot'
import { ticks as ticksOf } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { formatFigure } from '#language'
import { numberOf } from '#story'
import type { NumericFact } from '#story'
import type { ChartContext, Drawing, Frame } from './contract.ts'
import { compound, linesOf, markOf, newestSays, yearAt, yearOf } from './growth-editions.ts'
import type { Editions } from './growth-editions.ts'
import { cleanPlot, element, textLines } from './svg.ts'
import { spread, textWidth, wrapText } from './text.ts'

type Context = ChartContext<'growth'>

const sizes = {
  narrow: { plot: 256, top: 34, bottom: 24, radius: 3.5 },
  wide: { plot: 330, top: 22, bottom: 28, radius: 4.5 },
} as const

/** How much higher than its highest value both drawings have room for. */
export const headroom = 1 + Math.min(...Object.values(sizes).map(({ top, plot }) => top / plot))

/** One edition's points by year, its forecast as the way it would have to go, and in grey what later editions made of both. */
export function drawYears(context: Context, frame: Frame, editions: Editions): Drawing {
  const { declaration, telling } = context
  const { edition = '', path } = declaration
  const { document, width } = frame
  const own = editions.get(edition) ?? []
  const later = [...editions].filter(([name]) => name !== edition).map(([, points]) => points)
  const layout = layOut(context, frame, editions)
  const { x, y, ticks, height, radius } = layout
  const insetRight = width - x(layout.span.last)

  const svg = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: { domain: x.domain(), range: x.range(), axis: null },
    y: { domain: y.domain(), range: y.range(), axis: null },
    marks: [
      Plot.ruleY(ticks.slice(1), { y: 'value', insetRight, className: 'rule' }),
      Plot.ruleY([0], { insetRight, className: 'baseline' }),
      ...later.flatMap((points) => [...lines(points, 'context'), ...dots(points, 'context', radius)]),
      ...lines(own, 'accent', path),
      ...dots(own, 'accent', radius),
    ],
  }) as SVGSVGElement
  cleanPlot(svg)
  svg.append(
    ...tickTexts(frame, layout, own),
    ...valueTexts(context, frame, layout, editions),
    ...endTexts(frame, layout),
    ...pathTexts(context, frame, layout, own),
  )
  const drawn = [...editions.values()].flat().map(markOf)
  return { svg, marks: path === undefined ? drawn : [...drawn, { ...markOf(numberOf(telling.story, path)), edition }] }
}

/** The line of one edition: solid through its estimates, dashed through its forecasts. */
function lines(points: readonly NumericFact[], colour: string, path?: string): Plot.Markish[] {
  const { estimates, forecasts } = linesOf(points)
  const line = (through: readonly NumericFact[], mark: string | undefined, className: string): Plot.Markish =>
    Plot.line(compound(through), { x: 'year', y: 'value', z: null, ariaLabel: () => mark, className })
  return [line(estimates, estimates.at(-1)?.id, `${colour} line`), line(forecasts, path ?? forecasts.at(-1)?.id, `${colour} forecast line`)]
}

function dots(points: readonly NumericFact[], colour: string, r: number): Plot.Markish[] {
  return [...Map.groupBy(points, (point) => point.kind)].map(([kind, alike]) =>
    Plot.dot(alike, { x: yearOf, y: 'value', r, ariaLabel: 'id', className: `${colour} ${kind} dot` }),
  )
}

type Layout = ReturnType<typeof layOut>

function layOut({ declaration, telling }: Context, { fontSize, width, size }: Frame, editions: Editions) {
  const { plot, top, bottom, radius } = sizes[size]
  const points = [...editions.values()].flat()
  const years = points.map(yearOf)
  const span = { first: Math.min(...years), last: Math.max(...years) }
  const highest = Math.max(...points.map((point) => point.value))
  const unit = points[0]?.unit ?? 'USD'
  const ticks = ticksOf(0, highest, 3).map((value) => ({ value, text: formatFigure({ value, unit }, telling.language, 'short') }))
  const ends = [...editions].flatMap(([edition, told]) =>
    told.slice(-1).map((point) => {
      const [figure, name] = [telling.print(point.id, 'short'), telling.language.site.edition(edition)]
      return { point, own: edition === declaration.edition, texts: size === 'wide' ? [`${figure}, ${name}`] : [figure, name] }
    }),
  )
  const endWidths = ends.flatMap(({ own, texts }) =>
    texts.map((text, line) => textWidth(text, fontSize, own && line === 0 ? 'bold' : 'regular')),
  )
  const tickWidths = ticks.map(({ text }) => textWidth(text, fontSize))
  const ending = width - Math.ceil(Math.max(...endWidths))
  return {
    x: scaleLinear([span.first, span.last], [Math.max(...tickWidths) + 10, ending - 16]),
    y: scaleLinear([0, highest], [top + plot, top]),
    span,
    ticks,
    ends,
    ending,
    radius,
    height: top + plot + bottom,
    lineHeight: Math.round(fontSize * 1.2),
  }
}

function tickTexts({ document, size }: Frame, { x, y, ticks, height, span: { first, last } }: Layout, own: readonly NumericFact[]): Node[] {
  const every = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const { estimates, forecasts } = linesOf(own)
  const turns = new Set([first, ...[...estimates.slice(-1), ...forecasts].map(yearOf), last])
  // Where only the turns of the story fit, those between are cut to two figures.
  const years =
    size === 'wide'
      ? every.map((year) => ({ year, text: String(year) }))
      : [...turns].map((year) => ({ year, text: year === first || year === last ? String(year) : `’${String(year).slice(-2)}` }))
  return [
    element(
      document,
      'g',
      {},
      ticks.map(({ value, text }) => element(document, 'text', { y: y(value) - 4, class: 'tick' }, [text])),
    ),
    element(
      document,
      'g',
      { 'text-anchor': 'middle' },
      years.map(({ year, text }) => element(document, 'text', { x: x(year), y: height - 6, class: 'tick' }, [text])),
    ),
  ]
}

/** Above the points what the edition said, first and last estimate and forecasts; below them what the newest edition says. */
function valueTexts({ declaration, telling }: Context, { document, fontSize }: Frame, { x, y, ends }: Layout, editions: Editions): Node[] {
  const { edition = '' } = declaration
  const { estimates, forecasts } = linesOf(editions.get(edition) ?? [])
  const first = estimates[0]
  const turns = (forecasts.length > 0 ? forecasts : estimates.slice(-1)).filter((point) => !ends.some((end) => end.point === point))
  const since = newestSays(editions, edition).filter((point) => turns.some(({ period }) => period === point.period))
  const text = (point: NumericFact, attributes: { x: number; y: number; class: string; 'text-anchor'?: string }, words: string): Node =>
    element(document, 'text', { ...attributes, 'data-mark': point.id }, [words])
  const above = (point: NumericFact): Node =>
    text(
      point,
      { x: x(yearOf(point)) + 3, y: y(point.value) - 9, class: 'accent strong', 'text-anchor': 'end' },
      telling.print(point.id, 'short'),
    )
  const below = (point: NumericFact, words: string, name: string, drop = 0): Node =>
    text(point, { x: x(yearOf(point)) - 4, y: y(point.value) + 7 + fontSize + drop, class: name }, words)
  return [
    ...turns.filter((point) => point !== first).map(above),
    ...since.map((point) => below(point, telling.print(point.id, 'short'), 'muted halo')),
    ...(first
      ? [
          below(first, telling.print(first.id, 'short'), 'accent strong'),
          below(first, telling.language.kinds[first.kind], 'note', fontSize * 1.35),
        ]
      : []),
  ]
}

/** The last figure of each edition with its name, beside the drawing. */
function endTexts({ document, fontSize }: Frame, { x, y, ends, ending, lineHeight, height, radius }: Layout): Node[] {
  const tall = (ends[0]?.texts.length ?? 1) * lineHeight
  const middles = spread(
    ends.map(({ point }) => y(point.value)),
    tall + (tall > lineHeight ? 5 : 0),
    [tall / 2, height],
  )
  return ends.flatMap(({ point, own, texts }, index) => {
    const [from, middle] = [y(point.value), middles[index] ?? 0]
    const [figure = '', ...name] = texts
    const text = textLines(
      document,
      { x: ending, y: middle - tall / 2 + fontSize, lineHeight, class: own ? 'accent' : 'muted', 'data-mark': point.id },
      own ? [{ text: figure, class: 'strong' }, ...name] : texts,
    )
    if (Math.abs(from - middle) < 3) return [text]
    return [leader(document, [x(yearOf(point)) + radius + 2, from], [ending - 3, middle], point.id), text]
  })
}

/** The word forecast and what it takes, in the empty corner above the line, with a leader to it. */
function pathTexts(
  { declaration, telling, words }: Context,
  { document, fontSize }: Frame,
  { x, y, ticks, lineHeight }: Layout,
  own: readonly NumericFact[],
): Node[] {
  const { forecasts } = linesOf(own)
  const last = forecasts.at(-1)
  if (!last) return []
  const mark = declaration.path ?? last.id
  const top = y(ticks.at(-1)?.value ?? 0) + fontSize + 4
  const way = compound(forecasts)
  const wayAt = (height: number): number => x(yearAt(way, y.invert(height)) ?? yearOf(last))
  const note = wrapText(words.notes.path ?? '', wayAt(top + 3 * lineHeight) * 0.6, fontSize)
  const right = wayAt(top + note.length * lineHeight) - 12
  const beside = top - fontSize * 0.35
  return [
    textLines(document, { x: right, y: top, lineHeight, class: 'accent', 'text-anchor': 'end', 'data-mark': mark }, [
      { text: telling.language.kinds.forecast, class: 'strong' },
      ...note,
    ]),
    leader(document, [right + 5, beside], [wayAt(beside) - 5, beside], mark),
  ]
}

type Position = readonly [x: number, y: number]

function leader(document: Document, [x1, y1]: Position, [x2, y2]: Position, mark: string): SVGElement {
  return element(document, 'line', { x1, y1, x2, y2, class: 'leader', 'data-mark': mark })
}
