import { site } from '../../../content/site.ts'
import { formatDate } from '#language'
import type { Edition } from '#prose'
import { cardHeight, cardMargin, cardWidth, largestFitting } from './card.ts'
import { Picture } from './picture.ts'
import type { Setting } from './picture.ts'
import type { Studio } from './studio.ts'

/**
 * A story as a card for social networks: whose it is, its headline, its standfirst and the date its facts go to.
 *
 * @returns an SVG file of 1200 × 630
 */
export function storyCard({ telling, frontmatter }: Edition, studio: Studio): string {
  const { story, language } = telling
  const { colour } = studio
  const picture = new Picture(studio)
  const width = cardWidth - 2 * cardMargin
  picture.name(site.name, cardMargin, cardMargin + 34, 46)
  picture.put(picture.shape('rect', { x: cardMargin, y: cardMargin + 62, width, height: 2, fill: colour('rule') }))

  const date: Setting = { size: 24, face: 'sans', fill: colour('muted'), leading: 1.3 }
  const dateTop = cardHeight - cardMargin - date.size * date.leading
  picture.paragraph([`${language.site.factsTo(formatDate(story.factsTo, language))}.`], cardMargin, dateTop, date)

  const standfirst: Setting = { size: 32, face: 'serif', fill: colour('muted'), leading: 1.36 }
  const said = picture.lines(frontmatter.standfirst, width, standfirst)
  const saidHeight = said.length * standfirst.size * standfirst.leading
  const top = cardMargin + 92
  const headline: Setting = { size: 84, face: 'serif-bold', fill: colour('ink'), leading: 1.08, spacing: -0.02 }
  const { setting, lines } = largestFitting(picture, frontmatter.title, width, dateTop - top - saidHeight - 40, headline, 52)
  const foot = picture.paragraph(lines, cardMargin, top, setting)
  picture.paragraph(said, cardMargin, foot + 18, standfirst)

  return picture.svg(cardWidth, cardHeight, frontmatter.title, frontmatter.standfirst)
}
