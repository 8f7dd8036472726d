import type { StoryContent } from '#prose'
import { languageSegment, pathTo } from './addresses.ts'

/** One of the languages that a story is told in, as pages offer it. */
export interface StoryLanguage {
  tag: string
  /** Its own name for itself. */
  name: string
  /** Its language and country in the form of Open Graph: `fr_FR`. */
  territory: string
  /** Address of the story in it, from the site's root. */
  storyPath: string
}

/** A page in one of its languages. */
export interface PageLanguage extends Omit<StoryLanguage, 'storyPath'> {
  /** Address of the page in that language, from the site's root. */
  path: string
}

/** The languages a story is told in; the first is for readers of no other. */
export function languagesOf({ story, editions }: StoryContent): StoryLanguage[] {
  return editions.map(({ telling: { language } }) => ({
    tag: language.tag,
    name: language.name,
    territory: territoryOf(language.locale),
    storyPath: pathTo(story.id, languageSegment(language.tag, editions[0].telling.language.tag)),
  }))
}

/** The languages of one of a story's pages. */
export function pageLanguages(languages: readonly StoryLanguage[], pathOf: (storyPath: string) => string): PageLanguage[] {
  return languages.map(({ storyPath, ...language }) => ({ ...language, path: pathOf(storyPath) }))
}

/** A locale as Open Graph writes it, with the country where most speak it if it names none. */
export function territoryOf(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize()
  return `${language}_${region ?? '001'}`
}
