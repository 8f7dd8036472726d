import { describeWait, parseMoment } from '#language'
import { describe, expect, it } from 'vitest'

describe('parseMoment', () => {
  it.each([
    ['2026-08-14T06:00+07:00', Date.UTC(2026, 7, 13, 23), 'UTC+07:00'],
    ['2026-08-14T06:00:00+07:00', Date.UTC(2026, 7, 13, 23), 'UTC+07:00'],
    ['2026-08-14 06:00 WIB', Date.UTC(2026, 7, 13, 23), 'WIB'],
    ['2026-08-14T06:00 WITA', Date.UTC(2026, 7, 13, 22), 'WITA'],
    ['2026-08-14 06:00 CEST', Date.UTC(2026, 7, 14, 4), 'CEST'],
    ['2026-08-14 06:00Z', Date.UTC(2026, 7, 14, 6), 'UTC'],
    ['2026-08-14 06:00 -03:30', Date.UTC(2026, 7, 14, 9, 30), 'UTC-03:30'],
  ])('reads %s on the clock of its zone', (text, at, zone) => {
    expect(parseMoment(text)).toEqual({ at, day: '2026-08-14', time: '06:00', zone })
  })

  it.each([
    ['without a zone', '2026-08-14 06:00'],
    ['without an hour', '2026-08-14 WIB'],
    ['on a day that is none', '2026-06-31 06:00 WIB'],
    ['at an hour that is none', '2026-08-14 24:00 WIB'],
    ['with a zone that two countries mean', '2026-08-14 06:00 IST'],
    ['with an offset that is none', '2026-08-14 06:00 +19:00'],
    ['in words', 'tomorrow'],
    ['of nothing', ''],
  ])('refuses a moment %s', (_, text) => {
    expect(parseMoment(text)).toBeUndefined()
  })
})

describe('describeWait', () => {
  it.each([
    [1, '1 minute'],
    [60_000, '1 minute'],
    [60_001, '2 minutes'],
    [3_600_000, '1 hour'],
    [3_660_000, '1 hour 1 minute'],
    [86_400_000, '1 day'],
    [(3 * 24 + 4) * 3_600_000 + 59 * 60_000, '3 days 4 hours'],
    [86_400_000 + 60_000, '1 day'],
  ])('says of %i milliseconds %s', (milliseconds, words) => {
    expect(describeWait(milliseconds)).toBe(words)
  })
})
