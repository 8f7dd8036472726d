import type { Edition } from '#prose'
import type { Telling } from '#story'
import { chartCard } from './chart-card.ts'
import { chartPicture } from './chart-picture.ts'
import type { Theme } from './colour.ts'
import { rasterise } from './raster.ts'
import { pictureHeight, pictureWidth } from './size.ts'
import { storyCard } from './story-card.ts'
import { openStudio } from './studio.ts'

export { cardHeight, cardWidth } from './card.ts'
export type { Theme } from './colour.ts'

/** A chart as an SVG file that stands by itself. */
export async function chartSvg(root: string, telling: Telling, id: string, theme: Theme = 'light'): Promise<string> {
  return chartPicture(telling, id, await openStudio(root, theme))
}

/** A chart as a PNG, 1200 pixels wide. */
export async function chartPng(root: string, telling: Telling, id: string, theme: Theme): Promise<Buffer> {
  return rasterise(await chartSvg(root, telling, id, theme), pictureWidth)
}

/** The size in pixels of what `chartPng` makes. */
export async function chartPngSize(root: string, telling: Telling, id: string): Promise<{ width: number; height: number }> {
  return { width: pictureWidth, height: pictureHeight(await chartSvg(root, telling, id)) }
}

/** A chart's card for social networks as a PNG of 1200 × 630. */
export async function chartCardPng(root: string, telling: Telling, id: string): Promise<Buffer> {
  return rasterise(chartCard(telling, id, await openStudio(root, 'light')), pictureWidth)
}

/** A story's card for social networks as a PNG of 1200 × 630. */
export async function storyCardPng(root: string, edition: Edition): Promise<Buffer> {
  return rasterise(storyCard(edition, await openStudio(root, 'light')), pictureWidth)
}
