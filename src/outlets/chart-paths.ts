import { readAllContent } from '#prose'
import type { Edition } from '#prose'
import { languageSegment, pathTo } from './addresses.ts'

/** One chart in one language, as a page, an embed or a picture of it is made. */
export interface ChartProps {
  edition: Edition
  /** The chart's id. */
  id: string
  /** Address of the story in that language, from the site's root. */
  storyPath: string
}

/** Every chart of every story in every language it has, as a route `[story]/[...language]/…/[chart]` wants them. */
export async function chartPaths(): Promise<
  { params: { story: string; language: string | undefined; chart: string }; props: ChartProps }[]
> {
  const contents = await readAllContent(process.cwd())
  return contents.flatMap(({ story, editions }) =>
    editions.flatMap((edition) => {
      const language = languageSegment(edition.telling.language.tag, editions[0].telling.language.tag)
      return Object.keys(story.data.charts).map((id) => ({
        params: { story: story.id, language, chart: id },
        props: { edition, id, storyPath: pathTo(story.id, language) },
      }))
    }),
  )
}
