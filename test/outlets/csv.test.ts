import { describe, expect, it } from 'vitest'
import { csvText } from '../../src/outlets/csv.ts'

const line = (cell: Parameters<typeof csvText>[1][number][number]): string => csvText([], [[cell]]).slice('\r\n'.length)

describe('a sheet as RFC 4180 has it', () => {
  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['quotation marks', 'a "b" c', '"a ""b"" c"'],
    ['nothing but a quotation mark', '"', '""""'],
    ['a line end', 'a\nb', '"a\nb"'],
    ['a return', 'a\rb', '"a\rb"'],
    ['both', 'a\r\nb', '"a\r\nb"'],
    ['spaces at its ends', ' a ', '" a "'],
  ])('puts quotation marks round a cell with %s', (_, cell, text) => {
    expect(line(cell)).toBe(`${text}\r\n`)
  })

  it.each([
    ['words and other scripts', 'Télé “日本” – ’', 'Télé “日本” – ’'],
    ['a semicolon', 'a;b', 'a;b'],
    ['a large number', 62e9, '62000000000'],
    ['a small number', 0.1 + 0.2, '0.30000000000000004'],
    ['a negative number', -5.5, '-5.5'],
    ['nought, which is not nothing', 0, '0'],
    ['no', false, 'false'],
    ['nothing', undefined, ''],
    ['a list', ['a', 'b'], 'a b'],
    ['an empty list', [], ''],
  ])('writes %s plainly', (_, cell, text) => {
    expect(line(cell)).toBe(`${text}\r\n`)
  })

  it('ends every row, the last too, and begins with the heads', () => {
    expect(csvText(['a', 'b, c'], [[1, 2]])).toBe('a,"b, c"\r\n1,2\r\n')
    expect(csvText(['a'], [])).toBe('a\r\n')
  })

  it('begins with no mark of its encoding, which would become part of the first head', () => {
    expect(csvText(['a'], []).codePointAt(0)).toBe('a'.codePointAt(0))
  })
})
