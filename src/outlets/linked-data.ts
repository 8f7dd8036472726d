import { site } from '../../content/site.ts'
import { factsOf, sourcesOf } from '#charts'
import { daysOf } from '#language'
import type { Edition } from '#prose'
import type { Fact, Telling } from '#story'
import { cardPath, numbersPath, picturePath, storyNumbersPath } from './addresses.ts'
import { citationOf } from './citation.ts'

/**
 * JSON-LD of a story: the article, and the dataset its figures are.
 *
 * @param url absolute address of the story
 * @param home absolute address of the site
 */
export function storyData({ telling, frontmatter }: Edition, url: string, home: string): object {
  const { story } = telling
  const about = { url, description: frontmatter.standfirst, ...rights(telling, home) }
  return graph(
    publisher(home),
    { '@type': 'Article', '@id': `${url}#article`, headline: frontmatter.title, image: cardPath(url), mainEntityOfPage: url, ...about },
    {
      '@type': 'Dataset',
      '@id': `${url}#dataset`,
      name: frontmatter.title,
      ...about,
      ...coverage([...story.facts.values()]),
      variableMeasured: Object.values(telling.words.series),
      isPartOf: { '@id': `${url}#article` },
      // The package names every source; a second list of their addresses would be a hundredth of the page.
      distribution: [download(storyNumbersPath(url, 'datapackage'), 'application/json')],
    },
  )
}

/**
 * JSON-LD of a story's ledger: the page, and all the story's facts with their sources.
 *
 * @param url absolute address of the ledger
 * @param storyUrl absolute address of the story
 * @param home absolute address of the site
 */
export function ledgerData({ telling, frontmatter }: Edition, url: string, storyUrl: string, home: string): object {
  const { story, language } = telling
  const { ledger } = language
  const count = new Intl.NumberFormat(language.locale).format(story.facts.size)
  const about = { url, name: ledger.title, description: ledger.about(count, frontmatter.title), ...rights(telling, home) }
  return graph(
    publisher(home),
    {
      '@type': 'WebPage',
      '@id': `${url}#page`,
      ...about,
      mainEntity: { '@id': `${url}#dataset` },
      isPartOf: { '@id': `${storyUrl}#article` },
    },
    {
      '@type': 'Dataset',
      '@id': `${url}#dataset`,
      ...about,
      ...coverage([...story.facts.values()]),
      isBasedOn: urlsOf(telling, Object.keys(story.data.sources)),
      isPartOf: { '@id': `${storyUrl}#dataset` },
      distribution: [download(storyNumbersPath(storyUrl, 'facts'), 'application/json')],
    },
  )
}

/**
 * JSON-LD of a chart's page: the page, and the part of the story's dataset that the chart shows.
 *
 * @param url absolute address of the page
 * @param storyUrl absolute address of the story the chart is from
 * @param home absolute address of the site
 */
export function chartData(edition: Edition, id: string, url: string, storyUrl: string, home: string): object {
  const { telling } = edition
  const chart = telling.words.charts[id]
  const about = { url, name: chart?.title, description: chart?.alt, ...rights(telling, home) }
  return graph(
    publisher(home),
    {
      '@type': 'WebPage',
      '@id': `${url}#page`,
      ...about,
      image: picturePath(storyUrl, id, 'png'),
      mainEntity: { '@id': `${url}#dataset` },
      isPartOf: { '@id': `${storyUrl}#article` },
    },
    {
      '@type': 'Dataset',
      '@id': `${url}#dataset`,
      ...about,
      ...coverage(factsOf(telling, id).flatMap((fact) => telling.story.facts.get(fact) ?? [])),
      variableMeasured: chart?.dek,
      isBasedOn: urlsOf(telling, sourcesOf(telling, id)),
      isPartOf: { '@id': `${storyUrl}#dataset` },
      creditText: citationOf(edition, id, url),
      distribution: [
        download(numbersPath(storyUrl, id, 'csv'), 'text/csv'),
        download(numbersPath(storyUrl, id, 'json'), 'application/json'),
      ],
    },
  )
}

function download(url: string, encodingFormat: string): object {
  return { '@type': 'DataDownload', contentUrl: url, encodingFormat }
}

/** JSON for a script element: nothing in it can end the element. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function graph(...things: object[]): object {
  return { '@context': 'https://schema.org', '@graph': things }
}

function publisher(home: string): object {
  return { '@type': 'Organization', '@id': `${home}#publisher`, name: site.name, url: home, email: site.contact }
}

/** Whose it is, when it came out and what may be done with it. */
function rights({ story, language }: Telling, home: string): object {
  return {
    inLanguage: language.tag,
    datePublished: story.data.published,
    dateModified: story.data.updated,
    author: { '@id': `${home}#publisher` },
    publisher: { '@id': `${home}#publisher` },
    license: site.licence.url,
  }
}

/** The time that figures speak of; what is expected or worked out has none of its own, and a chart may show no figure. */
function coverage(facts: readonly Fact[]): { temporalCoverage?: string } {
  const periods = facts
    .filter((fact) => fact.value !== undefined && fact.kind !== 'forecast' && fact.kind !== 'derived')
    .map((fact) => daysOf(fact.period))
  const [first] = periods.map((period) => period.first).sort()
  const last = periods
    .map((period) => period.last)
    .sort()
    .at(-1)
  return first === undefined || last === undefined ? {} : { temporalCoverage: `${first}/${last}` }
}

function urlsOf({ story }: Telling, sources: readonly string[]): string[] {
  return [...new Set(sources.flatMap((id) => story.data.sources[id]?.url ?? []))]
}
