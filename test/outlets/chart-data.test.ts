import { describe, expect, it } from 'vitest'
import { tableOf } from '#charts'
import { chartDataOf, chartJson } from '../../src/outlets/chart-data.ts'
import { chartCsv } from '../../src/outlets/records/index.ts'
import { telling } from '../charts/story.ts'
import { readCsv } from './records/reader.ts'

describe.each(Object.keys(telling.story.data.charts))('the JSON of %s', (id) => {
  const data = JSON.parse(chartJson(telling, id)) as ReturnType<typeof chartDataOf>

  it('has a record for every row of the CSV, and the table as it is printed', () => {
    const [heads, ...rows] = readCsv(chartCsv(telling, id))
    expect(data.fields.map(({ name }) => name)).toEqual(heads)
    expect(data.records.map((record) => (record as { mark: string }).mark)).toEqual(rows.map(([mark]) => mark))
    expect(data.rows).toEqual(tableOf(telling, id).rows.map(({ cells }) => cells))
  })

  it('names every source that its records do', () => {
    const named = data.records.flatMap((record) => (record as { sources: string[] }).sources)
    const known = data.sources.map((source) => source.id)
    expect([...new Set(named)].filter((source) => !known.includes(source))).toEqual([])
  })

  it('is the same bytes every time', () => {
    expect(chartJson(telling, id)).toBe(chartJson(telling, id))
  })
})

it('has numbers to count with, not words', () => {
  expect(chartDataOf(telling, 'market-growth').records[2]).toMatchObject({ fact: 'market-2023', value: 62e9, unit: 'USD', edition: '2023' })
})
