import { daysBetween, parseDate, proseWords } from '#language'
import type { Telling } from '#story'
import { calendarOf, writtenOut } from './calendar.ts'
import type { KnownDate } from './calendar.ts'
import { datesIn } from './dates.ts'
import type { NamedDate } from './dates.ts'

/** A date in a text that the story does not know. */
export interface Misdated {
  text: string
  index: number
  /** What is wrong with it, without what to do about it. */
  message: string
}

/** What a text that is read before another leaves to it. */
export interface Reading {
  /** The year last named, which a date without one is of. */
  year?: number
}

/** What a date must be of beside the story: a fact or an event in whose words it stands. */
export interface About {
  /** `the fact "users"` */
  name: string
  days: ReadonlySet<string>
  /** Where in the text its words begin and end. */
  from: number
  until: number
}

/**
 * The dates in a text that are none of the story's: days and months that nothing in its data is of, years before its first or after its
 * last. A date without a year is of the year last named before it, else of the next in the text; where the text names none, of any.
 *
 * @param reading what came before; the text adds to it
 * @param abouts parts of the text that are about a fact or an event, whose days theirs must be
 */
export function misdatedIn(
  text: string,
  telling: Telling,
  names: readonly string[],
  reading: Reading,
  abouts: readonly About[] = [],
): Misdated[] {
  const dates = datesIn(text, proseWords(telling.language.tag), names)
  const calendar = calendarOf(telling)
  return dates.flatMap((date, place) => {
    const later = dates.slice(place + 1).find(({ year }) => year !== undefined)?.year
    const message = faultOf(date, later, calendar, telling.language.tag, reading, abouts)
    if (date.year !== undefined) reading.year = date.year
    return message === undefined ? [] : { text: date.text, index: date.index, message }
  })
}

function faultOf(
  date: NamedDate,
  later: number | undefined,
  calendar: readonly KnownDate[],
  tag: string,
  reading: Reading,
  abouts: readonly About[],
): string | undefined {
  const { text, year, month, day } = date
  if (month === undefined) return yearFault(text, year ?? 0, calendar)
  const years = year === undefined ? [reading.year, later].filter((named) => named !== undefined) : [year]
  const rest = [month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0'))).join('-')
  // Where no year is named, any will do.
  const fitting = years.length > 0 ? years.map((named) => `${String(named)}-${rest}`) : yearsOf(calendar).map((named) => `${named}-${rest}`)
  const [first = rest] = fitting
  const found = fitting.find((candidate) => calendar.some((known) => known.date.startsWith(candidate)))
  if (found === undefined) return dayFault(date, years.length > 0 ? first : undefined, calendar, tag)
  const about = abouts.find(({ from, until }) => from <= date.index && date.index < until)
  if (day === undefined || !about || about.days.has(found)) return undefined
  const own = [...about.days].sort().map((known) => writtenOut(known, tag))
  return `"${text}" is no date of ${about.name}, in whose words it stands; ${own.length > 0 ? `its dates are ${own.join(', ')}` : 'it has no day of its own'}`
}

function yearsOf(calendar: readonly KnownDate[]): string[] {
  return [...new Set(calendar.map(({ date }) => date.slice(0, 4)))].sort()
}

function yearFault(text: string, year: number, calendar: readonly KnownDate[]): string | undefined {
  const years = yearsOf(calendar)
  const [first = '', last = first] = [years[0], years.at(-1)]
  if (Number(first) <= year && year <= Number(last)) return undefined
  const shown = text === String(year) ? '' : ` of "${text}"`
  return `"${String(year)}"${shown} is no year of this story, whose dates run from ${first} to ${last}`
}

/**
 * @param date the date it would be, `undefined` where no year is named
 */
function dayFault(named: NamedDate, date: string | undefined, calendar: readonly KnownDate[], tag: string): string {
  const { text, year, day } = named
  const what = day === undefined ? 'month' : 'date'
  if (date === undefined) return `"${text}" is no ${what} of this story in any year`
  const read = year === undefined ? `, of ${date.slice(0, 4)} as the year last named,` : ''
  if (!parseDate(date)) return `"${text}"${read} is no ${what} of any calendar`
  const others = day !== undefined && year === undefined ? calendar.filter((known) => known.date.slice(5) === date.slice(5)) : []
  const other = others.find(({ isEvent }) => isEvent) ?? others[0]
  if (other) return `"${text}"${read} is no date of this story; did you mean ${described(other, tag)}?`
  return `"${text}"${read} is no ${what} of this story; ${near(date, calendar, tag)}`
}

/** The dates nearest to one, of events where there are any; two of them in the order of time. */
function near(date: string, calendar: readonly KnownDate[], tag: string): string {
  const length = date.length
  const fine = calendar.filter((known) => known.date.length >= length)
  const events = fine.filter(({ isEvent }) => isEvent)
  const distance = (known: KnownDate): number => Math.abs(daysBetween(`${known.date.slice(0, length)}-01`, `${date}-01`))
  const sorted = [...(events.length > 0 ? events : fine)].sort((a, b) => distance(a) - distance(b))
  const nearest = sorted.filter((known, place) => sorted.findIndex((same) => same.date === known.date) === place).slice(0, 2)
  const shown = nearest.toSorted((a, b) => a.date.localeCompare(b.date)).map((known) => described(known, tag))
  return `${events.length > 0 ? 'events' : 'dates'} near it: ${shown.join(', ')}`
}

function described({ date, of }: KnownDate, tag: string): string {
  return `${writtenOut(date, tag)} (${of})`
}
