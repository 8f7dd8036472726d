import { expect, test } from 'vitest'
import { drawChart, sourcesOf, tableOf } from '#charts'
import { interfaceWords } from '#language'
import { readStory } from '#story'
import type { Event } from '#story'
import { createDocument } from '../../src/charts/svg.ts'
import { formatDayOfYear, formatDays, momentsOf } from '../../src/charts/timeline-moments.ts'

const { tellings } = await readStory(process.cwd(), 'indonesia-ecommerce')
const [telling] = tellings
if (!telling) throw new RangeError('the story has no words')
const { events } = telling.story.data
const groups = ['rules', 'licences', 'deal', 'market']
const moments = momentsOf(events, groups, 'ban-in-force')
const english = interfaceWords('en')
const sizes = ['narrow', 'wide'] as const

function event(date: string, until?: string): Event {
  return { date, until, group: 'rules', players: [], kind: 'reported', source: [] }
}

const draw = (size: 'narrow' | 'wide', view?: string): Element => {
  const { body } = createDocument()
  body.innerHTML = drawChart(telling, 'timeline', { size, view })
  return body
}

const all = (root: Element, selector: string): Element[] => [...root.querySelectorAll(selector)]
const dotOf = (svg: Element, id: string): number => Number(svg.querySelector(`[data-mark="${id}"] circle`)?.getAttribute('cy'))

test('no groups have no events', () => {
  expect(momentsOf(events, [], 'ban-in-force')).toEqual([])
})

test('events stand in the order of their dates, whatever the order of the data', () => {
  const given = { second: event('2023-10-04T17:00+07:00'), first: event('2023-09'), third: event('2024') }
  expect(momentsOf(given, ['rules'], 'second').map(({ id }) => id)).toEqual(['first', 'second', 'third'])
})

test('days are counted from the reference event, before it below zero', () => {
  const days = new Map(moments.map(({ id, fromReference }) => [id, fromReference]))
  expect(days.get('ban-issued')).toBe(-1)
  expect(days.get('ban-in-force')).toBe(0)
  expect(days.get('shop-stops')).toBe(8)
  expect(days.get('talks-reported')).toBe(48)
  expect(days.get('sales-resume')).toBe(77)
  expect(days.get('acquisition-effective')).toBe(127)
})

test('the time since an event is counted from its last day', () => {
  const since = new Map(moments.map((moment) => [moment.id, moment.since]))
  expect(since.get('ban-issued')).toBeUndefined()
  expect(since.get('acquisition-effective')).toBe(50)
  expect(since.get('grab-goto-confirmed')).toBe(34)
})

test('a long stretch is told in months', () => {
  expect([1, 50, 99, 104, 209].map((days) => formatDays(days, english))).toEqual(['1 day', '50 days', '99 days', '3 months', '7 months'])
})

test('a date is written as exact as it is known, without its year', () => {
  const written = [event('2024'), event('2024-06'), event('2023-10-04T17:00+07:00'), event('2023-11-08')].map((one) =>
    formatDayOfYear(one, english),
  )
  expect(written).toEqual(['', 'Jun', '4 Oct', '8 Nov'])
  expect(formatDayOfYear(event('2025-10-03', '2025-10-04'), english).replaceAll(/\s/g, ' ')).toMatch(/^3 ?– ?4 Oct$/)
})

test.each(sizes)('every event is drawn once, with its whole name, below the one before (%s)', (size) => {
  const svg = draw(size)
  const rows = all(svg, 'g[data-mark]')
  expect(rows.map((row) => row.getAttribute('data-mark'))).toEqual(moments.map(({ id }) => id))
  for (const row of rows) {
    const name = all(row, 'text')[1]
    const lines = name?.querySelector('tspan') ? all(name, 'tspan').map((line) => line.textContent) : [name?.textContent]
    expect(lines.join(' ')).toBe(telling.words.events[row.getAttribute('data-mark') ?? ''])
  }
  const heights = rows.map((row) => Number(row.querySelector('circle')?.getAttribute('cy')))
  expect(heights).toEqual(heights.toSorted((a, b) => a - b))
})

test.each(sizes)('events of one group stand on one rail (%s)', (size) => {
  const svg = draw(size)
  const rails = Map.groupBy(all(svg, 'g[data-mark]'), (row) => events[row.getAttribute('data-mark') ?? '']?.group)
  const places = [...rails.values()].map((rows) => new Set(rows.map((row) => row.querySelector('circle')?.getAttribute('cx'))))
  expect(places.map((xs) => xs.size)).toEqual([1, 1, 1, 1])
  expect(new Set(places.flatMap((xs) => [...xs])).size).toBe(4)
})

test.each(sizes)('a gap of more than a month is broken off and says how long it is (%s)', (size) => {
  const svg = draw(size)
  const notes = all(svg, 'text.note').map((note) => note.textContent)
  expect(notes.filter((note) => note.endsWith(' later'))).toEqual([
    '50 days later',
    '56 days later',
    '5 months later',
    '4 months later',
    '33 days later',
    '4 months later',
    '3 months later',
    '34 days later',
    '7 months later',
  ])
  expect(all(svg, '[stroke-dasharray]')).toHaveLength(1)
})

test.each(sizes)('days apart are further apart on the drawing (%s)', (size) => {
  const svg = draw(size)
  const between = (from: string, until: string): number => dotOf(svg, until) - dotOf(svg, from)
  expect(between('buyers-claim', 'deal-announced')).toBeGreaterThan(between('deal-announced', 'sales-resume'))
})

test.each(sizes)('the shaded time reaches from the one event to the other (%s)', (size) => {
  const svg = draw(size)
  const d = svg.querySelector('.band')?.getAttribute('d')
  expect(d).toContain(`,${String(dotOf(svg, 'shop-stops'))}H`)
  expect(d).toContain(`V${String(dotOf(svg, 'sales-resume'))}H`)
  expect(svg.textContent).toContain('TikTok Shop is shut: 69 days')
})

test('the reference event alone is in colour', () => {
  expect(all(draw('wide'), 'g:has(.accent.dot)').map((row) => row.getAttribute('data-mark'))).toEqual(['ban-in-force'])
})

test('a view of one group hides the events of the others', () => {
  const rows = all(draw('wide', 'licences'), 'g[data-mark]').filter((row) => !row.classList.contains('away'))
  expect(rows.map((row) => row.getAttribute('data-mark'))).toEqual([
    'meta-applies',
    'licences-weighed',
    'meta-application-confirmed',
    'meta-papers-sent-back',
  ])
})

test('every number on the drawing is in the table', () => {
  const cells = tableOf(telling, 'timeline').rows.flatMap((row) => row.cells)
  const numbers = new Set(cells.flatMap((cell) => cell.match(/[\d.]+/g) ?? []))
  for (const size of sizes)
    for (const text of all(draw(size), 'text, tspan'))
      for (const number of text.textContent.match(/[\d.]+/g) ?? []) expect(numbers).toContain(number)
})

test('the chart rests on the sources of its events', () => {
  expect(sourcesOf(telling, 'timeline')).toContain('reuters-2023-11-13')
})
