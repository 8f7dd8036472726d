import { expect, test } from 'vitest'
import { drawChart, tableOf } from '#charts'
import { numberOf, pointsOf, readStory } from '#story'
import type { NumericFact } from '#story'
import { compound, editionsFrom, linesOf, newestSays, yearAt } from '../../src/charts/growth-editions.ts'
import { recordOf } from '../../src/charts/growth-record.ts'
import { createDocument } from '../../src/charts/svg.ts'

const { tellings } = await readStory(process.cwd(), 'indonesia-ecommerce')
const [telling] = tellings
if (!telling) throw new RangeError('the story has no words')
const { story } = telling

const sizes = ['narrow', 'wide'] as const
const market = pointsOf(story, 'market').map(({ id }) => numberOf(story, id))

function point(period: string, value: number, edition: string, kind: NumericFact['kind'] = 'estimated'): NumericFact {
  return { id: `${period} ${edition}`, period, value, edition, kind, unit: 'USD', approximate: false, sources: [] }
}

const draw = (id: string, size: 'narrow' | 'wide', view?: string): Element => {
  const { body } = createDocument()
  body.innerHTML = drawChart(telling, id, { size, view })
  return body
}

const all = (root: Element, selector: string): Element[] => [...root.querySelectorAll(selector)]
const markOf = (node: Element): string => node.getAttribute('data-mark') ?? ''

test('no points make no line, one point is itself', () => {
  expect(compound([])).toEqual([])
  expect(compound([point('2023', 62, '2023')])).toEqual([{ year: 2023, value: 62 }])
})

test('between two points every year grows by the same share', () => {
  const [a, b, c] = compound([point('2023', 100, '2023'), point('2025', 121, '2023')])
  expect([a?.year, b?.year, c?.year]).toEqual([2023, 2024, 2025])
  expect(b?.value).toBeCloseTo(110)
  expect(c?.value).toBe(121)
})

test('a line is read backwards only where it passes', () => {
  const line = [
    { year: 2023, value: 100 },
    { year: 2024, value: 110 },
  ]
  expect(yearAt(line, 105)).toBe(2023.5)
  expect(yearAt(line, 90)).toBeUndefined()
  expect(yearAt(line, 120)).toBeUndefined()
})

test('an edition without forecasts has no dashed line', () => {
  expect(linesOf([point('2023', 62, '2023')]).forecasts).toEqual([])
})

test('a forecast sets out from the last estimate of its own edition', () => {
  const [estimate, forecast] = [point('2023', 62, '2023'), point('2030', 160, '2023', 'forecast')]
  expect(linesOf([estimate, forecast])).toEqual({ estimates: [estimate], forecasts: [estimate, forecast] })
})

test('an edition is drawn with those after it, from its own first year on', () => {
  const editions = editionsFrom(market, '2023')
  expect([...editions.keys()]).toEqual(['2023', '2024', '2025'])
  expect([...editions.values()].map((points) => points.map(({ value }) => value / 1e9))).toEqual([
    [48, 58, 62, 82, 160],
    [58, 59, 65, 150],
    [59, 62, 71, 140],
  ])
})

test('what became of a year is the newest say that differs', () => {
  const newest = newestSays(editionsFrom(market, '2023'), '2023')
  expect(Object.fromEntries(newest.map(({ period, value }) => [period, value / 1e9]))).toEqual({ 2023: 59, 2024: 62, 2025: 71, 2030: 140 })
})

test.each(sizes)('points of different editions are never joined (%s)', (size) => {
  const svg = draw('market-growth', size)
  const dots = all(svg, 'circle').map((dot) => ({
    edition: story.facts.get(markOf(dot))?.edition,
    x: Number(dot.getAttribute('cx')),
    y: Number(dot.getAttribute('cy')),
  }))
  const editionsAt = (end = ''): (string | undefined)[] => {
    const [x = 0, y = 0] = end.split(',').map(Number)
    return dots.filter((dot) => Math.hypot(dot.x - x, dot.y - y) < 0.3).map(({ edition }) => edition)
  }
  const lines = all(svg, '.line path')
  expect(lines).toHaveLength(6)
  for (const line of lines) {
    const edition = markOf(line) === 'growth-needed' ? '2023' : story.facts.get(markOf(line))?.edition
    const ends = (line.getAttribute('d') ?? '').slice(1).split('L')
    expect(editionsAt(ends[0])).toContain(edition)
    expect(editionsAt(ends.at(-1))).toContain(edition)
  }
})

