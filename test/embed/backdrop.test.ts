import { describe, expect, it } from 'vitest'
import { readLightness } from '../../src/embed/backdrop.ts'

describe('the lightness of a computed colour', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgb(18, 18, 18)', 0.07],
    ['rgba(255, 255, 255, 0.9)', 1],
    ['rgb(0 0 255)', 0.11],
    ['color(srgb 1 1 1)', 1],
    ['color(display-p3 0.1 0.1 0.1 / 0.8)', 0.1],
    ['oklch(0.2 0.05 270)', 0.2],
    ['oklab(0.95 -0.01 0.02)', 0.95],
    ['lab(12 4 -8)', 0.12],
    ['lch(97 2 100)', 0.97],
    ['color(srgb 1e-7 0 0)', 0],
  ])('%s is %d', (colour, lightness) => {
    expect(readLightness(colour)).toBeCloseTo(lightness, 2)
  })

  it.each(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0.06)', 'oklch(0.2 0.05 270 / 0.1)', 'color(srgb 0 0 0 / 0)'])(
    'is not that of %s, which can be seen through',
    (colour) => {
      expect(readLightness(colour)).toBeUndefined()
    },
  )
})
