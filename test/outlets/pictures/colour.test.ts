import { describe, expect, test } from 'vitest'
import { resolveValue } from '../../../src/outlets/pictures/colour.ts'

const properties = new Map([
  ['--mark', '#b81039'],
  ['--color-paper', '#fbf7ef'],
])

/** Björn Ottosson's conversion, written out here so that the mixture is not checked with the library that made it. */
function mixInOklab(one: string, share: number, other: string): number[] {
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  const lms = (hex: string): number[] => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(channel(hex, at)))
    return [
      0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
      0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
      0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
    ].map(Math.cbrt)
  }
  // The step from roots of cone responses to Lab is linear, so mixing may happen before it.
  const [from, to] = [lms(one), lms(other)]
  const [l = 0, m = 0, s = 0] = from.map((value, index) => (value * share + (to[index] ?? 0) * (1 - share)) ** 3)
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((value) => Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)))
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

test('a value without functions stays as it is', () => {
  expect(resolveValue('none', properties, 'light')).toBe('none')
  expect(resolveValue('4 4', properties, 'light')).toBe('4 4')
})

test('a custom property is filled in, or its second choice', () => {
  expect(resolveValue('var(--mark)', properties, 'light')).toBe('#b81039')
  expect(resolveValue('var(--none, var(--mark))', properties, 'light')).toBe('#b81039')
})

test('one that nobody set says so', () => {
  expect(() => resolveValue('var(--none)', properties, 'light')).toThrow(
    'invalid value: var(--none); expected a rule that sets --none where it is used',
  )
})

test('each theme takes its side', () => {
  expect(resolveValue('light-dark(#fbf7ef, #12172a)', properties, 'light')).toBe('#fbf7ef')
  expect(resolveValue('light-dark(#fbf7ef, #12172a)', properties, 'dark')).toBe('#12172a')
})

describe('a mixture', () => {
  test.each([12, 14, 25, 62])('of %i per cent is what the formula gives', (share) => {
    const mixed = resolveValue(`color-mix(in oklab, var(--mark) ${String(share)}%, var(--color-paper))`, properties, 'light')
    const expected = mixInOklab('#b81039', share / 100, '#fbf7ef')
    channels(mixed).forEach((channel, index) => {
      expect(Math.abs(channel - (expected[index] ?? 0))).toBeLessThanOrEqual(1)
    })
  })

  test('of all of a colour or none of it is that colour or the other', () => {
    expect(resolveValue('color-mix(in oklab, #b81039 100%, #fbf7ef)', properties, 'light')).toBe('#b81039')
    expect(resolveValue('color-mix(in oklab, #b81039 0%, #fbf7ef)', properties, 'light')).toBe('#fbf7ef')
  })

  test.each(['color-mix(in srgb, red 10%, blue)', 'color-mix(in oklab, red 10%, blue 20%)', 'color-mix(in oklab, redd 10%, blue)'])(
    'that is none of ours is refused: %s',
    (value) => {
      expect(() => resolveValue(value, properties, 'light')).toThrow('expected color-mix(in oklab, COLOUR n%, COLOUR)')
    },
  )
})
