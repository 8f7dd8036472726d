import { site } from '../../../content/site.ts'
import type { FormName, Telling } from '#story'
import { creditsOf } from '../credits.ts'
import { cardHeight, cardMargin, cardWidth, largestFitting } from './card.ts'
import { cropDrawing } from './crop.ts'
import { drawForPicture } from './drawing.ts'
import { decimal } from './outlines.ts'
import { Picture } from './picture.ts'
import type { Setting } from './picture.ts'
import type { Studio } from './studio.ts'

/** What of a long drawing its finding is about, where that does not stand at its top: lines, by a selector. */
const begins: Partial<Record<FormName, string>> = { players: '.talks[data-mark]' }

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
  const form = telling.story.data.charts[id]?.form
  const drawing = drawForPicture(telling, id, { size: 'narrow', outlines: picture.outlines, ...studio }, form && begins[form])
  const box = { width: cardWidth - column - 3 * cardMargin, height: cardHeight, margin: cardMargin, edge: 36 }
  const crop = cropDrawing(drawing, box, drawing.begin)
  const left = cardWidth - cardMargin - drawing.width * crop.scale
  drawing.group.setAttribute('transform', `translate(${decimal(left)} ${decimal(crop.top)}) scale(${decimal(crop.scale, 3)})`)
  picture.put(drawing.group)
  const span = { x: left - cardMargin / 2, width: cardWidth - left + cardMargin / 2 }
  if (crop.above) picture.put(...fade(picture, 'above', { ...span, y: 0, height: box.edge }, box.edge))
  if (crop.foot !== undefined) {
    const y = crop.foot - box.edge
    picture.put(...fade(picture, 'below', { ...span, y, height: cardHeight - y }, box.edge))
  }

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
  if (titleFoot + 12 + dekLines.length * dek.size * dek.leading < sourceTop - 18)
    picture.paragraph(dekLines, cardMargin, titleFoot + 12, dek)

  return picture.svg(cardWidth, cardHeight, words.title, words.alt)
}

/** Who is credited, in two lines: those there is no room for are counted. */
function shortCredits(telling: Telling, id: string, lines: (text: string) => string[]): string[] {
  const { language } = telling
  const publishers = creditsOf(telling, id).map(({ publisher }) => publisher)
  const list = new Intl.ListFormat(language.locale, { type: 'unit', style: 'short' })
  const head = (publishers.length === 1 ? language.site.source : language.site.sourcesOfChart) + language.colon
  for (let shown = publishers.length; shown > 1; shown--) {
    const more = shown < publishers.length ? [language.site.more(publishers.length - shown)] : []
    const set = lines(`${head}${list.format([...publishers.slice(0, shown), ...more])}`)
    if (set.length <= 2) return set
  }
  return lines(head + (publishers[0] ?? ''))
}

/** An end of a drawing that goes on beyond the card's edge. */
function fade(
  picture: Picture,
  end: 'above' | 'below',
  box: { x: number; y: number; width: number; height: number },
  length: number,
): Element[] {
  const paper = picture.studio.colour('paper')
  const stop = (offset: number, opacity: number): Element =>
    picture.shape('stop', { offset: decimal(offset, 3), 'stop-color': paper, 'stop-opacity': String(opacity) })
  const stops = end === 'above' ? [stop(0, 1), stop(1, 0)] : [stop(0, 0), stop(length / box.height, 1)]
  return [
    picture.shape('linearGradient', { id: end, x1: '0', y1: '0', x2: '0', y2: '1' }, stops),
    picture.shape('rect', { ...box, fill: `url(#${end})` }),
  ]
}
