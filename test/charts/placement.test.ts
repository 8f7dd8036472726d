import { describe, expect, test } from 'vitest'
import { placeLabels } from '../../src/charts/placement.ts'
import type { Spot } from '../../src/charts/placement.ts'

const bounds = { left: 0, top: 0, right: 100, bottom: 100 }
const nothing = { discs: [], segments: [], bounds }

/** A spot ten pixels square. */
function spot(left: number, top: number, cost = 0, states?: readonly string[]): Spot {
  return { x: left, y: top, anchor: 'start', cost, states, boxes: [{ left, top, right: left + 10, bottom: top + 10 }] }
}

const corners = ({ spots }: { spots: readonly Spot[] }): number[][] => spots.map(({ x, y }) => [x, y])

describe('placeLabels', () => {
  test('no labels take no spots', () => {
    expect(placeLabels([], nothing)).toEqual({ spots: [], conflicts: 0 })
  })

  test('a label takes the most welcome spot', () => {
    expect(corners(placeLabels([[spot(0, 0, 1), spot(20, 0, 0)]], nothing))).toEqual([[20, 0]])
  })

  test.each([
    ['a disc', { ...nothing, discs: [{ x: 5, y: 12, r: 3 }] }],
    ['a line that passes right through', { ...nothing, segments: [{ x1: -50, y1: 5, x2: 15, y2: 5 }] }],
    ['a line that ends in it', { ...nothing, segments: [{ x1: 5, y1: 5, x2: 5, y2: 90 }] }],
    ['the edge', { ...nothing, bounds: { ...bounds, left: 1 } }],
  ])('a label gives way to %s', (_, obstacles) => {
    expect(placeLabels([[spot(0, 0), spot(20, 20, 9)]], obstacles)).toMatchObject({ spots: [{ x: 20 }], conflicts: 0 })
  })

  test('a line beside a label leaves it where it is', () => {
    const beside = { ...nothing, segments: [{ x1: 0, y1: 11, x2: 11, y2: 11 }] }
    expect(corners(placeLabels([[spot(0, 0), spot(20, 20, 9)]], beside))).toEqual([[0, 0]])
  })

  test('of two labels that want one spot, one goes elsewhere', () => {
    const wanted = [
      [spot(0, 0), spot(20, 0, 5)],
      [spot(0, 0), spot(40, 0, 5)],
    ]
    expect(corners(placeLabels(wanted, nothing))).toEqual([
      [0, 0],
      [40, 0],
    ])
  })

  test('a label with nowhere else to go pushes another from its spot', () => {
    const placed = placeLabels([[spot(0, 0), spot(50, 50, 9)], [spot(5, 5)]], nothing)
    expect(placed).toMatchObject({ conflicts: 0 })
    expect(corners(placed)).toEqual([
      [50, 50],
      [5, 5],
    ])
  })

  test('labels that are never drawn together may have one spot', () => {
    const placed = placeLabels([[spot(0, 0, 0, ['before'])], [spot(0, 0, 0, ['after'])]], nothing)
    expect(placed.conflicts).toBe(0)
  })

  test('a label without a clear spot is reported', () => {
    expect(placeLabels([[spot(0, 0)], [spot(0, 0)]], nothing).conflicts).toBe(1)
  })
})
