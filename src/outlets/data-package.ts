import { createHash } from 'node:crypto'
import { site } from '../../content/site.ts'
import { sourcesOf } from '#charts'
import type { Edition } from '#prose'
import type { Telling } from '#story'
import { chartCsv, sheetOfChart } from './records/index.ts'
import type { Field } from './records/index.ts'

interface PackageSource {
  title: string
  path?: string
}

/** A sheet of the package, as the profile `tabular-data-resource` has it. */
export interface Resource {
  name: string
  title?: string
  description?: string
  /** From the package's own address. */
  path: string
  profile: 'tabular-data-resource'
  format: 'csv'
  mediatype: 'text/csv'
  encoding: 'utf-8'
  bytes: number
  hash: string
  schema: { fields: readonly Field[]; primaryKey: string; missingValues: readonly string[] }
  sources?: readonly PackageSource[]
}

/** A Frictionless Data Package, version 1: the numbers of every chart of a story in one language. */
export interface DataPackage {
  profile: 'tabular-data-package'
  name: string
  title: string
  description: string
  homepage: string
  licenses: readonly { name: string; path: string; title: string }[]
  contributors: readonly { title: string; path: string; role: string }[]
  sources: readonly PackageSource[]
  resources: readonly Resource[]
}

/**
 * The package whose sheets stand beside it under `charts/`.
 *
 * @param name unlike that of the same story in other languages
 * @param url absolute address of the story in this language
 * @param home absolute address of the site
 */
export function dataPackageOf({ telling, frontmatter }: Edition, name: string, url: string, home: string): DataPackage {
  const charts = Object.keys(telling.story.data.charts)
  const used = new Set(charts.flatMap((id) => sourcesOf(telling, id)))
  return {
    profile: 'tabular-data-package',
    name,
    title: frontmatter.title,
    description: frontmatter.standfirst,
    homepage: url,
    licenses: [{ name: 'CC-BY-4.0', path: site.licence.url, title: `${site.licence.name}. ${telling.language.data.rights}` }],
    contributors: [{ title: site.name, path: home, role: 'publisher' }],
    sources: sourcesIn(
      telling,
      Object.keys(telling.story.data.sources).filter((id) => used.has(id)),
    ),
    resources: charts.map((id) => resourceOf(telling, id)),
  }
}

function resourceOf(telling: Telling, id: string): Resource {
  const text = chartCsv(telling, id)
  const { fields, key } = sheetOfChart(telling, id)
  const sources = sourcesIn(telling, sourcesOf(telling, id))
  return {
    name: id,
    title: telling.words.charts[id]?.title,
    description: telling.words.charts[id]?.dek,
    path: `charts/${id}.csv`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(text),
    hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    schema: { fields, primaryKey: key, missingValues: [''] },
    // The profile knows no empty list.
    ...(sources.length > 0 && { sources }),
  }
}

function sourcesIn({ story }: Telling, ids: readonly string[]): PackageSource[] {
  return ids.flatMap((id) => {
    const source = story.data.sources[id]
    return source ? { title: `${source.publisher}: ${source.title}`, path: source.url } : []
  })
}
