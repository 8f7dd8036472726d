import { expect, it } from 'vitest'
import { fillPlaces } from '../../src/browser/fill.ts'

it('fills each place with the value of its name, as often as it stands there', () => {
  expect(fillPlaces('[a] and [b], [a]', { a: '1', b: '2' })).toBe('1 and 2, 1')
})

it('leaves places it knows nothing of, and text without any', () => {
  expect(fillPlaces('[a] [c] b', { a: '1', b: '2' })).toBe('1 [c] b')
  expect(fillPlaces('', { a: '1' })).toBe('')
})

it('takes what it fills in as it is', () => {
  expect(fillPlaces('[a]', { a: '$1 [b] $&', b: '2' })).toBe('$1 [b] $&')
})
