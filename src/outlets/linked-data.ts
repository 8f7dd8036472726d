import { site } from '../../content/site.ts'
import { daysOf } from '#language'
import type { Edition } from '#prose'

/**
 * JSON-LD of a story: the article, and the dataset its figures are.
 *
 * @param url absolute address of the story
 * @param home absolute address of the site
 */
export function linkedData({ telling, frontmatter }: Edition, url: string, home: string): object {
  const { story, language } = telling
  const publisher = { '@type': 'Organization', '@id': `${home}#publisher`, name: site.name, url: home, email: site.contact }
  const shared = {
    inLanguage: language.tag,
    datePublished: story.data.published,
    dateModified: story.data.updated,
    author: { '@id': publisher['@id'] },
    publisher: { '@id': publisher['@id'] },
    license: site.licence.url,
  }
  const periods = [...story.facts.values()]
    .filter((fact) => fact.value !== undefined && fact.kind !== 'forecast' && fact.kind !== 'derived')
    .map((fact) => daysOf(fact.period))
  const first = periods.map((period) => period.first).sort()[0]
  const last = periods
    .map((period) => period.last)
    .sort()
    .at(-1)
  return {
    '@context': 'https://schema.org',
    '@graph': [
      publisher,
      {
        '@type': 'Article',
        '@id': `${url}#article`,
        url,
        headline: frontmatter.title,
        description: frontmatter.standfirst,
        mainEntityOfPage: url,
        ...shared,
      },
      {
        '@type': 'Dataset',
        '@id': `${url}#dataset`,
        url,
        name: frontmatter.title,
        description: frontmatter.standfirst,
        ...shared,
        temporalCoverage: `${first ?? ''}/${last ?? ''}`,
        variableMeasured: Object.values(telling.words.series),
        isBasedOn: [...new Set(Object.values(story.data.sources).flatMap((source) => source.url ?? []))],
        isPartOf: { '@id': `${url}#article` },
      },
    ],
  }
}

/** JSON for a script element: nothing in it can end the element. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
