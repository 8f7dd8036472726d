import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodePng } from '../../../src/outlets/pictures/png.ts'
import { decodePng } from './decode.ts'

const pixels = (width: number, height: number, colour: (x: number, y: number) => readonly number[]): Uint8Array =>
  Uint8Array.from(Array.from({ length: width * height }, (_, index) => [...colour(index % width, Math.floor(index / width)), 255]).flat())

test('few colours come back as they were', () => {
  const bytes = pixels(5, 3, (x, y) => [x * 50, y * 100, 7])
  const { width, height, rgb } = decodePng(encodePng({ width: 5, height: 3, bytes }))
  expect([width, height]).toEqual([5, 3])
  for (let y = 0; y < 3; y++) for (let x = 0; x < 5; x++) expect(rgb(x, y)).toEqual([x * 50, y * 100, 7])
})

test('of many colours those seen most stay, and the rest come near', () => {
  // A field of one colour, and a rim of a thousand between it and another.
  const bytes = pixels(100, 100, (x, y) => (y < 90 ? [251, 247, 239] : [Math.round((x * 10 + y - 90) / 4), 30, 50]))
  const { rgb } = decodePng(encodePng({ width: 100, height: 100, bytes }))
  expect(rgb(50, 50)).toEqual([251, 247, 239])
  for (let x = 0; x < 100; x++) {
    const [red = 0, green, blue] = rgb(x, 95)
    expect([green, blue]).toEqual([30, 50])
    expect(Math.abs(red - Math.round((x * 10 + 5) / 4))).toBeLessThanOrEqual(2)
  }
})

test('it says of itself what a reader of PNG asks, and every part sums up', () => {
  const png = encodePng({ width: 2, height: 1, bytes: pixels(2, 1, (x) => [x, x, x]) })
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect(png.toString('latin1')).toMatch(/IHDR.*PLTE.*IDAT.*IEND/s)
  const data = png.indexOf('IDAT')
  expect(inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4))).length).toBe(3)
})
