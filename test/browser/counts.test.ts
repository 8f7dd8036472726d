import { expect, it } from 'vitest'
import { dotsOf, journeys, onTheWay } from '../../src/browser/counts.ts'
import type { Dot } from '../../src/browser/counts.ts'

const dot = (x: number): Dot => ({ x, y: 0, scale: 1, looks: { class: 'dots', radius: 1, thick: 2 } })

it('reads no dots from an empty path', () => {
  expect(dotsOf('')).toEqual([])
})

it('reads dots row by row, the first of each by its place and the others by their distance', () => {
  expect(dotsOf('M5 10h0m2.5 0h0m2.5 0h0M5 12.5h0')).toEqual([
    { x: 5, y: 10 },
    { x: 7.5, y: 10 },
    { x: 10, y: 10 },
    { x: 5, y: 12.5 },
  ])
})

it('reads places left of and above the first', () => {
  expect(dotsOf('M-5 -1.5h0')).toEqual([{ x: -5, y: -1.5 }])
})

it('sends no dot where there is none', () => {
  expect(journeys([], [])).toEqual([])
})

it('sends the first dot to the first place, and so on', () => {
  const [first, second] = journeys([dot(1), dot(2)], [dot(11), dot(12)])
  expect(first).toEqual({ from: dot(1), to: dot(11), comes: false, goes: false })
  expect(second).toEqual({ from: dot(2), to: dot(12), comes: false, goes: false })
})

it('lets dots come on the spot where the field grows', () => {
  expect(journeys([dot(1)], [dot(11), dot(12)])[1]).toEqual({ from: dot(12), to: dot(12), comes: true, goes: false })
})

it('lets dots go on the spot where the field shrinks', () => {
  expect(journeys([dot(1), dot(2)], [dot(11)])[1]).toEqual({ from: dot(2), to: dot(2), comes: false, goes: true })
})

it('moves and grows a dot as far as it has gone, in the looks of where it goes', () => {
  const to = { x: 11, y: 4, scale: 3, looks: { class: 'dots context', radius: 2, thick: 1 } }
  const journey = { from: dot(1), to, comes: false, goes: false }
  expect(onTheWay(journey, 0.5)).toEqual({ ...to, x: 6, y: 2, scale: 2 })
  expect(onTheWay({ ...journey, goes: true }, 0.5).looks).toEqual(dot(1).looks)
})
