import { expect, test } from 'vitest'
import { cropDrawing } from '../../../src/outlets/pictures/crop.ts'

const box = { width: 540, height: 630, margin: 56, edge: 36 }

/** Labels of so many lines each down a drawing, a gap between one and the next. */
const labels = (count: number, gap: number): [number, number][] =>
  Array.from({ length: 30 }, (_, label) => {
    const top = label * (count * 14 + gap)
    return Array.from({ length: count }, (_, line): [number, number] => [top + line * 14, top + line * 14 + 11])
  }).flat()

test('a drawing that fits stands whole in the middle', () => {
  const crop = cropDrawing({ width: 280, height: 300, lines: [] }, box)
  expect(crop.foot).toBeUndefined()
  expect(crop.scale).toBeCloseTo(518 / 300)
  expect(crop.top + (300 * crop.scale) / 2).toBeCloseTo(315)
})

test('a small one is not blown up', () => {
  expect(cropDrawing({ width: 100, height: 100, lines: [] }, box).scale).toBe(2)
})

test('a long one fills the width and runs off at the foot', () => {
  const crop = cropDrawing({ width: 280, height: 1000, lines: [] }, box)
  expect(crop).toEqual({ scale: 540 / 280, top: 56, above: false, foot: 630 })
})

test.each([
  [1, 22],
  [2, 22],
  [3, 30],
])('no label of %i lines is touched by an edge where they are %i pixels apart', (count, gap) => {
  const lines = labels(count, gap)
  for (const begin of [0, 100, 250]) {
    const { scale, top, foot = 0 } = cropDrawing({ width: 280, height: 1000, lines }, box, begin)
    expect(scale).toBeGreaterThanOrEqual(1.55)
    expect(foot).toBeGreaterThanOrEqual(box.height - box.margin)
    const touched = lines.filter(([from, to]) => {
      const [upper, lower] = [top + from * scale, top + to * scale]
      const out = lower <= 0 || upper >= foot
      return !out && (upper < (begin > 0 ? box.edge : 0) || lower > foot - box.edge)
    })
    expect(touched).toEqual([])
  }
})

test('one that is to begin further down runs off above too, and what it begins with is in sight', () => {
  const { scale, top, above } = cropDrawing({ width: 280, height: 1000, lines: [] }, box, 300)
  expect(above).toBe(true)
  expect(top + 300 * scale).toBeGreaterThanOrEqual(box.margin)
  expect(top + 300 * scale).toBeLessThan(box.height / 2)
})
