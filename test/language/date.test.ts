import { describe, expect, it } from 'vitest'
import { compareDates, daysBetween, daysOf, formatDate, formatSpan, interfaceWords, latestDate, parseDate } from '#language'
import type { PartialDate } from '#language'

const en = interfaceWords('en')
const fr = interfaceWords('fr')

describe('a partial date', () => {
  const read: [text: PartialDate, parts: object][] = [
    ['2023', { year: 2023 }],
    ['2023-H1', { year: 2023, half: 1 }],
    ['2023-H2', { year: 2023, half: 2 }],
    ['2023-06', { year: 2023, month: 6 }],
    ['2023-06-15', { year: 2023, month: 6, day: 15 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
    ['2023-10-04T17:00+07:00', { year: 2023, month: 10, day: 4, time: '17:00' }],
    ['2023-10-04T00:00Z', { year: 2023, month: 10, day: 4, time: '00:00' }],
    ['2023-10-04T23:59-03:30', { year: 2023, month: 10, day: 4, time: '23:59' }],
  ]
  it.each(read)('reads %s as far as it is known', (text, parts) => {
    expect(parseDate(text)).toEqual(parts)
  })

  const refused: [text: string, why: string][] = [
    ['', 'empty'],
    ['23', 'a year of two digits'],
    ['0203', 'a year before 1000'],
    ['2023-0', 'half a month'],
    ['2023-00', 'no month'],
    ['2023-13', 'a thirteenth month'],
    ['2023-H0', 'no half'],
    ['2023-H3', 'a third half'],
    ['2023-06-00', 'no day'],
    ['2023-06-31', 'a 31 June'],
    ['2023-02-29', 'a leap day in a year without one'],
    ['2100-02-29', 'a leap day in a century without one'],
    ['2023-6-5', 'without noughts'],
    ['15 June 2023', 'in words'],
    ['2023-10-04T24:00Z', 'an hour 24'],
    ['2023-10-04T17:60Z', 'a minute 60'],
    ['2023-10-04T17:00', 'a time of no place'],
    ['2023-10-04T17:00+25:00', 'an offset of more than a day'],
    ['2023-10T17:00Z', 'a time of no day'],
    [' 2023', 'with a space'],
    ['2023\n', 'with a line break'],
  ]
  it.each(refused)('is not %j, which is %s', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })
})

describe('the days of a date', () => {
  const days: [text: PartialDate, first: string, last: string, count: number][] = [
    ['2023', '2023-01-01', '2023-12-31', 365],
    ['2024', '2024-01-01', '2024-12-31', 366],
    ['2023-H1', '2023-01-01', '2023-06-30', 181],
    ['2024-H1', '2024-01-01', '2024-06-30', 182],
    ['2024-H2', '2024-07-01', '2024-12-31', 184],
    ['2023-02', '2023-02-01', '2023-02-28', 28],
    ['2024-02', '2024-02-01', '2024-02-29', 29],
    ['2023-12', '2023-12-01', '2023-12-31', 31],
    ['2023-06-15', '2023-06-15', '2023-06-15', 1],
    ['2023-10-04T17:00+07:00', '2023-10-04', '2023-10-04', 1],
  ]
  it.each(days)('of %s run from %s to %s, %d in all', (text, first, last, count) => {
    expect(daysOf(text)).toEqual({ first, last, count })
  })

  it('of what is no date are refused by its name', () => {
    expect(() => daysOf('2023-06-31')).toThrow(new RangeError('invalid date: 2023-06-31'))
  })

  it('are counted across months, leap days and years, and backwards', () => {
    expect(daysBetween('2023-10-04', '2023-10-04')).toBe(0)
    expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1)
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2023-12-31', '2024-01-01')).toBe(1)
    expect(daysBetween('2023-10-04', '2023-09-26')).toBe(-8)
  })

  it('are counted by the day a time falls on where it was written down', () => {
    expect(daysBetween('2023-10-04T23:30+07:00', '2023-10-05T00:30+07:00')).toBe(1)
  })
})

describe('the order of dates', () => {
  it('is by first day, then the more exact one first', () => {
    const dates = ['2024', '2023-07-01', '2023-H2', '2023-06-15', '2023-01-01', '2023-01', '2023-H1', '2023', '2023-01-01T09:00+07:00']
    expect(dates.sort(compareDates)).toEqual([
      '2023-01-01',
      '2023-01-01T09:00+07:00',
      '2023-01',
      '2023-H1',
      '2023',
      '2023-06-15',
      '2023-07-01',
      '2023-H2',
      '2024',
    ])
  })

  it('puts two times of a day in the order of the clock', () => {
    expect(compareDates('2023-10-04T09:00+07:00', '2023-10-04T17:00+07:00')).toBeLessThan(0)
  })

  it('finds no difference between a date and itself', () => {
    expect(compareDates('2023-H1', '2023-H1')).toBe(0)
  })
})

