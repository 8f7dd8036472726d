import { formatDate } from '#language'
import type { Frame } from './contract.ts'
import { periodsOf, roundingNote } from './shares-lines.ts'
import type { ShareLine, SharesContext } from './shares-lines.ts'
import { createDrawing, element, textLines, tenth } from './svg.ts'
import { wrapText } from './text.ts'

/** Pixels of a bar for one per cent, in every row. */
const scale = 1.4

/** A row a series and a column a period: bars that no other series crosses. */
export function drawRows(context: SharesContext, { document, fontSize, width }: Frame, lines: readonly ShareLine[]): SVGSVGElement {
  const { telling, words } = context
  const periods = periodsOf(context)
  const lineHeight = 1.3 * fontSize
  const left = 0.39 * width
  const step = (width - left) / periods.length
  const center = (index: number): number => left + (index + 0.5) * step
  const barWidth = 0.62 * step

  const heads = periods.map((period, index) =>
    element(document, 'text', { x: center(index), y: 1.2 * fontSize }, [formatDate(period, telling.language)]),
  )
  const parts = [element(document, 'g', { class: 'tick', 'text-anchor': 'middle' }, heads)]
  let y = 1.8 * fontSize
  for (const { id, name, colour, points, note } of lines) {
    const derived = points.some(({ kind }) => kind === 'derived')
    const names = wrapText(name, left - 6, fontSize, 'bold')
    const notes = [note ?? [], derived ? (words.notes.derived ?? []) : []].flat().flatMap((text) => wrapText(text, left - 6, fontSize))
    const highest = Math.max(...points.map(({ value }) => value)) * scale
    const height = Math.max(highest + 1.2 * fontSize, (names.length + notes.length) * lineHeight)
    const base = y + height
    const bars = Map.groupBy(points, ({ kind }) => kind)
    const values = points.map((point) =>
      element(document, 'text', { x: center(periods.indexOf(point.period)), y: base - point.value * scale - 0.35 * fontSize }, [
        telling.print(point.id, 'short'),
      ]),
    )
    parts.push(
      element(document, 'g', { 'data-mark': id }, [
        textLines(document, { x: 1, y: base - (names.length + notes.length - 1) * lineHeight - 0.1 * fontSize, lineHeight }, [
          ...names.map((text) => ({ text, class: 'strong' })),
          ...notes.map((text) => ({ text, class: 'muted' })),
        ]),
        ...[...bars].map(([kind, members]) =>
          element(document, 'path', {
            class: `bar ${colour} ${kind}`,
            d: members
              .map(({ period, value }) => {
                const tall = tenth(value * scale)
                return `M${tenth(center(periods.indexOf(period)) - barWidth / 2)} ${tenth(base)}v-${tall}h${tenth(barWidth)}v${tall}z`
              })
              .join(''),
          }),
        ),
        element(document, 'g', { 'text-anchor': 'middle' }, values),
        element(document, 'path', { class: 'baseline', d: `M${tenth(left)} ${tenth(base)}H${tenth(width)}` }),
      ]),
    )
    y = base + 1.1 * fontSize
  }
  const rounding = wrapText(roundingNote(context) ?? '', width - 4, fontSize)
  if (rounding.length > 0) parts.push(textLines(document, { x: 1, y: y + fontSize, lineHeight, class: 'note' }, rounding))
  const svg = createDrawing(document, width, y + (rounding.length + 0.1) * lineHeight)
  svg.append(...parts)
  return svg
}
