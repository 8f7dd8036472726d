import { describe, expect, test } from 'vitest'
import { places } from '../../src/charts/places.ts'
import { drawRegion, regionsOf } from '../../src/charts/places-map.ts'
import { contextOf, frame, partsOf, sizes, telling, textOf } from './story.ts'

const jakarta = { name: 'jakarta', latitude: -6.2, longitude: 106.8 }
const beijing = { name: 'beijing', latitude: 39.9, longitude: 116.4 }
const menloPark = { name: 'menlo-park', latitude: 37.5, longitude: -122.2 }

describe('regionsOf', () => {
  test('no places make no region', () => {
    expect(regionsOf([])).toEqual([])
  })

  test('an ocean divides places into two regions, Asia at the left of California', () => {
    expect(regionsOf([menloPark, beijing, jakarta])).toEqual([[jakarta, beijing], [menloPark]])
  })

  test('places on both sides of the date line are one region', () => {
    const [suva, apia] = [
      { latitude: -18.1, longitude: 178.4 },
      { latitude: -13.8, longitude: -171.8 },
    ]
    expect(regionsOf([apia, suva])).toEqual([[suva, apia]])
  })
})

test('north is up and east is right on a region, at the scale asked for', () => {
  const region = drawRegion([jakarta, beijing], 200, 5)
  const [south, north] = [region.point(jakarta), region.point(beijing)]
  expect(south.y - north.y).toBeCloseTo((39.9 + 6.2) * 5, 5)
  expect(north.x - south.x).toBeCloseTo((116.4 - 106.8) * 5, 5)
})

test('a coast is drawn in whole pixels and stays inside its region', () => {
  const { coast, width, height } = drawRegion([jakarta, beijing], 200, 5)
  const numbers = coast.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []
  expect(numbers.length).toBeGreaterThan(100)
  expect(numbers.every(Number.isInteger)).toBe(true)
  expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(width, height))
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
})

describe.each(sizes)('player-places, %s', (size) => {
  const context = contextOf('places', 'player-places')
  const drawing = places.draw(context, frame(size))
  const { players } = telling.story.data
  const seated = Object.keys(players).filter((id) => players[id]?.seat !== undefined)

  test('every company with a seat is one mark, named as the words name it', () => {
    expect(drawing.marks.map((mark) => mark.id).sort()).toEqual([...seated].sort())
    for (const id of seated) expect(partsOf(drawing, id).map((part) => part.textContent)).toEqual([telling.words.players[id]])
  })

  test('a company that no source places is named as not verified, and has no disc', () => {
    expect(textOf(drawing.svg)).toMatch(/Not verified \| TikTok, TikTok Shop, Global/)
    expect(partsOf(drawing, 'tiktok')).toEqual([])
  })

  test('regulators and companies nobody named are left out', () => {
    expect(textOf(drawing.svg)).not.toContain(telling.words.players.kppu)
    expect(textOf(drawing.svg)).not.toContain(telling.words.players['unnamed-1'])
  })

  test('every company on the drawing is in the table with its place', () => {
    const rows = places.table(context).rows
    expect(rows.find((row) => row.mark === 'blibli')?.cells).toEqual(['Blibli', 'Kudus'])
    for (const id of seated) expect(rows.some((row) => row.mark === id)).toBe(true)
  })
})
