import { site } from '../../content/site.ts'
import { formatDate } from '#language'
import type { Edition } from '#prose'

/**
 * How to name a chart and its numbers, in the language of the edition.
 *
 * @param url absolute address of the chart's page
 */
export function citationOf({ telling, frontmatter }: Edition, chart: string, url: string): string {
  const { story, language, words } = telling
  const title = words.charts[chart]?.title
  if (title === undefined) throw new RangeError(`unknown chart ${chart}`)
  const date = formatDate(story.data.updated, language)
  return `${language.data.cite({ publisher: site.name, title, story: frontmatter.title, date, url })} ${language.data.rights}`
}
