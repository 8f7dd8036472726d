import { expect, it } from 'vitest'
import { longestCommon } from '#prose'

const common = (a: string, b: string): string =>
  longestCommon(Array.from(a), Array.from(b))
    .map(([i]) => a[i])
    .join('')

it('is empty where either list is, or where they share nothing', () => {
  expect(longestCommon([], [])).toEqual([])
  expect(common('ab', '')).toBe('')
  expect(common('ab', 'cd')).toBe('')
})

it.each([
  ['abc', 'abc', 'abc'],
  ['abcd', 'acd', 'acd'],
  ['acd', 'abcd', 'acd'],
  ['abcde', 'eabcd', 'abcd'],
  ['aab', 'ab', 'ab'],
])('of %s and %s is %s', (a, b, both) => {
  expect(common(a, b)).toBe(both)
})

it('says where in both lists the pairs stand', () => {
  expect(longestCommon(['a', 'b', 'c'], ['b', 'x', 'c'])).toEqual([
    [1, 0],
    [2, 2],
  ])
})
