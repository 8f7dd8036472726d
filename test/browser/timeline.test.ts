import { expect, it } from 'vitest'
import { scrollNeeded } from '../../src/browser/timeline.ts'

it('leaves alone what is seen', () => {
  expect(scrollNeeded({ top: 100, bottom: 200 }, 72, 700)).toBe(0)
  expect(scrollNeeded({ top: 72, bottom: 700 }, 72, 700)).toBe(0)
})

it('scrolls back to what lies above, by no more than it takes', () => {
  expect(scrollNeeded({ top: -30, bottom: 70 }, 72, 700)).toBe(-102)
})

it('scrolls on to what lies below, by no more than it takes', () => {
  expect(scrollNeeded({ top: 650, bottom: 750 }, 72, 700)).toBe(50)
})

it('shows the beginning of what is longer than the room for it', () => {
  expect(scrollNeeded({ top: 300, bottom: 1200 }, 72, 700)).toBe(228)
  expect(scrollNeeded({ top: 72, bottom: 1200 }, 72, 700)).toBe(0)
})
