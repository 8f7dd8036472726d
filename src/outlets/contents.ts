import { markOf, readAllContent } from '#prose'
import type { Edition, StoryContent } from '#prose'

/** Whether this is what readers get: no server of somebody who writes, and no preview. */
export const isRelease = import.meta.env.MODE === 'production'

/**
 * Every story that this site shows: a release leaves drafts out.
 *
 * @throws ContentError with every problem in what people wrote
 */
export function siteContents(): Promise<StoryContent[]> {
  return readAllContent(process.cwd(), isRelease ? 'release' : 'everything')
}

/** What marks an edition that is not published; in a release there is none, for an embargo that was not over stopped it. */
export function markIn({ frontmatter, telling }: Edition): string | undefined {
  return isRelease ? undefined : markOf(frontmatter.status, telling.language)
}
