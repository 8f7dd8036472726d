import { describe, expect, it } from 'vitest'
import { volumes } from '../../src/charts/volumes.ts'
import { contextOf, frame, idsOf, partsOf, sizes, textOf } from './story.ts'

const context = contextOf('volumes', 'parcel-volumes')
const courier = ['jnt-per-day-2023', 'jnt-per-day-2024', 'jnt-per-day-2025']

describe.each(sizes)('volumes, %s', (size) => {
  const drawing = volumes.draw(context, frame(size))
  const textOfMark = (id: string): string => partsOf(drawing, id).map(textOf).join()
  const pathOf = (id: string, selector: string): string | undefined =>
    partsOf(drawing, id)
      .map((node) => node.querySelector(selector)?.getAttribute('d'))
      .find((d) => typeof d === 'string')

  function lengthOf(id: string): number {
    const [, right = '', left = ''] = /^M([\d.]+) [\d.]+H([\d.]+)/.exec(pathOf(id, '.bar') ?? '') ?? []
    return Number(right) - Number(left)
  }

  it('draws lengths in the ratio of the amounts, shop and courier on one scale', () => {
    // 3; 3,200 / 365; (2,040 + 2,520) / 366; 17.7 million
    const million = lengthOf('jnt-per-day-2025') / 17.7
    expect(lengthOf('parcels-per-day') / million).toBeCloseTo(3, 0)
    expect(lengthOf('jnt-per-day-2023') / million).toBeCloseTo(8.77, 1)
    expect(lengthOf('jnt-per-day-2024') / million).toBeCloseTo(12.46, 1)
  })

  it('prints each amount with the kind of figure it is', () => {
    expect(textOfMark('parcels-per-day')).toContain('about 3 million Claimed')
    expect(textOfMark('jnt-per-day-2023')).toContain('8.8 million Worked out here')
    expect(textOfMark('jnt-per-day-2024')).toContain('12.5 million Worked out here')
    expect(textOfMark('jnt-per-day-2025')).toContain('17.7 million Reported')
  })

  it('hatches what is claimed and nothing else, and leaves the end of an approximate amount open', () => {
    expect(pathOf('parcels-per-day', '.hatch')).toBeDefined()
    expect(pathOf('parcels-per-day', '.bar')).not.toMatch(/z$/)
    for (const id of courier) {
      expect(pathOf(id, '.hatch')).toBeUndefined()
      expect(pathOf(id, '.bar')).toMatch(/z$/)
    }
  })

  it('puts each scope under a heading of its own', () => {
    const headings = [...drawing.svg.querySelectorAll('[data-mark] > text.strong')]
    expect(headings.map((node) => node.closest('[data-mark]')?.getAttribute('data-mark'))).toEqual(['parcels-per-day', 'jnt-per-day-2023'])
  })

  it('draws as many parcels as there are in a second', () => {
    expect(pathOf('parcels-per-second', '.bar')?.match(/M/g)).toHaveLength(35)
    expect(textOfMark('parcels-per-second')).toContain('about 35 parcels')
  })

  it('has a row for every mark and a mark for every row', () => {
    const { drawn, listed, rows } = idsOf(volumes, context, size)
    expect(drawn).toEqual(listed)
    expect(rows).toEqual(listed)
  })

  it('draws no parcels where no rate is declared', () => {
    const plain = contextOf('volumes', 'parcel-volumes', { rate: undefined })
    expect(partsOf(volumes.draw(plain, frame(size)), 'parcels-per-second')).toEqual([])
    expect(volumes.table(plain).columns).toHaveLength(3)
    expect(volumes.wants(plain).notes).toEqual([])
  })
})

describe('volumes', () => {
  it('never adds amounts of two scopes up: the table has no total', () => {
    const { rows } = volumes.table(context)
    expect(rows.map(({ cells }) => cells[1])).toEqual(['about 3 million', '8.8 million', '12.5 million', '17.7 million', ''])
    expect(rows.at(-1)?.cells[2]).toBe('about 35')
  })

  it('gives a bar the colour of its player, and grey where it has none', () => {
    const { svg } = volumes.draw(contextOf('volumes', 'parcel-volumes', { players: {} }), frame('wide'))
    expect(svg.querySelectorAll('.bar.context')).toHaveLength(5)
    expect(volumes.draw(context, frame('wide')).svg.querySelectorAll('.bar.c1')).toHaveLength(2)
  })
})
