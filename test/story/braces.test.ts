import { describe, expect, it } from 'vitest'
import { BraceError, fillBraces } from '../../src/story/braces.ts'

const facts = new Map([
  ['market-2030', 160],
  ['talks', 5],
])

function fill(text: string): string {
  return fillBraces(text, facts, (id, style) => {
    if (id === 'talks' && style === 'short') throw new RangeError('"talks" has no short form')
    return `[${id} ${style}]`
  })
}

describe('facts in braces', () => {
  const filled: [text: string, result: string][] = [
    ['', ''],
    ['no figure at all', 'no figure at all'],
    ['{market-2030}', '[market-2030 long]'],
    ['{market-2030:short}', '[market-2030 short]'],
    ['from {talks:words} to { market-2030 : number }.', 'from [talks words] to [market-2030 number].'],
    ['{talks}{talks}', '[talks long][talks long]'],
    ['two\nlines {talks}', 'two\nlines [talks long]'],
  ]
  it.each(filled)('make %j into %j', (text, result) => {
    expect(fill(text)).toBe(result)
  })

  it('are not filled a second time by what they print', () => {
    expect(fillBraces('{talks}', facts, () => '{market-2030}')).toBe('{market-2030}')
  })

  const refused: [text: string, index: number, braces: string, message: string][] = [
    ['by {market-2032}', 3, '{market-2032}', 'unknown fact "market-2032"; did you mean "market-2030"?'],
    ['by {}', 3, '{}', 'unknown fact ""; expected one of "market-2030", "talks"'],
    ['by {talks:wrods}', 3, '{talks:wrods}', 'unknown style "wrods" in {talks:wrods}; did you mean "words"?'],
    ['by {talks:}', 3, '{talks:}', 'unknown style "" in {talks:}; expected one of short, long, number, words'],
    ['by {talks:roman}', 3, '{talks:roman}', 'unknown style "roman" in {talks:roman}; expected one of short, long, number, words'],
    [
      'by {talks:long:short}',
      3,
      '{talks:long:short}',
      'unknown style "long:short" in {talks:long:short}; expected one of short, long, number, words',
    ],
    ['by {talks:short}', 3, '{talks:short}', '"talks" has no short form'],
    ['by {talks', 3, '{', 'a brace "{" without its partner; write a fact as {market-2023}'],
    ['by {talks} or talks}', 19, '}', 'a brace "}" without its partner; write a fact as {market-2023}'],
    ['{{talks}}', 0, '{', 'a brace "{" without its partner; write a fact as {market-2023}'],
  ]
  it.each(refused)('in %j are refused at %d, %j: %s', (text, index, braces, message) => {
    let error: unknown
    try {
      fill(text)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(BraceError)
    expect(error).toMatchObject({ braces, message, index })
  })

  it('let an error that is not about them pass as it is', () => {
    const fault = new TypeError('something else')
    const print = (): string => {
      throw fault
    }
    expect(() => fillBraces('{talks}', facts, print)).toThrow(fault)
  })
})
