import type { Edition } from '#prose'
import { languageSegment } from './addresses.ts'
import { siteContents } from './contents.ts'
import { languagesOf } from './languages.ts'
import type { StoryLanguage } from './languages.ts'

/** One story in one language, as a page or a picture of it is made. */
export interface StoryProps {
  edition: Edition
  /** Every language that the story has. */
  languages: readonly StoryLanguage[]
}

/** Every story in every language it has, as a route `[story]/[...language]` wants them. */
export async function storyPaths(): Promise<{ params: { story: string; language: string | undefined }; props: StoryProps }[]> {
  const contents = await siteContents()
  return contents.flatMap((content) => {
    const { story, editions } = content
    const languages = languagesOf(content)
    return editions.map((edition) => ({
      params: { story: story.id, language: languageSegment(edition.telling.language.tag, editions[0].telling.language.tag) },
      props: { edition, languages },
    }))
  })
}
