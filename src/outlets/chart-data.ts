import { site } from '../../content/site.ts'
import { sourcesOf, tableOf } from '#charts'
import type { Telling } from '#story'
import { sheetOfChart } from './records/index.ts'
import type { Field } from './records/index.ts'

/** A chart's numbers as a file: as records, as its table prints them in the words of its language, and whom they rest on. */
export interface ChartData {
  story: string
  chart: string
  language: string
  title: string
  /** What is measured, and in what unit. */
  measure: string
  /** How far the facts reach. */
  factsTo: string
  /** What the columns of its CSV hold. */
  fields: readonly Field[]
  /** In the order of the table, with numbers to count with. */
  records: readonly object[]
  /** The table as a reader finds it under the chart. */
  columns: string[]
  rows: string[][]
  sources: { id: string; publisher: string; title: string; url?: string; published?: string }[]
  /** For words and drawings; figures belong to their sources. */
  licence: string
}

/** The data of a declared chart. */
export function chartDataOf(telling: Telling, id: string): ChartData {
  const { story, words, language } = telling
  const { columns, rows } = tableOf(telling, id)
  const { fields, records } = sheetOfChart(telling, id)
  return {
    story: story.id,
    chart: id,
    language: language.tag,
    title: words.charts[id]?.title ?? '',
    measure: words.charts[id]?.dek ?? '',
    factsTo: story.factsTo,
    fields,
    records,
    columns: columns.map(({ head }) => head),
    rows: rows.map(({ cells }) => [...cells]),
    sources: sourcesOf(telling, id).flatMap((source) => {
      const { publisher = '', title = '', url, published } = story.data.sources[source] ?? {}
      return { id: source, publisher, title, url, published }
    }),
    licence: site.licence.url,
  }
}

/** The same as a file. */
export function chartJson(telling: Telling, id: string): string {
  return `${JSON.stringify(chartDataOf(telling, id), null, 2)}\n`
}
