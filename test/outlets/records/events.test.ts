import { expect, it } from 'vitest'
import { chartCsv } from '../../../src/outlets/records/index.ts'
import { telling } from '../../charts/story.ts'
import { readRecords } from './reader.ts'

const rows = readRecords(chartCsv(telling, 'timeline'))
const day = (date = ''): number => Date.parse(`${date.slice(0, 10)}T00:00Z`) / 86_400_000

it('counts the days between events as a calendar does', () => {
  const zero = day(rows.find(({ mark }) => mark === 'ban-in-force')?.date)
  rows.forEach((row, index) => {
    const before = rows[index - 1]
    expect(row['from ban-in-force (days)']).toBe(String(day(row.date) - zero))
    expect(row['since the event before (days)']).toBe(
      before ? String(day(row.date) - day(before.until === '' ? before.date : before.until)) : '',
    )
  })
})

it('dates an event as exactly as it is known, and its end where it took days', () => {
  expect(rows.find(({ mark }) => mark === 'shop-stops')).toMatchObject({ date: '2023-10-04T17:00+07:00', until: '' })
  expect(rows.find(({ mark }) => mark === 'registration-frozen')).toMatchObject({ date: '2025-10-03', until: '2025-10-04' })
})
