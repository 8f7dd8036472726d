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
      throw new RangeError(`invalid character: ${character} (U+${code.toString(16)}) in "${text}"; expected one that the fonts of pictures have`)
    const last = runs.at(-1)
    if (last?.font === font) last.text += character
    else runs.push({ font, text: character })
  }
  return runs
}

/**
 * Breaks a text at spaces into lines no wider than `width` ems, as few as can be and about alike in length.
 */
export function breakLines(faces: Faces, text: string, face: Face, width: number, spacing = 0): string[] {
  const words = text.split(/[ \n]+/)
  const measured = (line: string): number => setText(faces, line, face, spacing).width
  const fill = (room: number): string[] => {
    const lines: string[] = []
    for (const word of words) {
      const longer = lines.length === 0 ? word : `${lines.at(-1) ?? ''} ${word}`
      if (lines.length > 0 && measured(longer) <= room) lines[lines.length - 1] = longer
      else lines.push(word)
    }
    return lines
  }
  const count = fill(width).length
  // The narrowest room that needs no more lines, to a fiftieth of what there is.
  let [low, high] = [width / count / 2, width]
  while (high - low > width / 50) {
    const middle = (low + high) / 2
    if (fill(middle).length > count) low = middle
    else high = middle
  }
  return fill(high)
}
