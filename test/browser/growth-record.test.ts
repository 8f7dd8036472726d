import { expect, it } from 'vitest'
import { sayPath } from '../../src/browser/growth-record.ts'

const pattern = '[value] in the [edition] edition'

it('says nothing of no rows', () => {
  expect(sayPath([], pattern, 'en')).toBe('')
})

it('says the year once and then each figure with its edition, in the order of the rows', () => {
  const rows = [
    ['2030', '2023', '$160 billion', 'Forecast'],
    ['2030', '2024', '$150 billion', 'Forecast'],
    ['2030', '2025', '$140 billion', 'Forecast'],
  ]
  expect(sayPath(rows, pattern, 'en')).toBe(
    '2030: $160 billion in the 2023 edition, $150 billion in the 2024 edition, $140 billion in the 2025 edition',
  )
})
