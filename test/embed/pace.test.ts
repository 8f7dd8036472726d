import { describe, expect, it } from 'vitest'
import { createPace } from '../../src/embed/pace.ts'

/** How many wishes are allowed that come a frame apart. */
const allowed = (cost: number, wishes: number, pace = createPace(), from = 0): number =>
  Array.from({ length: wishes }, (_, n) => pace.allows(cost, from + n * 16)).filter(Boolean).length

describe('the pace of a height', () => {
  it('allows a chart some growths in a row, and a column that is dragged more', () => {
    expect(allowed(4, 100)).toBe(8)
    expect(allowed(1, 100)).toBe(32)
  })

  it('allows whatever comes once a second', () => {
    const pace = createPace()
    expect(Array.from({ length: 100 }, (_, n) => pace.allows(4, n * 1000)).every(Boolean)).toBe(true)
  })

  it('begins anew when a reader does something', () => {
    const pace = createPace()
    allowed(4, 100, pace)
    pace.reset()
    expect(allowed(4, 100, pace, 1600)).toBe(8)
  })

  it('waits for quiet longer each time, and then no more', () => {
    const pace = createPace()
    const waits = Array.from({ length: 5 }, () => {
      const wait = pace.wait()
      pace.waited(0)
      return wait
    })
    expect(waits).toEqual([250, 500, 1000, 2000, 0])
  })

  it('asks for the same quiet however often a wish is not allowed', () => {
    const pace = createPace()
    expect([pace.wait(), pace.wait(), pace.wait()]).toEqual([250, 250, 250])
  })

  it('counts what comes right after a late answer as part of the same loop', () => {
    const pace = createPace()
    allowed(1, 32, pace)
    pace.waited(5000)
    expect(pace.allows(1, 5010)).toBe(false)
    expect(pace.allows(1, 6010)).toBe(true)
  })
})
