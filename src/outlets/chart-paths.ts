import type { Edition } from '#prose'
import { languageSegment, pathTo } from './addresses.ts'
import { siteContents } from './contents.ts'
import { languagesOf } from './languages.ts'
import type { StoryLanguage } from './languages.ts'

/** One chart in one language, as a page, an embed or a picture of it is made. */
export interface ChartProps {
  edition: Edition
  /** The chart's id. */
  id: string
  /** Address of the story in that language, from the site's root. */
  storyPath: string
  /** The language's segment in addresses: undefined for the story's first. */
  segment: string | undefined
  /** Every language that the story has. */
  languages: readonly StoryLanguage[]
}

/** Every chart of every story in every language it has, as a route `[story]/[...language]/…/[chart]` wants them. */
export async function chartPaths(): Promise<
  { params: { story: string; language: string | undefined; chart: string }; props: ChartProps }[]
> {
  const contents = await siteContents()
  return contents.flatMap((content) => {
    const { story, editions } = content
    const segmentOf = (edition: Edition): string | undefined =>
      languageSegment(edition.telling.language.tag, editions[0].telling.language.tag)
    const languages = languagesOf(content)
    return editions.flatMap((edition) => {
      const segment = segmentOf(edition)
      return Object.keys(story.data.charts).map((id) => ({
        params: { story: story.id, language: segment, chart: id },
        props: { edition, id, storyPath: pathTo(story.id, segment), segment, languages },
      }))
    })
  })
}
