import type { Picture, Setting } from './picture.ts'

/** What social networks show whole, in pixels. */
export const cardWidth = 1200
export const cardHeight = 630
export const cardMargin = 56

/** Sets a text as large as its box lets it be, down to a least size. */
export function largestFitting(
  picture: Picture,
  text: string,
  width: number,
  height: number,
  setting: Setting,
  least: number,
): { setting: Setting; lines: string[] } {
  for (let size = setting.size; size > least; size -= 2) {
    const lines = picture.lines(text, width, { ...setting, size })
    if (lines.length * size * setting.leading <= height) return { setting: { ...setting, size }, lines }
  }
  const smallest = { ...setting, size: least }
  return { setting: smallest, lines: picture.lines(text, width, smallest) }
}
