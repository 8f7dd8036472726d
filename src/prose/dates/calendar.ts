import { daysOf, parseDate, proseWords } from '#language'
import type { PartialDate } from '#language'
import type { Story, Telling } from '#story'
import { onceFor } from '../once-for.ts'

/** A date that a story's data holds. */
export interface KnownDate {
  date: PartialDate
  /** What it is the date of, as its data or its words name it. */
  of: string
  isEvent: boolean
}

/** Every date in a story's data: of events, ties, facts, sources, editions, corrections and of the story. A span of days is all of its days. */
export const calendarOf = onceFor(makeCalendar)

function makeCalendar(telling: Telling): KnownDate[] {
  const { story, words } = telling
  const dates: KnownDate[] = []
  visit(story.data, [])
  for (const [id, { date, until }] of Object.entries(story.data.events))
    for (const day of between(date, until)) dates.push({ date: day, of: words.events[id] ?? id, isEvent: true })
  return dates

  function visit(value: unknown, path: readonly string[]): void {
    if (typeof value === 'string') {
      if (path[0] !== 'events' && parseDate(value)) dates.push({ date: value.slice(0, 10), of: nameOf(path), isEvent: false })
    } else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key])
  }
}

/** `the fact "users"`; what only the story as a whole has a date of goes by its key, as `published` does. */
function nameOf(path: readonly string[]): string {
  const [part = '', id = ''] = path
  const nouns: Record<string, string> = { sources: 'source', facts: 'fact', ties: 'tie', corrections: 'correction', charts: 'chart' }
  if (part === 'series') return `the fact "${path[3] ?? id}"`
  return id === '' ? part : `the ${nouns[part] ?? part} "${id}"`
}

/** The days from one to another; what is no day is itself. */
function between(from: PartialDate, until?: PartialDate): PartialDate[] {
  if (until === undefined || parseDate(from)?.day === undefined) return [from.slice(0, 10)]
  const days: string[] = []
  for (let day = Date.parse(from.slice(0, 10)); day <= Date.parse(until); day += 86_400_000)
    days.push(new Date(day).toISOString().slice(0, 10))
  return days
}

/**
 * The days that a fact or an event may be told with: its own, those on which its sources came out, and those of the events, ties and facts
 * that rest on one of its sources.
 */
export function daysAbout(story: Story, own: readonly PartialDate[], sources: readonly string[]): Set<string> {
  const { events, ties, facts, sources: listed } = story.data
  const related = <Entry extends { source: string[] }>(entries: Record<string, Entry>): Entry[] =>
    Object.values(entries).filter(({ source }) => source.some((id) => sources.includes(id)))
  const dates = [
    ...own,
    ...sources.map((id) => listed[id]?.published),
    ...related(events).flatMap(({ date, until }) => between(date, until)),
    ...related(ties).flatMap(({ since, until }) => [since, until]),
    ...related(facts).map(({ asOf }) => asOf),
  ]
  return new Set(dates.flatMap((date) => (date !== undefined && parseDate(date)?.day !== undefined ? [date.slice(0, 10)] : [])))
}

/** A date as a language writes it out: 4 October 2023, October 2023, 2023. */
export function writtenOut(date: PartialDate, tag: string): string {
  const { year, month, day } = parseDate(date) ?? { year: 0 }
  if (month === undefined) return String(year)
  const format = new Intl.DateTimeFormat(proseWords(tag).locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
  })
  return format.format(Date.parse(daysOf(date).first))
}
