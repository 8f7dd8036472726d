import { describe, expect, test } from 'vitest'
import { openFaces } from '../../../src/outlets/pictures/faces.ts'
import { breakLines, setText } from '../../../src/outlets/pictures/letters.ts'

const faces = await openFaces()

describe('setting a text', () => {
  test('nothing takes no room', () => {
    expect(setText(faces, '', 'sans')).toEqual({ letters: [], width: 0 })
  })

  test('figures are of one width, as tables want them', () => {
    const widths = Array.from('0123456789').map((figure) => setText(faces, figure, 'sans').width)
    expect(new Set(widths).size).toBe(1)
    // From the font's own table of widths: 497 thousandths.
    expect(widths[0]).toBeCloseTo(0.497)
  })

  test('bold is wider than regular', () => {
    expect(setText(faces, 'Shopee', 'sans-bold').width).toBeGreaterThan(setText(faces, 'Shopee', 'sans').width)
  })

  test('letters are kerned', () => {
    const apart = setText(faces, 'T', 'sans').width + setText(faces, 'o', 'sans').width
    expect(setText(faces, 'To', 'sans').width).toBeLessThan(apart)
  })

  test('every character of the languages the kit speaks is there, if from another font', () => {
    const { letters } = setText(faces, 'a→b≈c\u202f1\u2009–\u20092', 'sans')
    expect(letters.flatMap(({ glyphs }) => glyphs).length).toBe(11)
    expect(new Set(letters.map(({ font }) => font.familyName)).size).toBe(2)
  })

  test('one that no font has is refused by name', () => {
    expect(() => setText(faces, 'a\u{1f6d2}', 'sans')).toThrow('invalid character: \u{1f6d2} (U+1f6d2) in "a\u{1f6d2}"')
  })
})

describe('breaking a text into lines', () => {
  const text = 'The first estimate of every year from 2021 to 2024 was cut by a later edition, and so was the forecast for 2030'

  test('a word alone stays whole, however wide', () => {
    expect(breakLines(faces, 'Regulation', 'sans', 1)).toEqual(['Regulation'])
    expect(breakLines(faces, 'a Regulation b', 'sans', 1)).toEqual(['a', 'Regulation', 'b'])
  })

  test('a text that fits is one line', () => {
    expect(breakLines(faces, 'one two', 'sans', 20)).toEqual(['one two'])
  })

  test.each([10, 14, 22, 30, 45])('no line is wider than %i ems, none could be saved, and no word is lost', (width) => {
    const lines = breakLines(faces, text, 'sans-bold', width)
    for (const line of lines) expect(setText(faces, line, 'sans-bold').width).toBeLessThanOrEqual(width + 0.05)
    expect(lines.join(' ')).toBe(text)
    const greedy: string[] = []
    for (const word of text.split(' ')) {
      const longer = `${greedy.at(-1) ?? ''} ${word}`.trim()
      if (greedy.length > 0 && setText(faces, longer, 'sans-bold').width <= width) greedy[greedy.length - 1] = longer
      else greedy.push(word)
    }
    expect(lines.length).toBe(greedy.length)
  })

  test('lines are about alike', () => {
    const widths = breakLines(faces, text, 'sans-bold', 45).map((line) => setText(faces, line, 'sans-bold').width)
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.8)
  })

  test('a figure keeps to what it counts', () => {
    for (let width = 10; width < 24; width++)
      for (const line of breakLines(faces, 'It was expected to reach about $160 billion by 2030, and less later', 'sans', width))
        expect(line).not.toMatch(/160$/)
  })

  test('spaces that never break never do', () => {
    expect(breakLines(faces, 'a 5\u00a0million b', 'sans', 3)).toEqual(['a', '5\u00a0million', 'b'])
  })
})
