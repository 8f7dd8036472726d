import { expect, it } from 'vitest'
import { readTheme } from '../../src/embed/theme.ts'
import { createHostile } from './hostile.ts'

it.each(['light', 'dark'])('a host may say that it is %s', (theme) => {
  expect(readTheme({ pasar: 'theme', theme })).toBe(theme)
})

it.each([
  undefined,
  null,
  'dark',
  1,
  [],
  { theme: 'dark' },
  { pasar: 'theme' },
  { pasar: 'theme', theme: 'auto' },
  { pasar: 'theme', theme: ['dark'] },
])('a host says nothing with %j', (message) => {
  expect(readTheme(message)).toBeUndefined()
})

it('ten thousand hostile messages say nothing', () => {
  const hostile = createHostile(7)
  expect(Array.from({ length: 10_000 }, () => readTheme(hostile.message())).filter((theme) => theme !== undefined)).toEqual([])
})
