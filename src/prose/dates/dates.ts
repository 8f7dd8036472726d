import type { ProseWords } from '#language'
import { monthNames } from './months.ts'
import { onceFor } from '../once-for.ts'
import { address, anyOf, days, escape, gap, month, plainSpaces, whole, year, years } from '../patterns.ts'

/** A date, a month or a year as a text names it. A decade is none. */
export interface NamedDate {
  text: string
  /** Where it begins in the text. */
  index: number
  year?: number
  /** From 1. */
  month?: number
  day?: number
}

/**
 * The dates that a text names, in order: 4 October 2023, October 4, 2023-10-04, Oct 2023, 2023. Two days of one month are two dates.
 *
 * @param names names that may hold a number, such as those of companies
 */
export function datesIn(text: string, words: ProseWords, names: readonly string[] = []): NamedDate[] {
  const { passing, shapes, months } = shapesOf(words)
  let rest = plainSpaces(text)
  const hide = (found: string): string => gap.repeat(found.length)
  for (const name of names) if (/\d/.test(name)) rest = rest.replace(new RegExp(whole(escape(name)), 'giu'), hide)
  for (const pattern of passing) rest = rest.replace(pattern, hide)
  const dates: NamedDate[] = []
  for (const shape of shapes)
    rest = rest.replace(shape, (found: string, ...rests: unknown[]) => {
      const index = rests.findLast((argument) => typeof argument === 'number') ?? 0
      const groups = (rests.at(-1) ?? {}) as Record<string, string | undefined>
      dates.push(...readDates(groups, months).map((date) => ({ ...date, text: text.slice(index, index + found.length), index })))
      return hide(found)
    })
  return dates.sort((a, b) => a.index - b.index || (a.day ?? a.year ?? 0) - (b.day ?? b.year ?? 0))
}

/** The parts of what one pattern found: one date, or two. */
function readDates(groups: Record<string, string | undefined>, months: ReadonlyMap<string, number>): Omit<NamedDate, 'text' | 'index'>[] {
  const { years: span = '', year: named, name, number, days: listed = '' } = groups
  if (span !== '') {
    if (span.endsWith('s')) return []
    const [first = '', second] = span.match(/\d+/g) ?? []
    return [first, ...(second === undefined ? [] : [first.slice(0, 4 - second.length) + second])].map((found) => ({ year: Number(found) }))
  }
  const dated = {
    ...(named === undefined ? {} : { year: Number(named.length === 2 ? `20${named}` : named) }),
    month: name === undefined ? Number(number) : (months.get(name.replace(/\.$/, '')) ?? 0),
  }
  const numbers = listed.match(/\d+/g) ?? []
  return numbers.length === 0 ? [dated] : numbers.map((found) => ({ ...dated, day: Number(found) }))
}

interface Shapes {
  /** What holds the digits of a date and is none. */
  passing: readonly RegExp[]
  shapes: readonly RegExp[]
  months: ReadonlyMap<string, number>
}

const shapesOf = onceFor(makeShapes)

function makeShapes(words: ProseWords): Shapes {
  const name = `(?<name>${month(words)})`
  const sources = [
    whole(`(?<year>${year})-(?<number>\\d\\d)(?:-(?<days>\\d\\d))?`),
    whole(`(?<days>${days}) (?:de |of )?${name}(?:,? (?<year>${year}))?`),
    whole(`${name} (?<days>${days})(?:,? (?<year>${year}))?`),
    // None of the languages has the month first.
    whole(`(?<days>[0-3]?\\d)/(?<number>[01]?\\d)/(?<year>${year}|\\d\\d)`),
    whole(`${name}(?: de| of| tahun|,)? (?<year>${year})`),
    `(?<years>${years(words)})`,
  ]
  return {
    // Addresses, money, decades.
    passing: [address, `${anyOf(words.currencies)} ?\\d[\\d.,]*`, `années ${year}`, `${year}-?an(?!\\p{L})`].map(
      (source) => new RegExp(source, 'giu'),
    ),
    // May is a month and may is none.
    shapes: sources.map((source) => new RegExp(source, source.includes(name) ? 'gu' : 'giu')),
    months: monthNames(words.locale),
  }
}
