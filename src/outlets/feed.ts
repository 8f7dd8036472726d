import { site } from '../../content/site.ts'
import type { Edition, StoryContent } from '#prose'
import { allCorrections } from '#story'
import { absolute, feedPath, languageSegment, pathTo } from './addresses.ts'
import { correctionAnchor, explain, headingOf, subjectOf } from './corrections.ts'
import { element, escapeText } from './markup.ts'

/** One thing that is new. Its address is its id too: addresses never change. */
interface Entry {
  address: string
  language: string
  title: string
  summary: string
  /** Days. */
  published: string
  updated: string
}

/**
 * The Atom feed of the site: an entry for each story and each correction, in every language, newest first. All dates are of the data.
 *
 * @param origin of the site
 */
export function feedXml(contents: readonly StoryContent[], origin: URL | undefined): string {
  const entries = contents
    .flatMap((content) => content.editions.flatMap((edition) => entriesOf(content, edition, origin)))
    .sort((a, b) => b.updated.localeCompare(a.updated))
  const language = contents[0]?.editions[0].telling.language
  if (!language) throw new TypeError('invalid site: it has no story; expected one to tell of in the feed')
  const [self, home] = [feedPath(), pathTo()].map((path) => absolute(path, origin)) as [string, string]
  const parts = [
    text('id', self),
    text('title', feedTitle(language.corrections.feed)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }, ''),
    element('link', { rel: 'alternate', type: 'text/html', href: home }, ''),
    text('updated', moment(entries[0]?.updated ?? '')),
    element('author', {}, `${text('name', site.name)}${text('email', site.contact)}`),
    text('rights', site.licence.name),
    ...entries.map(entryXml),
  ]
  const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language.tag }, `\n${parts.join('\n')}\n`)
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`
}

/** What the feed is called, there and where pages offer it. */
export function feedTitle(words: string): string {
  return `${site.name}: ${words}`
}

function entriesOf({ story, editions }: StoryContent, { telling, frontmatter }: Edition, origin: URL | undefined): Entry[] {
  const { published, updated } = story.data
  const { tag, corrections } = telling.language
  const address = absolute(pathTo(story.id, languageSegment(tag, editions[0].telling.language.tag)), origin)
  return [
    { address, language: tag, title: frontmatter.title, summary: frontmatter.standfirst, published, updated },
    ...allCorrections(story).map((correction) => ({
      address: `${address}#${correctionAnchor(correction)}`,
      language: tag,
      title: corrections.entry(subjectOf(telling, correction)),
      summary: `${headingOf(telling, correction)}. ${explain(telling, correction)}`,
      published: correction.date,
      updated: correction.date,
    })),
  ]
}

function entryXml({ address, language, title, summary, published, updated }: Entry): string {
  const parts = [
    text('id', address),
    text('title', title),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: address }, ''),
    text('published', moment(published)),
    text('updated', moment(updated)),
    text('summary', summary),
  ]
  return element('entry', { 'xml:lang': language }, `\n${parts.join('\n')}\n`)
}

function text(name: string, content: string): string {
  return element(name, {}, escapeText(content))
}

/** A day as Atom wants it. */
function moment(day: string): string {
  return `${day}T00:00:00Z`
}
