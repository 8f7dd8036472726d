import { site } from '../../../content/site.ts'
import type { Telling } from '#story'
import { creditsOf } from '../credits.ts'
import { cardHeight, cardMargin, cardWidth, largestFitting } from './card.ts'
import { cropDrawing } from './crop.ts'
import { drawForPicture } from './drawing.ts'
import { decimal } from './outlines.ts'
import { Picture } from './studio.ts'
import type { Setting, Studio } from './studio.ts'

/** The words stand on the left, as wide as this. */
const column = 500

/**
 * A chart as a card for social networks: its finding in large letters, and beside it the narrow drawing, whose labels can still be read
 * where a card is shown at a third of its size. A drawing that is longer than the card runs off its foot.
 *
 * @returns an SVG file of 1200 × 630
 * @throws RangeError an unknown chart
 */
export function chartCard(telling: Telling, id: string, studio: Studio): string {
  const words = telling.words.charts[id]
  if (!words) throw new RangeError(`unknown chart ${id}`)
  const { colour } = studio
  const picture = new Picture(studio)
  const drawing = drawForPicture(telling, id, { size: 'narrow', outlines: picture.outlines, ...studio })
  const { scale, top, cut } = cropDrawing(drawing, { width: cardWidth - column - 3 * cardMargin, height: cardHeight, margin: cardMargin })
  const left = cardWidth - cardMargin - drawing.width * scale
  drawing.group.setAttribute('transform', `translate(${decimal(left)} ${decimal(top)}) scale(${decimal(scale, 3)})`)
  picture.put(drawing.group)
  if (cut) picture.put(...fade(picture, left, drawing.width * scale))

  const source: Setting = { size: 19, face: 'sans', fill: colour('muted'), leading: 1.35 }
  const credits = shortCredits(telling, id, (text) => picture.lines(text, column, source))
  const sourceTop = cardHeight - cardMargin - 50 - credits.length * source.size * source.leading
  picture.paragraph(credits, cardMargin, sourceTop, source)
  picture.name(site.name, cardMargin, cardHeight - cardMargin, 36)

  picture.put(picture.shape('rect', { x: cardMargin, y: cardMargin, width: 72, height: 5, fill: colour('accent') }))
  const titleTop = cardMargin + 22
  const title: Setting = { size: 48, face: 'sans-bold', fill: colour('ink'), leading: 1.14, spacing: -0.005 }
  const { setting, lines } = largestFitting(picture, words.title, column, sourceTop - titleTop - 130, title, 36)
  const titleFoot = picture.paragraph(lines, cardMargin, titleTop, setting)
  const dek: Setting = { size: 22, face: 'sans', fill: colour('muted'), leading: 1.32 }
  const dekLines = picture.lines(words.dek, column, dek)
  // Half of what is measured would be worse than nothing.
  if (titleFoot + 12 + dekLines.length * dek.size * dek.leading < sourceTop - 18) picture.paragraph(dekLines, cardMargin, titleFoot + 12, dek)

  return picture.svg(cardWidth, cardHeight, words.title, words.alt)
}

/** Who is credited, in two lines: those there is no room for are counted. */
function shortCredits(telling: Telling, id: string, lines: (text: string) => string[]): string[] {
  const { language } = telling
  const publishers = creditsOf(telling, id).map(({ publisher }) => publisher)
  const list = new Intl.ListFormat(language.locale, { type: 'unit', style: 'short' })
  const head = publishers.length === 1 ? language.site.source : language.site.sourcesOfChart
  for (let shown = publishers.length; shown > 1; shown--) {
    const more = shown < publishers.length ? [language.site.more(publishers.length - shown)] : []
    const set = lines(`${head}: ${list.format([...publishers.slice(0, shown), ...more])}`)
    if (set.length <= 2) return set
  }
  return lines(`${head}: ${publishers[0] ?? ''}`)
}

/** The foot of a drawing that goes on under the card's edge. */
function fade(picture: Picture, x: number, width: number): Element[] {
  const paper = picture.studio.colour('paper')
  const stop = (offset: number, opacity: number): Element =>
    picture.shape('stop', { offset: String(offset), 'stop-color': paper, 'stop-opacity': String(opacity) })
  const height = 36
  const box = { x: decimal(x - 30), y: cardHeight - height, width: decimal(width + 60), height, fill: 'url(#fade)' }
  return [
    picture.shape('linearGradient', { id: 'fade', x1: '0', y1: '0', x2: '0', y2: '1' }, [stop(0, 0), stop(1, 1)]),
    picture.shape('rect', box),
  ]
}
