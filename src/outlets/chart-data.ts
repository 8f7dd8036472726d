import { site } from '../../content/site.ts'
import { sourcesOf, tableOf } from '#charts'
import type { Telling } from '#story'

/** A chart's numbers as a file: what its table says, in the words of its language, and whom it rests on. */
export interface ChartData {
  chart: string
  language: string
  title: string
  /** What is measured, and in what unit. */
  measure: string
  /** How far the facts reach. */
  factsTo: string
  columns: string[]
  rows: string[][]
  sources: { publisher: string; title: string; url?: string; published?: string }[]
  /** For words and drawings; figures belong to their sources. */
  licence: string
}

/** The data of a declared chart. */
export function chartDataOf(telling: Telling, id: string): ChartData {
  const { story, words, language } = telling
  const { columns, rows } = tableOf(telling, id)
  return {
    chart: id,
    language: language.tag,
    title: words.charts[id]?.title ?? '',
    measure: words.charts[id]?.dek ?? '',
    factsTo: story.factsTo,
    columns: columns.map(({ head }) => head),
    rows: rows.map(({ cells }) => [...cells]),
    sources: sourcesOf(telling, id).flatMap((source) => {
      const { publisher = '', title = '', url, published } = story.data.sources[source] ?? {}
      return { publisher, title, url, published }
    }),
    licence: site.licence.url,
  }
}
