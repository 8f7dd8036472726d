import { describe, expect, it } from 'vitest'
import { countAt, fillField, writeCount } from '../../src/browser/volumes.ts'

describe('a field that fills', () => {
  // Three rows of four squares, the last of them with two.
  const field = 'M0 2h16M0 6h16M0 10h8'

  it('is empty for none', () => {
    expect(fillField(field, 4, 0)).toBe('')
  })

  it('begins a row with as many squares as there are', () => {
    expect(fillField(field, 4, 1)).toBe('M0 2h4')
    expect(fillField(field, 4, 6)).toBe('M0 2h16M0 6h8')
  })

  it('ends a row before it begins the next', () => {
    expect(fillField(field, 4, 4)).toBe('M0 2h16')
    expect(fillField(field, 4, 8)).toBe('M0 2h16M0 6h16')
  })

  it('is whole when all are there', () => {
    expect(fillField(field, 4, 10)).toBe(field)
  })

  it('stays empty where nothing was drawn', () => {
    expect(fillField('', 4, 3)).toBe('')
  })
})

describe('a count', () => {
  const counts = [0, 7, 10, 999, 1000, 20_345, 123_456, 1_900_000, 9_999_999_999]

  // Each groups its digits in its own way, the last two with digits of their own.
  it.each(['en-GB', 'fr-FR', 'id-ID', 'de-CH', 'hi-IN', 'ar-EG', 'bn-IN'])('is written as the formatter of %s writes it', (locale) => {
    const format = new Intl.NumberFormat(locale)
    const example = format.format(1_234_567_890)
    expect(counts.map((count) => writeCount(count, example))).toEqual(counts.map((count) => format.format(count)))
  })
})

describe('a count at a steady rate', () => {
  it('is none at the start, and before it', () => {
    expect(countAt(35, 0)).toEqual({ count: 0, inMinute: 0 })
    expect(countAt(35, -5000)).toEqual({ count: 0, inMinute: 0 })
  })

  it('counts whole parcels only', () => {
    expect(countAt(3e6 / 86_400, 1000).count).toBe(34)
  })

  it('comes to a day’s worth in a day', () => {
    expect(countAt(3e6 / 86_400, 86_400_000).count).toBe(3e6)
  })

  it('begins the minute anew while the count goes on', () => {
    expect(countAt(10, 59_900)).toEqual({ count: 599, inMinute: 599 })
    expect(countAt(10, 60_000)).toEqual({ count: 600, inMinute: 0 })
    expect(countAt(10, 61_000)).toEqual({ count: 610, inMinute: 10 })
  })
})