test.each(sizes)('forecasts are hollow and dashed, estimates neither (%s)', (size) => {
  const svg = draw('market-growth', size)
  expect(all(svg, '.forecast.dot circle').map(markOf).sort()).toEqual([
    'market-2025-edition-2023',
    'market-2030',
    'market-2030-edition-2024',
    'market-2030-edition-2025',
  ])
  expect(all(svg, '.forecast.line path').map(markOf).sort()).toEqual([
    'growth-needed',
    'market-2030-edition-2024',
    'market-2030-edition-2025',
  ])
  expect(svg.textContent).toContain('Forecast')
})

test.each(sizes)('only the edition of the chart is in colour (%s)', (size) => {
  const svg = draw('market-growth', size)
  expect(new Set(all(svg, '.accent.dot circle').map((dot) => story.facts.get(markOf(dot))?.edition))).toEqual(new Set(['2023']))
  expect(new Set(all(svg, '.context.dot circle').map((dot) => story.facts.get(markOf(dot))?.edition))).toEqual(new Set(['2024', '2025']))
})

test('what was measured stands without what was forecast', () => {
  const shown = all(draw('market-growth', 'wide', '2023'), '[data-mark]').filter((node) => !node.classList.contains('away'))
  expect(new Set(shown.map(markOf))).toEqual(new Set(['market-2021-edition-2023', 'market-2022-edition-2023', 'market-2023']))
})

test('years on which all editions agree are not in the record', () => {
  expect(recordOf(market).map(({ period }) => period)).toEqual(['2021', '2022', '2023', '2024', '2025', '2030'])
  expect(recordOf([point('2019', 21, '2019'), point('2019', 21, '2020')])).toEqual([])
  expect(recordOf([])).toEqual([])
})

test('the record of a year goes by edition and names each turn from forecast to estimate', () => {
  const says = recordOf(market).find(({ period }) => period === '2025')?.says ?? []
  expect(says.map(({ point: { value } }) => value / 1e9)).toEqual([46, 53, 82, 95, 82, 71])
  expect(says.map(({ turn }) => turn)).toEqual([true, false, false, false, false, true])
})

test.each(sizes)('a cut is drawn in the accent colour, a rise in grey (%s)', (size) => {
  const cuts = all(draw('forecast-record', size), 'g:has(.accent.dot)').map(markOf)
  expect(cuts).toEqual([
    'market-2021-edition-2023',
    'market-2022-edition-2023',
    'market-2023-edition-2024',
    'market-2024-edition-2025',
    'market-2025-edition-2023',
    'market-2025',
    'market-2030-edition-2024',
    'market-2030-edition-2025',
  ])
})

test.each(sizes)('an arrow sets out from the say before it and never from another year (%s)', (size) => {
  const svg = draw('forecast-record', size)
  const rows = new Map(all(svg, 'g[data-mark]').map((row) => [markOf(row), row]))
  for (const { says } of recordOf(market))
    for (const {
      point: { id },
      before,
    } of says) {
      const trail = rows.get(id)?.querySelector('.line')
      const start = /^M([\d.]+),/.exec(trail?.getAttribute('d') ?? '')?.[1]
      const x = before && rows.get(before.id)?.querySelector('circle')?.getAttribute('cx')
      if (x === undefined) expect(trail, id).toBeNull()
      else expect(Number(start), id).toBe(Number(x))
    }
})

test.each(['market-growth', 'forecast-record'])('every figure on the drawing of %s is in its table', (id) => {
  const cells = tableOf(telling, id).rows.flatMap((row) => row.cells)
  const figures = new Set(cells.flatMap((cell) => cell.match(/[\d.]+/g) ?? []))
  const scale = new Set(['0', '50', '100', '150'])
  for (const size of sizes)
    for (const text of all(draw(id, size), 'text:not(.tick)'))
      for (const figure of text.textContent.match(/[\d.]+/g) ?? []) expect(scale.has(figure) || figures.has(figure), figure).toBe(true)
})

test('the table of the record holds the years that the drawing leaves out', () => {
  const rows = tableOf(telling, 'forecast-record').rows
  expect(rows).toHaveLength(market.length)
  expect(rows[0]?.cells).toEqual(['2018', '2018', '$12.2 billion', 'Estimated'])
})
