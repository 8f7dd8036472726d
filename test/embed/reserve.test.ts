import { describe, expect, it } from 'vitest'
import { reserve } from '../../src/embed/reserve.ts'

const heights = '200 480 0 0, 280 231 1.43 350, 560 190 0.62 720'

describe('the height kept for a frame', () => {
  it.each([
    [200, 480],
    [279, 480],
    [280, 632],
    [350, 732],
    [559, 732],
    [560, 538],
    [720, 637],
    [1600, 637],
  ])('of %i px is %i px', (width, height) => {
    expect(reserve(heights, width)).toBe(height)
  })

  it('is that of the first step for a column narrower than all', () => {
    expect(reserve(heights, 120)).toBe(480)
  })

  it.each([
    '',
    ' ',
    'x',
    '200',
    '200 480',
    '200 480 0',
    '200 480 0 0 0',
    '200 -480 0 0',
    '0 NaN 0 0',
    '0 Infinity 0 0',
    '0 1e9 0 0',
    '0 0 0 0',
  ])('is not known from %j', (attribute) => {
    expect(reserve(attribute, 600)).toBeUndefined()
  })

  it('comes from the steps that are sound', () => {
    expect(reserve('0 480 0 0, 300 oops 0 0', 600)).toBe(480)
  })
})
