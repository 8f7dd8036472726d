import { textWidth } from '#charts'
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
  const title = measure(chart.title, 20, 'bold')
  const dek = measure(chart.dek, 16)
  const source = measure(sourceText(edition.telling, id), 14)
  const [origin, numbers] = [measure(originOf(edition), 15), measure(`▶ ${site.numbers}`, 15)]
  const buttons = Object.keys(declaration.views).map((view) => measure(chart.views[view] ?? '', 15))
  const choose = measure(site.choose, 15)
  return (width) =>
    [
      // The short rule over the title.
      3 + 9.6,
      title.lines(width) * 24,
      3.2 + dek.lines(width) * 21.6 + 14.4,
      buttons.length > 0 ? rows(buttons, width) : 0,
      declaration.form === 'players' ? list(choose, width) : 0,
      // Buttons to walk by, whose own margin and that of the sources are one.
      declaration.form === 'timeline' ? 48 : 0,
      12 + source.lines(width) * 18.9 + 4,
      links(origin, numbers, width),
    ].reduce((total, part) => total + part, 0)
}

/** A text as it is set in one size, in pixels. */
interface Measured {
  whole: number
  /** How many lines it takes in a width, broken at spaces only; a single word that is wider keeps a line to itself. */
  lines: (width: number) => number
}

/** Words are measured once, since a text is asked for at every width a frame may have. */
function measure(text: string, size: number, weight?: Weight): Measured {
  const words = text.split(' ').map((word) => textWidth(word, size, weight))
  const space = textWidth(' ', size, weight)
  return {
    whole: textWidth(text, size, weight),
    lines(width) {
      let [count, taken] = [0, Infinity]
      for (const word of words)
        if (taken + space + word > width) [count, taken] = [count + 1, word]
        else taken += space + word
      return count
    },
  }
}

/** Round buttons, as many in a row as there is room for; what is too long for a row takes several lines. */
function rows(texts: readonly Measured[], width: number): number {
  const [gap, sides] = [6.4, 2 * (11.2 + 1)]
  const inRows: { taken: number; height: number }[] = []
  for (const { whole, lines } of texts) {
    const own = Math.min(width, Math.ceil(whole) + sides)
    const height = Math.max(32, lines(width - sides) * 20.25 + 2 * (3.2 + 1))
    const row = inRows.at(-1)
    if (row && row.taken + gap + own <= width) {
      row.taken += gap + own
      row.height = Math.max(row.height, height)
    } else inRows.push({ taken: own, height })
  }
  return inRows.reduce((total, { height }) => total + height, 0) + (inRows.length - 1) * gap + 12
}

/** A list to choose from, with what it is called before it or, where there is no room, over it. */
function list(name: Measured, width: number): number {
  return (name.whole + 8 + 208 <= width ? 32 : 20.25 + 4 + 32) + 12
}

/** The way back to the story and that to the numbers, in one line where there is room. */
function links(origin: Measured, numbers: Measured, width: number): number {
  const height = ({ lines }: Measured): number => lines(width) * 20.25 + 8
  const together = origin.whole + 20 + numbers.whole <= width
  return together ? height(origin) : height(origin) + height(numbers)
}
