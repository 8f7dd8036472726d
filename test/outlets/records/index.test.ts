import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { drawChart, tableOf } from '#charts'
import { formatFigure } from '#language'
import type { Unit } from '#language'
import { chartCsv, sheetOfChart } from '../../../src/outlets/records/index.ts'
import { sizes, telling } from '../../charts/story.ts'
import { faultsOf, readRecords } from './reader.ts'

const charts = Object.keys(telling.story.data.charts)

/** Charts that say no figure beside most of their marks: their dots say it by where they stand. */
const byHeight = ['market-growth', 'platform-shares']

/** In the tables of their charts, and on no drawing. */
const told: Record<string, readonly string[]> = {
  'forecast-record': ['market-2018', 'market-2019', 'market-2019-edition-2020', 'market-2020'],
  'player-map': ['global-investama-andalan', 'global-investama-andalan-owns-global-digital-niaga'],
  'player-places': ['tiktok', 'tiktok-shop', 'global-investama-andalan'],
}

const marksOf = (svg: string): Element[] => [...parseHTML(`<body>${svg}</body>`).document.querySelectorAll('[data-mark]')]
const markOf = (node: Element): string => node.getAttribute('data-mark') ?? ''

/** A row's figure with its unit, as its heads say it. */
function figureIn(row: Record<string, string>): { value: number; unit: Unit } | undefined {
  const [[head, cell] = ['', '']] = Object.entries(row).filter(([name, text]) => /^(value|size|stake) \(/.test(name) && text !== '')
  return cell === '' ? undefined : { value: Number(cell), unit: /\((.+)\)$/.exec(head)?.[1] as Unit }
}

/** What stands in the files, as charts and tables write it. */
function printed(row: Record<string, string>, figure: { value: number; unit: Unit }): string[] {
  const { digits } = telling.story.facts.get(row.fact ?? '') ?? {}
  const full = { ...figure, approximate: row.approximate === 'true', digits }
  return [
    formatFigure(full, telling.language, 'short'),
    formatFigure(full, telling.language, 'long'),
    formatFigure(full, telling.language, 'number'),
  ]
}

describe.each(charts)('the numbers of %s', (id) => {
  const text = chartCsv(telling, id)
  const rows = readRecords(text)

  it('are those of the marks on both drawings, each of which has a row', () => {
    const listed = new Set(rows.map((row) => row.mark))
    for (const size of sizes) {
      const drawn = new Set(marksOf(drawChart(telling, id, { size })).map(markOf))
      expect([...drawn].filter((mark) => !listed.has(mark))).toEqual([])
      expect([...listed].filter((mark) => !drawn.has(mark ?? ''))).toEqual(told[id] ?? [])
    }
  })

  it('stand in the order of the table', () => {
    const order = tableOf(telling, id).rows.flatMap(({ mark }) => mark ?? [])
    expect([...new Set(rows.map((row) => row.mark))]).toEqual(order)
  })

  it('are what the table prints', () => {
    const table = tableOf(telling, id)
    for (const row of rows) {
      const figure = figureIn(row)
      if (!figure) continue
      const cells = table.rows.find(({ mark }) => mark === row.mark)?.cells ?? []
      const texts = printed(row, figure)
      expect(
        cells.filter((cell) => texts.some((text) => cell.startsWith(text))),
        `${texts.join()} in ${cells.join()}`,
      ).not.toEqual([])
    }
  })

  it('fit the schema that describes them', () => {
    const { fields, key } = sheetOfChart(telling, id)
    expect(faultsOf({ fields: fields, primaryKey: key }, text)).toEqual([])
  })

  it('say the unit of every amount and the sources of every row', () => {
    const numeric = sheetOfChart(telling, id).fields.filter(({ type }) => type === 'number' || type === 'integer')
    expect(numeric.filter(({ name }) => !/\([a-zA-Z/ ]+\)$/.test(name))).toEqual([])
    const known = Object.keys(telling.story.data.sources)
    expect(rows.flatMap((row) => row.sources?.split(' ') ?? []).filter((source) => source !== '' && !known.includes(source))).toEqual([])
    if (rows.some((row) => 'fact' in row && figureIn(row))) expect(rows.filter((row) => figureIn(row) && row.sources === '')).toEqual([])
  })

  it('are the same bytes every time', () => {
    expect(chartCsv(telling, id)).toBe(text)
  })

  it.runIf(byHeight.includes(id))('are as high as their dots are drawn', () => {
    const dots = marksOf(drawChart(telling, id, { size: 'wide' })).filter((node) => node.localName === 'circle')
    const places = dots.map((dot) => ({ mark: markOf(dot), x: Number(dot.getAttribute('cx')), y: Number(dot.getAttribute('cy')) }))
    const drawn = [...Map.groupBy(places, ({ mark }) => mark)].flatMap(([mark, alike]) => {
      const values = rows.filter((row) => row.mark === mark).map((row) => figureIn(row)?.value)
      expect(values.length).toBe(alike.length)
      return alike.toSorted((a, b) => a.x - b.x).map(({ y }, index) => ({ y, value: values[index] ?? Number.NaN }))
    })
    const sorted = drawn.toSorted((a, b) => a.value - b.value)
    const [low, high] = [sorted[0], sorted.at(-1)]
    if (!low || !high) throw new TypeError('there are no dots')
    const slope = (high.y - low.y) / (high.value - low.value)
    for (const { y, value } of drawn) expect(Math.abs(low.y + slope * (value - low.value) - y)).toBeLessThanOrEqual(0.15)
  })

  it.skipIf(byHeight.includes(id) || !rows.some(figureIn))('are written on their marks', () => {
    const nodes = marksOf(drawChart(telling, id, { size: 'wide' }))
    for (const row of rows) {
      const figure = figureIn(row)
      if (!figure || told[id]?.includes(row.mark ?? '')) continue
      const words = nodes.flatMap((node) => (markOf(node) === row.mark ? node.textContent : [])).join(' | ')
      expect(
        printed(row, figure).filter((text) => words.includes(text)),
        `${row.mark ?? ''}: ${words}`,
      ).not.toEqual([])
    }
  })
})

it('refuses a chart that is not there', () => {
  expect(() => chartCsv(telling, 'market-grow')).toThrow('unknown chart "market-grow"; did you mean "market-growth"?')
})
