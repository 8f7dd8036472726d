import { describe, expect, it } from 'vitest'
import { shares } from '../../src/charts/shares.ts'
import { contextOf, frame, idsOf, partsOf, sizes, textOf } from './story.ts'

const context = contextOf('shares', 'platform-shares')

describe('shares', () => {
  it('lists every share as printed, the combined figure apart from its parts', () => {
    const { columns, rows } = shares.table(context)
    expect(columns.map(({ head }) => head)).toEqual(['Share of platform sales, per cent', '2022', '2023', '2024', '2025'])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Shopee', '36%', '40%', '46%', '54%'],
      ['Tokopedia and TikTok Shop together', '40% (Worked out here)', '39% (Worked out here)', '34% (Worked out here)', '38%'],
      ['Tokopedia', '35%', '30%', '23%', '–'],
      ['TikTok Shop', '5%', '9%', '11%', '–'],
      ['Bukalapak', '10%', '11%', '10%', 'left the market'],
      ['Lazada', '10%', '7%', '7%', '6%'],
      ['Blibli', '4%', '4%', '4%', '3%'],
      ['All as printed', '100%', '101%', '101%', '101%'],
    ])
  })

  it('wants a note for a player that is gone, none for one that the combined figure stands for', () => {
    expect(shares.wants(context).notes).toEqual(['shares-bukalapak', 'shares-tokopedia-tiktok-shop', 'derived', 'rounding'])
  })

  it('calls what is combined gone too where nothing stands for it', () => {
    const apart = contextOf('shares', 'platform-shares', { combined: undefined })
    expect(shares.wants(apart)).toEqual({
      labels: ['player', 'total'],
      notes: ['shares-tokopedia', 'shares-tiktok-shop', 'shares-bukalapak', 'rounding'],
    })
  })

  it('rests on the shares of all players and the sums of two of them', () => {
    // 3 players × 4 years, 3 × 3 years, 3 sums and the combined figure of 2025
    expect(shares.facts(context)).toHaveLength(3 * 4 + 3 * 3 + 3 + 1)
  })
})

describe.each(sizes)('shares, %s', (size) => {
  const drawing = shares.draw(context, frame(size))
  const textOfMark = (id: string): string =>
    partsOf(drawing, id)
      .map((node) => (node.localName === 'text' ? node.textContent : textOf(node)))
      .join(' | ')

  it('names each line and what became of it', () => {
    expect(textOfMark('shares-tokopedia-tiktok-shop')).toContain('Tokopedia and TikTok Shop together')
    expect(textOfMark('shares-tokopedia-tiktok-shop')).toContain('one figure for both since 2025')
    expect(textOfMark('shares-bukalapak')).toContain('left the market')
  })

  it('names the years whose shares do not add up to a hundred, and only those', () => {
    expect(textOf(drawing.svg)).toContain('101% (2023, 2024, 2025)')
  })

  it('has a row for every mark and a mark for every row', () => {
    const { drawn, listed, rows } = idsOf(shares, context, size)
    expect(drawn).toEqual(listed)
    expect(rows).toEqual(listed)
  })

  it('prints no share that is not in the table', () => {
    const told = new Set(shares.table(context).rows.flatMap(({ cells }) => cells.flatMap((cell) => /\d+%/.exec(cell) ?? [])))
    for (const [figure] of textOf(drawing.svg).matchAll(/\d+%/g)) expect([...told, '0%']).toContain(figure)
  })
})

describe('shares, wide', () => {
  const drawing = shares.draw(context, frame('wide'))
  const lineOf = (id: string): string[] =>
    partsOf(drawing, id)
      .filter((node) => node.localName === 'path' && node.parentElement?.classList.contains('line'))
      .map((node) => node.getAttribute('d') ?? '')

  it.each([
    ['shares-shopee', 4],
    ['shares-tokopedia', 3],
    ['shares-tiktok-shop', 3],
    ['shares-bukalapak', 3],
    ['shares-tokopedia-tiktok-shop', 4],
  ])('draws one line for %s through its own %i points', (id, points) => {
    const [only, ...others] = lineOf(id)
    expect(others).toEqual([])
    expect(only?.match(/[ML]/g)).toHaveLength(points)
  })

  it('draws what was worked out lighter than what was published', () => {
    const dots = partsOf(drawing, 'shares-tokopedia-tiktok-shop').filter((node) => node.localName === 'circle')
    expect(dots.map((node) => node.parentElement?.getAttribute('class'))).toEqual([
      ...Array<string>(3).fill('dot ink derived'),
      'dot ink estimated',
    ])
  })
})

describe('shares, narrow', () => {
  it('prints every share over its bar', () => {
    const drawing = shares.draw(context, frame('narrow'))
    for (const { mark = '', cells } of shares.table(context).rows.slice(0, -1)) {
      const printed = cells.slice(1).flatMap((cell) => /\d+%/.exec(cell) ?? [])
      const [row] = partsOf(drawing, mark)
      expect([...(row?.querySelectorAll('[text-anchor] text') ?? [])].map((node) => node.textContent)).toEqual(printed)
    }
  })
})

describe.each(sizes)('every drawing of %s', (size) => {
  it('is the same to the byte when drawn again', () => {
    const [first, second] = [shares.draw(context, frame(size)), shares.draw(context, frame(size))]
    expect(second.svg.outerHTML).toBe(first.svg.outerHTML)
  })

  it('carries no style, no id and no coordinate finer than a tenth', () => {
    const { svg } = shares.draw(context, frame(size))
    expect(svg.outerHTML).not.toMatch(/style|\bid=|\d\.\d\d/)
  })
})
