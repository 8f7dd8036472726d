import { describe, expect, it } from 'vitest'
import { drawChart } from '#charts'
import { counts } from '../../src/charts/counts.ts'
import { contextOf, frame, idsOf, partsOf, sizes, telling, textOf } from './story.ts'

const context = contextOf('counts', 'user-counts')

function dotsIn(nodes: Element[], selector: string): number {
  return nodes
    .flatMap((node) => [...node.querySelectorAll(selector)])
    .reduce((sum, path) => sum + (path.getAttribute('d')?.match(/h0/g)?.length ?? 0), 0)
}

describe.each(sizes)('counts, %s', (size) => {
  const drawing = counts.draw(context, frame(size))

  it.each([
    ['tiktok-users-2023', 125],
    ['internet-users-2023', 216],
    ['tiktok-reach-2023', 110],
    ['tokopedia-users-2024', 18],
  ])('fills a dot a million, to the nearest: %s has %i', (id, dots) => {
    expect(dotsIn(partsOf(drawing, id), '.dots')).toBe(dots)
  })

  it.each([
    ['population-2023', 154],
    ['internet-survey-population-2023', 60],
  ])('fills out to the whole with hollow dots: %s has %i', (id, dots) => {
    expect(dotsIn(partsOf(drawing, id), '.dots.context')).toBe(dots)
    expect(dotsIn(partsOf(drawing, id), '.dots.hole')).toBe(dots)
  })

  it('draws hollow dots only where a whole is known', () => {
    const hollow = [...drawing.svg.querySelectorAll('.hole')].map((node) => node.closest('[data-mark]')?.getAttribute('data-mark'))
    expect(hollow).toEqual(['population-2023', 'internet-survey-population-2023'])
  })

  it('has one size and one spacing of dots, so that areas compare', () => {
    const paths = [...drawing.svg.querySelectorAll('[data-mark] .dots:not(.hole)')]
    expect(new Set(paths.map((path) => path.getAttribute('stroke-width'))).size).toBe(1)
    expect(new Set(paths.flatMap((path) => path.getAttribute('d')?.match(/m[\d.]+ 0/g) ?? [])).size).toBe(1)
  })

  it('says that accounts are not people where it sets them beside people', () => {
    expect(partsOf(drawing, 'accounts-per-100').map(textOf)).toEqual([
      '45 for every hundred people, if every account were a person, which it is not',
    ])
  })

  it('names the date and the kind of every count', () => {
    expect(partsOf(drawing, 'tiktok-users-2023').map(textOf)[0]).toContain('Reported, 15 June 2023')
    expect(partsOf(drawing, 'internet-users-2023').map(textOf)[0]).toContain('Estimated, January 2023')
  })

  it('draws an estimate lighter than a report', () => {
    const estimated = [...drawing.svg.querySelectorAll('.estimated')].map((node) => node.closest('[data-mark]')?.getAttribute('data-mark'))
    expect(estimated).toEqual(['internet-users-2023', 'tiktok-reach-2023'])
  })

  it('has a row for every mark and a mark for every row', () => {
    const { drawn, listed, rows } = idsOf(counts, context, size)
    expect(drawn).toEqual(listed)
    expect(rows).toEqual(listed)
  })

  it('shows one field alone in its view', () => {
    const groups = drawChart(telling, 'user-counts', { size, view: 'tokopedia' }).match(/<g [^>]*data-mark[^>]*>/g) ?? []
    expect(groups.filter((group) => !group.includes('away')).map((group) => /data-mark="(.*?)"/.exec(group)?.[1])).toEqual([
      'tokopedia-users-2024',
    ])
  })
})

describe('counts', () => {
  it('rounds less than half a dot to none', () => {
    const drawing = counts.draw(
      contextOf('counts', 'user-counts', { dot: 40e6, fields: [{ count: 'tokopedia-users-2024' }] }),
      frame('wide'),
    )
    expect(dotsIn(partsOf(drawing, 'tokopedia-users-2024'), '.dots')).toBe(0)
  })

  it('wants no note where no count is set beside a whole', () => {
    expect(counts.wants(contextOf('counts', 'user-counts', { fields: [{ count: 'tiktok-reach-2023' }] })).notes).toEqual([])
  })

  it('rests on the count, the whole and the share of every field', () => {
    expect(counts.facts(context)).toHaveLength(8)
  })
})
