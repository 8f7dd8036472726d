import { expect, it } from 'vitest'
import { literalOf } from '#story'

it.each([
  [62e9, '62e9'],
  [62.5e9, '62.5e9'],
  [4e6, '4e6'],
  [62_123_456_789, '62123456789'],
  [864e3, '864e3'],
  [100, '100'],
  [0, '0'],
  [-5e9, '-5e9'],
  [0.1, '0.1'],
  [[20, 30], '[20, 30]'],
  [null, 'null'],
  [true, 'true'],
  ["L'État", String.raw`'L\'État'`],
  [{ value: 62e9, unit: 'USD' }, "{ value: 62e9, unit: 'USD' }"],
  [{ 'market-2023': 1 }, "{ 'market-2023': 1 }"],
])('writes %j as the data does: %s', (value, text) => {
  expect(literalOf(value)).toBe(text)
})
