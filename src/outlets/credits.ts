import { site } from '../../content/site.ts'
import { sourcesOf } from '#charts'
import { formatDate } from '#language'
import type { Edition } from '#prose'
import type { Telling } from '#story'

/** Who is named under a chart: several documents of one publisher share a link, to the first of them, and the years they came out. */
export interface Credit {
  /** Id of the first of its sources. */
  source: string
  publisher: string
  /** `2023` or `2023–2025`; empty where nothing is dated. */
  years: string
}

/** The publishers that a chart rests on, in the order the data lists them. */
export function creditsOf(telling: Telling, id: string): Credit[] {
  const { sources } = telling.story.data
  const publishers = Map.groupBy(sourcesOf(telling, id), (source) => sources[source]?.publisher ?? '')
  return [...publishers].map(([publisher, [source = '', ...others]]) => {
    const years = [source, ...others].flatMap((each) => sources[each]?.published?.slice(0, 4) ?? []).sort()
    return { source, publisher, years: [...new Set([years[0], years.at(-1)])].filter(Boolean).join('–') }
  })
}

/** The line under a chart, in pieces: the words between the credits, and the credits, whose names a page makes links of. */
export function sourceLine({ language, story }: Telling, credits: readonly Credit[]): (string | Credit)[] {
  const { site: words } = language
  const join = new Intl.ListFormat(language.locale, { type: 'unit', style: 'short' })
  return [
    `${credits.length === 1 ? words.source : words.sourcesOfChart}${language.colon}`,
    ...join
      .formatToParts(credits.map(({ source }) => source))
      .map(({ type, value }) => (type === 'element' ? (credits.find(({ source }) => source === value) ?? value) : value)),
    `. ${words.factsTo(formatDate(story.factsTo, language))}.`,
  ]
}

/** The same line as text. */
export function sourceText(telling: Telling, id: string): string {
  return sourceLine(telling, creditsOf(telling, id))
    .map((part) => (typeof part === 'string' ? part : `${part.publisher}${part.years && ` (${part.years})`}`))
    .join('')
}

/** What an embed calls the story that it is from. */
export function originOf({ frontmatter, telling }: Edition): string {
  return `${site.name}${telling.language.colon}${frontmatter.title}`
}
