import { Resvg } from '@resvg/resvg-js'
import { encodePng } from './png.ts'

/**
 * A picture as PNG. No font is looked for: all text is outlines.
 *
 * @param width in pixels; the height follows
 */
export function rasterise(svg: string, width: number): Buffer {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render()
  return encodePng({ width: image.width, height: image.height, bytes: image.pixels })
}
