import type { ChartContext, Frame } from './contract.ts'
import { textWidth, wrapText } from './text.ts'
import { formatDayOfYear, formatDays, formatDaysFrom, yearOf } from './timeline-moments.ts'
import type { Moment } from './timeline-moments.ts'

const sizes = {
  narrow: { rail: 11, radius: 3.5, day: 0.25, between: 5 },
  wide: { rail: 22, radius: 5, day: 0.5, between: 6 },
} as const

/** Gaps of more days than this are broken off. */
const longest = 31

/** A moment with its place on the drawing; every `y` is the middle of a line of text. */
export interface Row {
  moment: Moment
  y: number
  lines: string[]
}

/** What stands between two events: the start of a year, a gap too long to draw, or both. */
export interface Pause {
  y: number
  year?: string
  gap?: string
}

export type Layout = ReturnType<typeof layOut>

/** Dates on the left, then a rail for each group, then what happened; days from the reference event on the right where there is room. */
export function layOut({ declaration, telling }: ChartContext<'timeline'>, { fontSize, width, size }: Frame, moments: readonly Moment[]) {
  const { groups, reference, span } = declaration
  const { rail, radius, day, between } = sizes[size]
  const { language } = telling
  const lineHeight = Math.round(fontSize * 1.25)
  const daysColumn = size === 'wide' ? (moment: Moment): string => formatDaysFrom(moment.fromReference, language) : undefined

  const widest = (texts: readonly string[]): number => Math.ceil(Math.max(...texts.map((text) => textWidth(text, fontSize))))
  const first = widest(moments.map(({ event }) => formatDayOfYear(event, language))) + 8 + radius
  const text = first + rail * (groups.length - 1) + radius + 10
  const textWide = width - text - (daysColumn ? widest(moments.map(daysColumn)) + 12 : 0)
  const rails = new Map(groups.map((group, index) => [group, { x: first + index * rail, headY: 2 + (index + 0.5) * (lineHeight + 3) }]))

  const rows: Row[] = []
  const pauses: Pause[] = []
  let spanY: number | undefined
  let y = 2 + groups.length * (lineHeight + 3)
  for (const [index, moment] of moments.entries()) {
    const since = moment.since ?? 0
    const before = moments[index - 1]
    const year = before && yearOf(before) === yearOf(moment) ? undefined : yearOf(moment)
    const gap = since > longest ? formatDays(since, language) : undefined
    if (year === undefined && gap === undefined) y += since * day
    else {
      pauses.push({ y: y + lineHeight / 2, year, gap })
      y += lineHeight + between
    }
    const lines = wrapText(telling.words.events[moment.id] ?? '', textWide, fontSize, moment.id === reference ? 'bold' : 'regular')
    rows.push({ moment, y: y + lineHeight / 2, lines })
    y += lines.length * lineHeight + between
    if (moment.id !== span?.from) continue
    spanY = y + lineHeight / 2
    y += lineHeight + between
  }
  return { rails, text, radius, lineHeight, rows, pauses, spanY, daysColumn, height: y }
}

/** The rails as two paths: from each group's name down to its last event, and dotted where time is broken off. */
export function railPaths({ rails, rows, pauses, text, lineHeight }: Layout): { solid: string; dotted: string } {
  const breaks = pauses.filter(({ gap }) => gap !== undefined).map(({ y }) => [y - lineHeight / 2, y + lineHeight / 2] as const)
  const solid: string[] = []
  const dotted: string[] = []
  for (const [group, { x, headY }] of rails) {
    const end = rows.findLast(({ moment }) => moment.event.group === group)?.y ?? headY
    const crossed = breaks.filter(([from]) => from < end)
    solid.push(
      `M${numbers(text - 5, headY)}H${numbers(x)}`,
      ...crossed.map(([from, to]) => `V${numbers(from)}M${numbers(x, to)}`),
      `V${numbers(end)}`,
    )
    dotted.push(...crossed.map(([from, to]) => `M${numbers(x, from)}V${numbers(to)}`))
  }
  return { solid: solid.join(''), dotted: dotted.join('') }
}

/** Coordinates for a path, to a tenth of a pixel. */
export function numbers(...values: readonly number[]): string {
  return values.map((value) => String(Math.round(value * 10) / 10)).join()
}
