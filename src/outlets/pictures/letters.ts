import type { Font, Glyph } from 'fontkit'
import type { Face, Faces } from './faces.ts'

/** Letters of one font that stand together; places are thousandths of an em from the beginning of the text. */
export interface Letters {
  font: Font
  glyphs: readonly { glyph: Glyph; x: number }[]
}

/** A text set in a face. */
export interface SetText {
  letters: readonly Letters[]
  /** In ems. */
  width: number
}

/**
 * Sets a text in one line: kerned, with the ligatures of the font.
 *
 * @param spacing what stands between letters beside their own, in ems
 * @throws RangeError a character that no font has
 */
export function setText(faces: Faces, text: string, face: Face, spacing = 0): SetText {
  let x = 0
  const letters = runsOf(text, faces[face]).map(({ font, text }) => {
    const run = font.layout(text)
    const unit = 1000 / font.unitsPerEm
    const glyphs = run.glyphs.map((glyph, index) => {
      const position = run.positions[index]
      const placed = { glyph, x: x + (position?.xOffset ?? 0) * unit }
      x += (position?.xAdvance ?? 0) * unit + spacing * 1000
      return placed
    })
    return { font, glyphs }
  })
  return { letters, width: x / 1000 }
}

/** Cuts a text where another font has to help out. */
function runsOf(text: string, fonts: readonly Font[]): { font: Font; text: string }[] {
  const runs: { font: Font; text: string }[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const font = fonts.find((font) => font.hasGlyphForCodePoint(code))
    if (!font)
      throw new RangeError(
        `invalid character: ${character} (U+${code.toString(16)}) in "${text}"; expected one that the fonts of pictures have`,
      )
    const last = runs.at(-1)
    if (last?.font === font) last.text += character
    else runs.push({ font, text: character })
  }
  return runs
}

/**
 * Breaks a text at spaces into lines no wider than `width` ems, as few as can be and as alike in length as they can be; a single word
 * that is wider keeps a line to itself.
 */
export function breakLines(faces: Faces, text: string, face: Face, width: number, spacing = 0): string[] {
  const words = text.split(/[ \n]+/)
  const measured = (part: string): number => setText(faces, part, face, spacing).width
  const space = measured(' ')
  const widths = words.map(measured)
  const total = widths.reduce((sum, word) => sum + word + space, -space)

  // For each number of words from the first: the best way to break them, by how many lines, how uneven those are, and where the last begins.
  const best: { lines: number; unevenness: number; from: number }[] = [{ lines: 0, unevenness: 0, from: 0 }]
  const solve = (aim: number): number => {
    for (let to = 1; to <= words.length; to++) {
      let line = -space
      let choice = { lines: Infinity, unevenness: Infinity, from: to - 1 }
      for (let from = to - 1; from >= 0; from--) {
        line += (widths[from] ?? 0) + space
        if (line > width && from < to - 1) break
        const before = best[from] ?? choice
        const next = { lines: before.lines + 1, unevenness: before.unevenness + (line - aim) ** 2 + partings(words, from) * aim ** 2, from }
        if (next.lines < choice.lines || (next.lines === choice.lines && next.unevenness < choice.unevenness)) choice = next
      }
      best[to] = choice
    }
    return best[words.length]?.lines ?? 1
  }
  solve(total / solve(width))

  const lines: string[] = []
  for (let to = words.length; to > 0; to = best[to]?.from ?? 0) lines.unshift(words.slice(best[to]?.from, to).join(' '))
  return lines
}

/** How bad it is to begin a line with that word: a third of a line where it parts a figure from what it counts. */
function partings(words: readonly string[], at: number): number {
  return /\d$/.test(words[at - 1] ?? '') && /^\p{Ll}/u.test(words[at] ?? '') ? 0.1 : 0
}
