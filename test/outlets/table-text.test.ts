import { expect, it } from 'vitest'
import { tableText } from '../../src/outlets/table-text.ts'

it('puts heads first, a row a line, and cells apart by tabs', () => {
  const columns = [{ head: 'Year' }, { head: 'Value', numeric: true }]
  expect(tableText({ columns, rows: [{ cells: ['2023', '$62 billion'] }, { cells: ['2024', ''] }] })).toBe(
    'Year\tValue\n2023\t$62 billion\n2024\t',
  )
})

it('lets no cell break its row', () => {
  expect(tableText({ columns: [{ head: ' A\n b' }], rows: [{ cells: ['c\td'] }] })).toBe('A b\nc d')
})

it('is the heads alone where there are no rows', () => {
  expect(tableText({ columns: [{ head: 'A' }, { head: 'B' }], rows: [] })).toBe('A\tB')
})
