import { site } from '../../../content/site.ts'
import type { Telling } from '#story'
import { sourceText } from '../credits.ts'
import { drawForPicture } from './drawing.ts'
import { decimal } from './outlines.ts'
import { Picture } from './picture.ts'
import type { Setting } from './picture.ts'
import type { Studio } from './studio.ts'

/** Round the drawing, in pixels of it. */
const margin = 24

/**
 * A chart as a picture that stands by itself: its finding, what is measured, the wide drawing, its sources and whose it is.
 *
 * @returns an SVG file
 * @throws RangeError an unknown chart
 */
export function chartPicture(telling: Telling, id: string, studio: Studio): string {
  const words = telling.words.charts[id]
  if (!words) throw new RangeError(`unknown chart ${id}`)
  const { colour } = studio
  const picture = new Picture(studio)
  const drawing = drawForPicture(telling, id, { size: 'wide', outlines: picture.outlines, ...studio })
  const [width, inner] = [drawing.width + 2 * margin, drawing.width]

  const title: Setting = { size: 22, face: 'sans-bold', fill: colour('ink'), leading: 1.2 }
  const dek: Setting = { size: 15, face: 'sans', fill: colour('muted'), leading: 1.35 }
  const source: Setting = { size: 12.5, face: 'sans', fill: colour('muted'), leading: 1.4 }

  picture.put(picture.shape('rect', { x: margin, y: margin, width: 40, height: 3, fill: colour('accent') }))
  let y = picture.paragraph(picture.lines(words.title, inner, title), margin, margin + 12, title)
  y = picture.paragraph(picture.lines(words.dek, inner, dek), margin, y + 4, dek) + 16

  drawing.group.setAttribute('transform', `translate(${decimal(margin)} ${decimal(y)})`)
  picture.put(drawing.group)
  y += drawing.height + 16

  // The name stands at the end of the last line, which is kept clear of it.
  const name = { size: 20, room: 100 }
  const lines = picture.lines(sourceText(telling, id), inner - name.room, source)
  const foot = picture.paragraph(lines, margin, y, source)
  const mark = new Picture(studio).name(site.name, 0, 0, name.size)
  picture.name(site.name, width - margin - mark, foot - 4.5, name.size)

  return picture.svg(width, Math.ceil(foot + margin - 4), words.title, words.alt)
}
