import type { Edition } from '#prose'
import { absolute, chartPath, embedPath, pathTo, picturePath } from './addresses.ts'
import { frozenDate, latestFrozen } from './frozen.ts'
import { heightSteps } from './heights.ts'
import type { HeightStep } from './heights.ts'
import { chartPngSize } from './pictures/index.ts'

/** What there is of a chart for somebody else's page; every address is absolute. */
export interface Offer {
  /** The chart's id. */
  id: string
  /** Its finding. */
  title: string
  /** What its picture says, in words. */
  alt: string
  embed: string
  /** The chart's own page. */
  page: string
  /** The chart's place in the story, or its own page where the story does not show it. */
  place: string
  picture: string
  darkPicture: string
  /** Of both pictures, in pixels. */
  pictureSize: { width: number; height: number }
  /** The script that makes the frame out of the snippet. */
  script: string
  heights: readonly HeightStep[]
  /** The latest copy that never changes, if one was made. */
  frozen: { address: string; date: string } | undefined
}

/**
 * @param id the chart's
 * @param storyPath address of the story in that language, from the site's root
 * @param origin of the site
 * @param language its segment in addresses, where it is not the story's first
 */
export async function offerOf(edition: Edition, id: string, storyPath: string, origin: URL | undefined, language?: string): Promise<Offer> {
  const { telling, outline } = edition
  const words = telling.words.charts[id]
  if (!words) throw new RangeError(`unknown chart ${id}`)
  const at = (path: string): string => absolute(path, origin)
  const page = at(chartPath(storyPath, id))
  const frozen = latestFrozen(telling.story.id, id, language)
  return {
    id,
    title: words.title,
    alt: words.alt,
    embed: at(embedPath(storyPath, id)),
    page,
    place: outline.charts.includes(id) ? at(`${storyPath}#${id}`) : page,
    picture: at(picturePath(storyPath, id, 'png')),
    darkPicture: at(picturePath(storyPath, id, 'dark')),
    pictureSize: await chartPngSize(process.cwd(), telling, id),
    script: at(`${pathTo()}embed.js`),
    heights: heightSteps(edition, id),
    frozen: frozen === undefined ? undefined : { address: at(frozen), date: frozenDate(frozen) },
  }
}
