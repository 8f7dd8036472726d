import * as Plot from '@observablehq/plot'
import { daysOf, formatDate, formatFigure } from '#language'
import type { NumericFact } from '#story'
import type { Frame } from './contract.ts'
import { periodsOf, roundingNote } from './shares-lines.ts'
import type { ShareLine, SharesContext } from './shares-lines.ts'
import { cleanPlot, element, textLines, tenth } from './svg.ts'
import type { TextLine } from './svg.ts'
import { spread, textWidth, wrapText } from './text.ts'

/** Pixels for one per cent. */
const scale = 6.2

/** A name beside a point, as many lines as it needs. */
interface Label {
  line: ShareLine
  point: NumericFact
  text: TextLine[]
  x: number
}

/** Lines from the first period to the last, the first shares printed at their beginning, names with the last ones at their end. */
export function drawSlopes(context: SharesContext, frame: Frame, lines: readonly ShareLine[]): SVGSVGElement {
  const { document, fontSize, width } = frame
  const { telling, words } = context
  const { language } = telling
  const periods = periodsOf(context)
  const lineHeight = 1.3 * fontSize
  const all = lines.flatMap(({ points }) => points)
  const zero = formatFigure({ value: 0, unit: 'percent' }, language, 'short')
  const margin = {
    top: 14,
    bottom: 2.4 * fontSize,
    left: Math.max(...all.map(({ id }) => textWidth(telling.print(id, 'short'), fontSize))) + fontSize,
    right: 0.26 * width,
  }
  const highest = Math.max(...all.map(({ value }) => value))
  const rounding = wrapText(roundingNote(context) ?? '', width - 4, fontSize)
  const chart = highest * scale + margin.top + margin.bottom
  const height = Math.ceil(chart + (rounding.length === 0 ? 0 : (rounding.length + 0.3) * lineHeight))
  const time = (period: string): number => Date.parse(daysOf(period).first)
  const step = (width - margin.left - margin.right) / (periods.length - 1)

  const plot = Plot.plot({
    document,
    width,
    height,
    marginTop: margin.top,
    marginBottom: height - chart + margin.bottom,
    marginLeft: margin.left,
    marginRight: margin.right,
    x: { type: 'linear', domain: [time(periods[0] ?? ''), time(periods.at(-1) ?? '')], axis: null },
    y: { domain: [0, highest], axis: null },
    marks: [
      Plot.ruleY([0], { className: 'baseline', stroke: null }),
      ...lines.flatMap(({ id, colour, points }) => [
        Plot.line(points, {
          x: ({ period }: NumericFact) => time(period),
          y: 'value',
          ariaLabel: () => id,
          z: null,
          stroke: null,
          className: `line ${colour}`,
        }),
        ...[...Map.groupBy(points, ({ kind }) => kind)].map(([kind, members]) =>
          Plot.dot(members, {
            x: ({ period }: NumericFact) => time(period),
            y: 'value',
            r: 4,
            ariaLabel: () => id,
            stroke: null,
            className: `dot ${colour} ${kind}`,
          }),
        ),
      ]),
    ],
  })
  const x = (period: string): number => plot.scale('x')?.apply(time(period)) as number
  const y = (value: number): number => plot.scale('y')?.apply(value) as number
  const svg = cleanPlot(plot as unknown as SVGSVGElement)
  svg.append(...ticks(), ...firstValues(), ...names(), ...derivedNotes())
  if (rounding.length > 0) svg.append(textLines(document, { x: 1, y: chart + fontSize, lineHeight, class: 'note' }, rounding))
  return svg

  function ticks(): SVGElement[] {
    const years = periods.map((period) =>
      element(document, 'text', { x: x(period), y: y(0) + 1.8 * fontSize }, [formatDate(period, language)]),
    )
    return [element(document, 'g', { class: 'tick', 'text-anchor': 'middle' }, years)]
  }

  function firstValues(): SVGElement[] {
    const first = lines.filter(({ points: [point] }) => point?.period === periods[0])
    // The zero of the baseline keeps its place at the end.
    const places = spread([...first.map(({ points: [point] }) => y(point?.value ?? 0)), y(0)], lineHeight, [0, y(0)])
    const at = { x: margin.left - 0.8 * fontSize }
    const values = first.map(({ id, points: [point] }, index) =>
      element(document, 'text', { ...at, y: (places[index] ?? 0) + 0.35 * fontSize, 'data-mark': id }, [
        point ? telling.print(point.id, 'short') : '',
      ]),
    )
    values.push(element(document, 'text', { ...at, y: y(0) + 0.35 * fontSize, class: 'tick' }, [zero]))
    return [element(document, 'g', { 'text-anchor': 'end' }, values)]
  }

  function names(): SVGElement[] {
    const ordered = lines.toSorted((a, b) => (b.points.at(-1)?.value ?? 0) - (a.points.at(-1)?.value ?? 0))
    const labels = ordered.flatMap((line): Label[] => {
      const point = line.points.at(-1)
      if (!point) return []
      const at = x(point.period) + fontSize
      // What goes on to the last period is bold; what ends before it has no more room than is left until the next.
      const last = point.period === periods.at(-1)
      const room = last ? width - at - 2 : step - fontSize - 2
      const weight = last ? 'bold' : 'regular'
      const text = [
        ...wrapText(`${line.name} ${telling.print(point.id, 'short')}`, room, fontSize, weight).map((words) => ({
          text: words,
          class: last ? 'strong' : 'label',
        })),
        ...wrapText(line.note ?? '', room, fontSize).map((words) => ({ text: words, class: 'muted' })),
      ]
      return [{ line, point, text, x: at }]
    })
    // Labels between the same two lines make room for each other and keep off both.
    return [...Map.groupBy(labels, (label) => bandOf(label).join(' ')).values()].flatMap((neighbours) => {
      const [first] = neighbours
      if (!first) return []
      const natural: number[] = []
      for (const { point, text } of neighbours)
        for (const index of text.keys())
          natural.push(Math.max(y(point.value) + (index - (text.length - 1) / 2) * lineHeight, (natural.at(-1) ?? 0) + 0.01))
      const places = spread(natural, lineHeight, bandOf(first))
      return neighbours.map((label) => named(label, places.splice(0, label.text.length)[0] ?? 0))
    })
  }

  function named({ line, point, text, x: at }: Label, top: number): SVGElement {
    const from = y(point.value)
    const parts = [textLines(document, { x: at, y: top + 0.35 * fontSize, lineHeight }, text)]
    if (Math.min(...text.map((_, index) => Math.abs(top + index * lineHeight - from))) > 0.6 * lineHeight)
      parts.push(
        element(document, 'path', { class: 'leader', d: `M${tenth(x(point.period) + 5)} ${tenth(from)}L${tenth(at - 3)} ${tenth(top)}` }),
      )
    return element(document, 'g', { 'data-mark': line.id }, parts)
  }

  /** The room between the lines that pass above and below a label. */
  function bandOf({ line, point, x: at, text }: Label): [number, number] {
    const until = at + Math.max(...text.map((part) => textWidth(part.text, fontSize, part.class === 'strong' ? 'bold' : 'regular')))
    let [low, high] = [0.7 * fontSize, y(0)]
    for (const other of lines) {
      if (other === line) continue
      const passed = passing(other, x(point.period) + 1, until)
      if (passed.length === 0) continue
      const above = (passed[0] ?? 0) < y(point.value)
      if (above) low = Math.max(low, ...passed.map((at) => at + 0.8 * lineHeight))
      else high = Math.min(high, ...passed.map((at) => at - 0.8 * lineHeight))
    }
    return [low, high]
  }

  /** Where a line is between two places of the x axis: at both, and at its points in between. */
  function passing({ points }: ShareLine, from: number, until: number): number[] {
    return points.slice(1).flatMap((point, index) => {
      const before = points[index] ?? point
      const [start, end] = [x(before.period), x(point.period)]
      if (end <= from || start >= until) return []
      return [Math.max(start, from), Math.min(end, until)].map((at) =>
        y(before.value + ((at - start) / (end - start)) * (point.value - before.value)),
      )
    })
  }

  /** What is lighter because it was worked out says so above its first point. */
  function derivedNotes(): SVGElement[] {
    return lines.flatMap((line) => {
      const point = line.points.find(({ kind }) => kind === 'derived')
      if (!point) return []
      const text = wrapText(words.notes.derived ?? '', step, fontSize)
      const at = x(point.period)
      const until = at + Math.max(...text.map((part) => textWidth(part, fontSize)))
      const bottom = Math.min(...lines.flatMap((other) => passing(other, at, until))) - 1.4 * fontSize
      return element(document, 'g', { 'data-mark': line.id }, [
        textLines(document, { x: at - 4, y: bottom - (text.length - 1) * lineHeight, lineHeight, class: 'note' }, text),
        element(document, 'path', { class: 'leader', d: `M${tenth(at)} ${tenth(bottom + 5)}V${tenth(y(point.value) - 6)}` }),
      ])
    })
  }
}
