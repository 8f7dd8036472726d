import { describe, expect, it } from 'vitest'
import { locateInData, repeatedNames, syntaxFaults } from '../../src/story/position.ts'
import { marked } from './tiny.ts'

function place({ line, column }: { line: number; column: number }): string {
  return `${String(line)}:${String(column)}`
}

describe('the place of a value in a data file', () => {
  type Row = [what: string, path: PropertyKey[], text: string]
  const rows: Row[] = [
    ['a leaf at its value', ['facts', 'a', 'value'], `export default defineStory({ facts: { a: { value: «1 } } })`],
    ['a branch at its name', ['facts', 'a'], `export default defineStory({\n  facts: {\n    «a: { value: 1 },\n  },\n})`],
    ['a name in quotation marks', ['facts', 'a-b'], `export default defineStory({ facts: { «'a-b': {} } })`],
    ['a name that is a number', ['facts', '2023'], `export default defineStory({ facts: { «2023: {} } })`],
    ['an entry of a list', ['source', 1], `export default defineStory({ source: ['a', «'b'] })`],
    ['a group in a list', ['fields', 0, 'count'], `export default defineStory({ fields: [{ count: «'a' }] })`],
    ['the deepest part that is there', ['facts', 'a', 'source'], `export default defineStory({ facts: { «a: { value: 1 } } })`],
    ['an entry beyond the end of its list', ['source', 2], `export default defineStory({ source: «['a', 'b'] })`],
    ['the story where nothing of a path is there', ['events', 'a'], `export default defineStory(«{ facts: {} })`],
    ['the story for no path', [], `import { defineStory } from '#story'\n\nexport default defineStory(«{ facts: {} })`],
    ['the first word of a file that declares no story', ['facts'], `«const facts = {}\nexport { facts }`],
    ['what follows an entry without a name', ['a'], `export default defineStory({ ...others, a: «1 })`],
  ]
  it.each(rows)('is that of %s', (_, path, given) => {
    const { text, place: expected } = marked(given)
    expect(place(locateInData(text, path))).toBe(expected)
  })

  it('is that of its name on request', () => {
    const { text, place: expected } = marked(`export default defineStory({ facts: { a: { «value: 1 } } })`)
    expect(place(locateInData(text, ['facts', 'a', 'value'], true))).toBe(expected)
  })
})

describe('a fault of syntax in a data file', () => {
  const rows: [what: string, text: string, message: string][] = [
    ['a missing comma', `export default defineStory({\n  a: 1\n  «b: 2,\n})`, "',' expected."],
    ['a missing bracket', `export default defineStory({ a: 1 «`, "'}' expected."],
    ['a quotation mark left open', `export default defineStory({ a: 'one«\n})`, 'Unterminated string literal.'],
  ]
  it.each(rows)('such as %s is shown where it is', (_, given, message) => {
    const { text, place: expected } = marked(given)
    const [fault] = syntaxFaults(text)
    expect(fault && [place(fault), fault.message]).toEqual([expected, message])
  })

  it('is not seen where there is none', () => {
    expect(syntaxFaults(`import { defineStory } from '#story'\nexport default defineStory({ a: 1e6 })`)).toEqual([])
  })
})

describe('a name that stands twice', () => {
  it('is shown where it stands again, with the line of the first', () => {
    const { text, place: expected } = marked(`export default defineStory({\n  facts: {\n    a: 1,\n    'b-c': 2,\n    «'a': 3,\n  },\n})`)
    expect(repeatedNames(text).map((fault) => `${place(fault)} ${fault.message}`)).toEqual([
      `${expected} "a" stands twice; the first is on line 3`,
    ])
  })

  it('is no fault in two groups', () => {
    expect(repeatedNames(`export default defineStory({ a: { value: 1 }, b: { value: 1, a: {} }, ...c })`)).toEqual([])
  })
})
