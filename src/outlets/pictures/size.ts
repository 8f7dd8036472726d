/** How wide every picture is made, in pixels. */
export const pictureWidth = 1200

/**
 * How high a picture is in pixels once it is made `pictureWidth` wide.
 *
 * @throws TypeError an SVG that does not say its size
 */
export function pictureHeight(svg: string): number {
  const [, width, height] = /^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  if (width === undefined || height === undefined) throw new TypeError('invalid picture: no viewBox; expected "0 0 WIDTH HEIGHT"')
  return Math.round((Number(height) * pictureWidth) / Number(width))
}
