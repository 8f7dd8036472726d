import { expect, it } from 'vitest'
import { freeLine } from '../../src/browser/guess-line.ts'

const figures = [
  { first: 20, last: 34 },
  { first: 50, last: 64 },
]

it('lets a label stand beside its end where nothing stands already', () => {
  expect(freeLine(100, [])).toBe(100)
  expect(freeLine(200, figures)).toBe(200)
  expect(freeLine(0, figures)).toBe(0)
})

it('puts a label that would meet another below all of them', () => {
  for (const wish of [10, 27, 42, 64, 75]) expect(freeLine(wish, figures), String(wish)).toBeGreaterThan(64 + 12)
})
