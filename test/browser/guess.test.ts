import { describe, expect, it } from 'vitest'
import { clampGuess, compareWith, directionOf, growthOf, readGuess, wayTo } from '../../src/browser/guess.ts'

describe('growth a year', () => {
  it('compounds to the value at the end', () => {
    expect(growthOf(100, 121, 2)).toBeCloseTo(0.1)
    expect(growthOf(121, 100, 2)).toBeLessThan(0)
    expect(growthOf(62, 62, 7)).toBe(0)
  })

  it('is a rise, a fall or neither, to a tenth of a per cent', () => {
    expect(directionOf(0.0006)).toBe('rise')
    expect(directionOf(0.0004)).toBe('flat')
    expect(directionOf(-0.0004)).toBe('flat')
    expect(directionOf(-0.0006)).toBe('fall')
  })
})

describe('the way to a guess', () => {
  it('has a value for every year, the first and last as given', () => {
    const way = wayTo(62, 160, 7)
    expect(way).toHaveLength(8)
    expect(way[0]).toBe(62)
    expect(way.at(-1)).toBe(160)
  })

  it('is the same multiple from year to year', () => {
    const way = wayTo(62, 160, 7)
    const steps = way.slice(1).map((value, year) => value / (way[year] ?? Number.NaN))
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? Number.NaN)
  })
})

describe('a guess', () => {
  it('is whole and between one and the most that the drawing has room for', () => {
    expect([-5, 0, 1, 61.6, 170, 1e9].map((value) => clampGuess(value, 170))).toEqual([1, 1, 1, 62, 170, 170])
  })

  it('is read from the part of an address that names it', () => {
    expect(readGuess('guess-110', 170)).toBe(110)
    expect(readGuess('guess-0', 170)).toBe(1)
    expect(readGuess('guess-999999999', 170)).toBe(170)
  })

  it('is not read from anything else', () => {
    for (const part of [undefined, '', '2030', 'guess-', 'guess--5', 'guess-1e3', 'guess-1.5', 'guess-9999999999', 'xguess-5', 'guess-5/6'])
      expect(readGuess(part, 170), part).toBeUndefined()
  })

  it('stands above, below or level with another figure', () => {
    expect(compareWith(161, 160)).toBe('above')
    expect(compareWith(159, 160)).toBe('below')
    expect(compareWith(160, 160)).toBe('equal')
  })
})
