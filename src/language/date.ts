import type { InterfaceWords } from './words.ts'

/**
 * A date as exact as it is known: a year `2023`, a half `2023-H1`, a month `2023-06`, a day `2023-06-15`, or a minute
 * with its offset `2023-10-04T17:00+07:00`.
 */
export type PartialDate = string

const shape = /^([1-9]\d{3})(?:-(?:H([12])|(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?:[+-](?:0\d|1[0-4]):[0-5]\d|Z))?)?))?$/

interface Parts {
  year: number
  half?: 1 | 2
  month?: number
  day?: number
  time?: string
}

/** The parts of a partial date, or `undefined` when the text is not one (a 31 June is not). */
export function parseDate(text: PartialDate): Parts | undefined {
  const match = shape.exec(text)
  if (!match) return undefined
  const [, year, half, month, day, hour, minute] = match
  const parts: Parts = { year: Number(year) }
  if (half) parts.half = half === '1' ? 1 : 2
  if (month) parts.month = Number(month)
  if (day) parts.day = Number(day)
  if (hour && minute) parts.time = `${hour}:${minute}`
  if (parts.month !== undefined && (parts.month < 1 || parts.month > 12)) return undefined
  if (parts.day !== undefined && (parts.day < 1 || parts.day > daysInMonth(parts.year, parts.month ?? 1))) return undefined
  if (hour && (Number(hour) > 23 || Number(minute) > 59)) return undefined
  return parts
}

function required(text: PartialDate): Parts {
  const parts = parseDate(text)
  if (!parts) throw new RangeError(`invalid date: ${text}`)
  return parts
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The first and last day that a partial date covers, as ISO days. */
export function daysOf(text: PartialDate): { first: string; last: string; count: number } {
  const { year, half, month, day } = required(text)
  const from = month ?? (half === 2 ? 7 : 1)
  const until = month ?? (half === 1 ? 6 : 12)
  const first = iso(year, from, day ?? 1)
  const last = iso(year, until, day ?? daysInMonth(year, until))
  return { first, last, count: daysBetween(first, last) + 1 }
}

function iso(year: number, month: number, day: number): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Whole days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00Z`)) / 86_400_000)
}

/** Sorts partial dates by the first day they cover, then by the more exact. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [daysOf(a), daysOf(b)]
  return x.first.localeCompare(y.first) || x.count - y.count || a.localeCompare(b)
}

/** The later of dates by the last day they cover; `undefined` for none. */
export function latestDate(dates: PartialDate[]): PartialDate | undefined {
  return dates.reduce<PartialDate | undefined>(
    (latest, date) => (latest === undefined || daysOf(date).last > daysOf(latest).last ? date : latest),
    undefined,
  )
}

/**
 * A date in words, as exact as it is known: `2023`, `June 2023`, `15 June 2023`, `first half of 2023`. Hours are left out: they are
 * local to Jakarta and the prose says so.
 *
 * @param style `long` writes the month out, `short` abbreviates it
 */
export function formatDate(text: PartialDate, words: InterfaceWords, style: 'long' | 'short' = 'long'): string {
  const { year, half, month, day } = required(text)
  if (half) return words.halfYear(half, year)
  if (month === undefined) return String(year)
  const format = new Intl.DateTimeFormat(words.locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: style,
    ...(day === undefined ? {} : { day: 'numeric' }),
  })
  return join(format.formatToParts(Date.UTC(year, month - 1, day ?? 1)), words)
}

/** A span of days in words, without repeating what both ends share: `3–4 October 2025`. It runs from the first day of one date to the last of the other. */
export function formatSpan(from: PartialDate, until: PartialDate, words: InterfaceWords, style: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', year: 'numeric', month: style, day: 'numeric' })
  const parts = format.formatRangeToParts(new Date(`${daysOf(from).first}T00:00Z`), new Date(`${daysOf(until).last}T00:00Z`))
  // Intl sets every dash off with thin spaces; between two bare numbers there are none.
  return join(parts, words).replace(/^(\d+)\s–\s(?=\d+ )/, '$1–')
}

/** Intl writes the first of a month as a number like any other. */
function join(parts: Intl.DateTimeFormatPart[], { firstOfMonth }: InterfaceWords): string {
  return parts.map(({ type, value }) => (type === 'day' && value === '1' ? (firstOfMonth ?? value) : value)).join('')
}