describe('the latest of dates', () => {
  it('is none of none', () => {
    expect(latestDate([])).toBeUndefined()
  })

  it('is the one whose last day is latest, so a year outlasts its months', () => {
    expect(latestDate(['2023-12-01', '2023', '2023-H1'])).toBe('2023')
    expect(latestDate(['2023', '2024-01-01'])).toBe('2024-01-01')
  })

  it('is the first of those that end on one day', () => {
    expect(latestDate(['2023-12', '2023', '2023-H2'])).toBe('2023-12')
  })
})

describe('a date in English', () => {
  const written: [text: PartialDate, long: string, short: string][] = [
    ['2023', '2023', '2023'],
    ['2023-H1', 'first half of 2023', 'first half of 2023'],
    ['2024-H2', 'second half of 2024', 'second half of 2024'],
    ['2023-06', 'June 2023', 'Jun 2023'],
    ['2023-06-15', '15 June 2023', '15 Jun 2023'],
    ['2023-09-25', '25 September 2023', '25 Sept 2023'],
    ['2024-02-29', '29 February 2024', '29 Feb 2024'],
    ['2024-01-01', '1 January 2024', '1 Jan 2024'],
    ['2023-10-04T17:00+07:00', '4 October 2023', '4 Oct 2023'],
    ['2023-12-31T23:30-11:00', '31 December 2023', '31 Dec 2023'],
  ]
  it.each(written)('writes %s as %s, short %s', (text, long, short) => {
    expect(formatDate(text, en)).toBe(long)
    expect(formatDate(text, en, 'short')).toBe(short)
  })

  it('is not written when it is none', () => {
    expect(() => formatDate('June 2023', en)).toThrow(new RangeError('invalid date: June 2023'))
  })
})

describe('a span in English', () => {
  const spans: [from: string, until: string, text: string][] = [
    ['2025-10-03', '2025-10-03', '3 October 2025'],
    ['2025-10-03', '2025-10-04', '3–4 October 2025'],
    ['2025-09-29', '2025-10-03', '29 September\u2009–\u20093 October 2025'],
    ['2025-12-31', '2026-01-01', '31 December 2025\u2009–\u20091 January 2026'],
    ['2023-10-04T17:00+07:00', '2023-10-05', '4–5 October 2023'],
    ['2023-06', '2023-06-15', '1–15 June 2023'],
    ['2023-06-15', '2023-06', '15–30 June 2023'],
  ]
  it.each(spans)('from %s to %s is %s', (from, until, text) => {
    expect(formatSpan(from, until, en)).toBe(text)
  })

  it('has short months on request', () => {
    expect(formatSpan('2025-10-03', '2025-10-04', en, 'short')).toBe('3–4 Oct 2025')
  })
})

describe('a date in French', () => {
  const written: [text: PartialDate, long: string, short: string][] = [
    ['2023', '2023', '2023'],
    ['2025-H1', 'premier semestre 2025', 'premier semestre 2025'],
    ['2024-H2', 'second semestre 2024', 'second semestre 2024'],
    ['2023-06', 'juin 2023', 'juin 2023'],
    ['2023-11-13', '13 novembre 2023', '13 nov. 2023'],
    ['2024-01-01', '1er janvier 2024', '1er janv. 2024'],
    ['2024-01-11', '11 janvier 2024', '11 janv. 2024'],
    ['2023-12-31T23:30-11:00', '31 décembre 2023', '31 déc. 2023'],
  ]
  it.each(written)('writes %s as %s, short %s', (text, long, short) => {
    expect(formatDate(text, fr)).toBe(long)
    expect(formatDate(text, fr, 'short')).toBe(short)
  })

  const spans: [from: string, until: string, text: string][] = [
    ['2025-10-03', '2025-10-04', '3–4 octobre 2025'],
    ['2025-12-31', '2026-01-01', '31 décembre 2025\u2009–\u20091er janvier 2026'],
    ['2023-06', '2023-06-15', '1er–15 juin 2023'],
  ]
  it.each(spans)('spans %s to %s as %s', (from, until, text) => {
    expect(formatSpan(from, until, fr)).toBe(text)
  })

  it.each([
    ['2026-06-08', 'Faits jusqu’au 8 juin 2026'],
    ['2026-06', 'Faits jusqu’en juin 2026'],
    ['2026-H1', 'Faits jusqu’au premier semestre 2026'],
    ['2026', 'Faits jusqu’en 2026'],
  ])('has the article that %s asks for: %s', (date, said) => {
    expect(fr.site.factsTo(formatDate(date, fr))).toBe(said)
  })
})
