import { textWidth, wrapText } from '#charts'
import type { Weight } from '#charts'
import type { Edition } from '#prose'
import { originOf, sourceText } from './credits.ts'

/*
 * Lengths in pixels are those of src/styles/embed.css, figure.css, answers.css, players.css and timeline.css; a test measures in a browser
 * that they agree.
 */

/** Height of all that an embed holds beside its drawing, without the padding round it, by the width that it has. */
export function captionHeight(edition: Edition, id: string): (width: number) => number {
  const { language, words, story } = edition.telling
  const chart = words.charts[id]
  const declaration = story.data.charts[id]
  if (!chart || !declaration) throw new RangeError(`invalid chart: ${id}; expected one that the story declares`)
  const { site } = language
  const [source, origin] = [sourceText(edition.telling, id), originOf(edition)]
  const buttons = Object.keys(declaration.views).map((view) => chart.views[view] ?? '')
  return (width) => {
    const rule = 3 + 9.6
    const title = lines(chart.title, width, 20, 'bold') * 24
    const dek = 3.2 + lines(chart.dek, width, 16) * 21.6 + 14.4
    const views = buttons.length > 0 ? rows(buttons, width) : 0
    const choose = declaration.form === 'players' ? list(site.choose, width) : 0
    // Its own margin and that of the sources are one.
    const walk = declaration.form === 'timeline' ? 48 : 0
    const sources = 12 + lines(source, width, 14) * 18.9 + 4
    return rule + title + dek + views + choose + walk + sources + links(origin, `▶ ${site.numbers}`, width)
  }
}

function lines(text: string, width: number, size: number, weight?: Weight): number {
  return wrapText(text, width, size, weight).length
}

/** Round buttons, as many in a row as there is room for; what is too long for a row takes several lines. */
function rows(texts: readonly string[], width: number): number {
  const [gap, sides] = [6.4, 2 * (11.2 + 1)]
  const inRows: { taken: number; height: number }[] = []
  for (const text of texts) {
    const own = Math.min(width, Math.ceil(textWidth(text, 15)) + sides)
    const height = Math.max(32, lines(text, width - sides, 15) * 20.25 + 2 * (3.2 + 1))
    const row = inRows.at(-1)
    if (row && row.taken + gap + own <= width) {
      row.taken += gap + own
      row.height = Math.max(row.height, height)
    } else inRows.push({ taken: own, height })
  }
  return inRows.reduce((total, { height }) => total + height, 0) + (inRows.length - 1) * gap + 12
}

/** A list to choose from, with what it is called before it or, where there is no room, over it. */
function list(name: string, width: number): number {
  return (textWidth(name, 15) + 8 + 208 <= width ? 32 : 20.25 + 4 + 32) + 12
}

/** The way back to the story and that to the numbers, in one line where there is room. */
function links(origin: string, numbers: string, width: number): number {
  const height = (text: string): number => lines(text, width, 15) * 20.25 + 8
  const together = textWidth(origin, 15) + 20 + textWidth(numbers, 15) <= width
  return together ? height(origin) : height(origin) + height(numbers)
}
