import { daysBetween, formatDate, formatSpan } from '#language'
import type { ChartContext, Drawing, Form, Frame, Table } from './contract.ts'
import { createDrawing, element, textLines } from './svg.ts'
import { layOut, numbers, railPaths } from './timeline-layout.ts'
import type { Layout, Row } from './timeline-layout.ts'
import { formatDayOfYear, formatDays, formatDaysFrom, momentsOf, sayDaysFrom } from './timeline-moments.ts'
import type { Moment } from './timeline-moments.ts'

type Context = ChartContext<'timeline'>

/** Events down the page, on a rail for each group; distances are days until a gap is too long to draw, which is broken off and named. */
export const timeline: Form<'timeline'> = {
  wants: ({ declaration }) => ({
    labels: [
      ...['date', 'event', 'group', 'kind', 'since', 'reference', 'later', 'before', 'after', 'same'],
      ...(declaration.span ? ['span'] : []),
    ],
  }),
  draw,
  table,
  facts: () => [],
  sources: (context) => moments(context).flatMap(({ event }) => event.source),
}

function moments({ declaration: { groups, reference }, telling }: Context): Moment[] {
  return momentsOf(telling.story.data.events, groups, reference)
}

/** The shaded time: its first and last day, and what to call it. */
function spanOf({
  declaration: { span },
  telling: { story, language },
  words,
}: Context): { from: string; until: string; name: string; length: string } | undefined {
  const [from, until] = [story.data.events[span?.from ?? '']?.date, story.data.events[span?.until ?? '']?.date]
  if (from === undefined || until === undefined) return undefined
  return { from, until, name: words.labels.span ?? '', length: formatDays(daysBetween(from, until), language) }
}

function draw(context: Context, frame: Frame): Drawing {
  const { document, fontSize, width } = frame
  const { words, telling } = context
  const shown = moments(context)
  const layout = layOut(context, frame, shown)
  const { rails, text, rows, pauses, daysColumn, height } = layout
  const { solid, dotted } = railPaths(layout)
  const line = (content: string | undefined, x: number, y: number, name: string, anchor?: 'end'): SVGElement[] =>
    content === undefined ? [] : [element(document, 'text', { x, y: y + fontSize * 0.35, class: name, 'text-anchor': anchor }, [content])]
  const leaders = rows.map(({ moment, y }) => `M${numbers(rails.get(moment.event.group)?.x ?? 0, y)}H${numbers(text - 5)}`)
  const lowestHead = Math.max(...[...rails.values()].map(({ headY }) => headY))

  const svg = createDrawing(document, width, height)
  svg.append(
    ...shade(context, frame, layout),
    element(document, 'path', { d: leaders.join(''), class: 'rule' }),
    element(document, 'path', { d: solid, class: 'leader' }),
    element(document, 'path', { d: dotted, class: 'leader', 'stroke-dasharray': '1.5 3' }),
    ...[...rails].flatMap(([group, { headY }]) => line(telling.words.groups[group], text, headY, 'strong')),
    ...(daysColumn ? line(words.labels.reference, width, lowestHead, 'note', 'end') : []),
    ...pauses.flatMap(({ y, year, gap }) => [
      ...line(year, 0, y, 'strong'),
      ...line(gap && `${gap} ${words.labels.later ?? ''}`, text, y, 'note'),
    ]),
    ...rows.map((row) => drawRow(context, frame, layout, row)),
  )
  return { svg, marks: shown.map(({ id, event }) => ({ id, event: id, group: event.group, players: event.players, kind: event.kind })) }
}

/** A band behind the rails from one event to another, with its name and length in the line kept for it. */
function shade(context: Context, { document, fontSize }: Frame, { rails, text, radius, rows, spanY }: Layout): Node[] {
  const { span } = context.declaration
  const name = spanOf(context)
  const [from, until] = [span?.from, span?.until].map((id) => rows.find(({ moment }) => moment.id === id)?.y)
  if (!name || from === undefined || until === undefined || spanY === undefined) return []
  const ends = [...rails.values()].map(({ x }) => x)
  const [left, right] = [Math.min(...ends) - radius - 3, Math.max(...ends) + radius + 3]
  return [
    element(document, 'path', { d: `M${numbers(left, from)}H${numbers(right)}V${numbers(until)}H${numbers(left)}z`, class: 'accent band' }),
    element(document, 'text', { x: text, y: spanY + fontSize * 0.35, class: 'accent' }, [
      name.name + context.telling.language.colon + name.length,
    ]),
  ]
}

function drawRow(
  { declaration, telling }: Context,
  { document, fontSize, width }: Frame,
  layout: Layout,
  { moment, y, lines }: Row,
): SVGElement {
  const { rails, text, radius, lineHeight, daysColumn } = layout
  const { id, event } = moment
  const baseline = y + fontSize * 0.35
  const isReference = id === declaration.reference
  return element(document, 'g', { 'data-mark': id }, [
    element(document, 'circle', { cx: rails.get(event.group)?.x, cy: y, r: radius, class: isReference ? 'accent dot' : 'context dot' }),
    element(document, 'text', { y: baseline, class: 'tick' }, [formatDayOfYear(event, telling.language)]),
    textLines(document, { x: text, y: baseline, lineHeight, class: isReference ? 'accent strong' : undefined }, lines),
    ...(daysColumn
      ? [element(document, 'text', { x: width, y: baseline, class: 'tick', 'text-anchor': 'end' }, [daysColumn(moment)])]
      : []),
  ])
}

function table(context: Context): Table {
  const { telling, words } = context
  const { language } = telling
  const head = (key: string): string => words.labels[key] ?? ''
  const span = spanOf(context)
  return {
    columns: [
      { head: head('date') },
      { head: head('event') },
      { head: head('group') },
      { head: head('kind') },
      { head: head('since'), numeric: true },
      { head: head('reference'), numeric: true },
    ],
    rows: [
      ...moments(context).map(({ id, event, since, fromReference }) => ({
        mark: id,
        cells: [
          event.until === undefined ? formatDate(event.date, language) : formatSpan(event.date, event.until, language),
          telling.words.events[id] ?? '',
          telling.words.groups[event.group] ?? '',
          language.kinds[event.kind],
          since === undefined ? '' : formatDays(since, language),
          formatDaysFrom(fromReference, language),
        ],
        said: [undefined, undefined, undefined, undefined, undefined, sayDaysFrom(fromReference, words.labels, language)],
      })),
      ...(span ? [{ cells: [formatSpan(span.from, span.until, language), span.name, '', '', span.length, ''] }] : []),
    ],
  }
}
