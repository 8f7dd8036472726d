import { describe, expect, it } from 'vitest'
import { numberOf, pointsOf } from '#story'
import type { Story } from '#story'
import { replaceIn, tiny, validate } from './tiny.ts'

async function storyOf(text: string): Promise<Story> {
  const { story, problems } = await validate(text)
  if (!story) throw new Error(problems.join('\n'))
  return story
}

async function problemsOf(from: string, to: string): Promise<string[]> {
  return (await validate(replaceIn(tiny, from, to))).problems
}

/** The story with more derivations than the tiny one. */
async function problemsWith(derivations: string): Promise<string[]> {
  const problems = await problemsOf('  derived: {\n', `  derived: {\n${derivations}`)
  return problems.map((problem) => problem.replace(/^data\.ts:/, ''))
}

describe('a story', () => {
  it('has every fact under its id, wherever it is declared', async () => {
    const { facts } = await storyOf(tiny)
    expect([...facts.keys()]).toEqual([
      ...['users', 'people', 'daily', 'shops', 'reply'],
      ...['sales-2022-edition-2022', 'sales-2022', 'sales-2023', 'slice-big', 'slice-small', 'everything'],
      ...['growth', 'cut', 'reach', 'second', 'both', 'rest'],
    ])
  })

  it('computes what is derived, also from what is derived', async () => {
    const { facts } = await storyOf(tiny)
    const value = (id: string): unknown => facts.get(id)?.value
    // 55 / 50, 50 - 59, 40 / 80, 864,000 / 86,400, 60 + 25, 100 - 85
    expect(value('growth')).toBeCloseTo(10, 10)
    expect(value('cut')).toBe(-9e9)
    expect(value('reach')).toBe(50)
    expect(value('second')).toBe(10)
    expect(value('both')).toBe(85)
    expect(value('rest')).toBe(15)
  })

  it('derives with the sources of every input, each once', async () => {
    const { facts } = await storyOf(
      replaceIn(
        tiny,
        `unit: 'people', asOf: '2023', kind: 'reported', scope: 'here', source: 'report'`,
        `unit: 'people', asOf: '2023', kind: 'reported', scope: 'here', source: ['paper', 'report']`,
      ),
    )
    expect(facts.get('reach')?.sources).toEqual(['report', 'paper'])
  })

  it('derives about what is about, exactly what is exact', async () => {
    const { facts } = await storyOf(tiny)
    expect(facts.get('second')?.approximate).toBe(true)
    expect(facts.get('reach')?.approximate).toBe(false)
  })

  it('derives for the latest period of the inputs, for a year of its two halves', async () => {
    const { facts } = await storyOf(tiny)
    expect(facts.get('growth')?.period).toBe('2023')
    expect(facts.get('reach')?.period).toBe('2023')
    const halves = replaceIn(
      replaceIn(tiny, `'slice-big': { value: 60, period: '2023'`, `'slice-big': { value: 60, period: '2023-H1'`),
      `'slice-small': { value: 25, period: '2023'`,
      `'slice-small': { value: 25, period: '2023-H2'`,
    )
    const ordered = replaceIn(halves, `everything: { value: 100, period: '2023'`, `everything: { value: 100, period: '2024'`)
    expect((await storyOf(ordered)).facts.get('both')?.period).toBe('2023')
  })

  it('derives with the scope and edition that the inputs share, or with none', async () => {
    const { facts } = await storyOf(tiny)
    expect(facts.get('growth')).toMatchObject({ scope: 'here', edition: '2023', kind: 'derived', digits: 3 })
    expect(facts.get('cut')?.edition).toBeUndefined()
    const abroad = replaceIn(
      tiny,
      `unit: 'people', asOf: '2023', kind: 'reported', scope: 'here'`,
      `unit: 'people', asOf: '2023', kind: 'reported', scope: 'abroad'`,
    )
    expect((await storyOf(abroad)).facts.get('reach')?.scope).toBeUndefined()
  })

  it('reaches to the last day of its newest fact or event, forecasts aside', async () => {
    // A point of 2023 that is no forecast lasts until the year’s end.
    expect((await storyOf(tiny)).factsTo).toBe('2023-12-31')
    expect((await storyOf(replaceIn(tiny, `until: '2023-10-05'`, `until: '2024-03-02'`))).factsTo).toBe('2024-03-02')
    expect((await storyOf(replaceIn(tiny, `period: '2023', kind: 'forecast'`, `period: '2030', kind: 'forecast'`))).factsTo).toBe(
      '2023-12-31',
    )
  })
})

describe('the points of a series', () => {
  it('go by period, then by edition', async () => {
    expect(pointsOf(await storyOf(tiny), 'sales').map((point) => point.id)).toEqual(['sales-2022-edition-2022', 'sales-2022', 'sales-2023'])
  })

  it('of no series are none', async () => {
    expect(pointsOf(await storyOf(tiny), 'slaes')).toEqual([])
  })
})

describe('a fact to draw', () => {
  it('is one number', async () => {
    expect(numberOf(await storyOf(tiny), 'users')).toMatchObject({ value: 40e6, unit: 'accounts' })
  })

  it.each(['nobody', 'reply', 'shops'])('is not %s: unknown, a statement or a range', async (id) => {
    const story = await storyOf(tiny)
    expect(() => numberOf(story, id)).toThrow(new TypeError(`invalid fact to draw: ${id}; expected one with a single number`))
  })
})

describe('what cannot be computed is named where it is declared, with the facts it rests on', () => {
  const rows: [what: string, derivation: string, message: string][] = [
    ['a statement', `{ method: 'ratio', from: 'reply', to: 'users' }`, 'ratio needs a single number: "reply" is a statement'],
    ['a range', `{ method: 'difference', from: 'shops', to: 'shops' }`, 'difference needs a single number: "shops" is a range'],
    ['two units', `{ method: 'sum', of: ['users', 'daily'] }`, 'sum mixes units: "users" is in accounts, "daily" in parcels/day'],
    [
      'accounts as people',
      `{ method: 'share', part: 'users', whole: 'people' }`,
      'share mixes units: "users" is in accounts, "people" in people',
    ],
    [
      'two editions',
      `{ method: 'compoundGrowth', from: 'sales-2022-edition-2022', to: 'sales-2023' }`,
      'compoundGrowth mixes editions: "sales-2022-edition-2022" is of edition 2022, "sales-2023" of edition 2023; an edition is compared with itself, or with "revision"',
    ],
    [
      'the wrong way of time',
      `{ method: 'compoundGrowth', from: 'sales-2023', to: 'sales-2022' }`,
      'compoundGrowth needs a later year to grow to: "sales-2023" is of 2023, "sales-2022" of 2022',
    ],
    ['the wrong unit', `{ method: 'perDay', of: 'users' }`, 'perDay needs parcels: "users" is in accounts'],
    ['itself', `{ method: 'ratio', from: 'users', to: 'more' }`, 'ratio rests on itself: "more" from "more"'],
  ]
  it.each(rows)('%s', async (_, derivation, message) => {
    expect(await problemsWith(`    more: ${derivation},\n`)).toEqual([`18:5 ${message}`])
  })

  it('nought to divide by', async () => {
    expect(await problemsOf('value: 80e6', 'value: 0')).toEqual(['data.ts:20:5 share divides by zero: "people" is 0'])
  })

  it('a circle, at the fact where it closes and at those that rest on it', async () => {
    const circle = ['a', 'b', 'c'].map((id, index) => `    ${id}: { method: 'ratio', from: 'users', to: '${'bca'.charAt(index)}' },\n`)
    expect(await problemsWith(circle.join(''))).toEqual([
      '20:5 ratio rests on itself: "a" from "b" from "c" from "a"',
      '19:5 ratio rests on "c", which could not be computed',
      '18:5 ratio rests on "b", which could not be computed',
    ])
  })

  it('what rests on a fault, without repeating the fault', async () => {
    const chain = `    last: { method: 'ratio', from: 'users', to: 'middle' },\n    middle: { method: 'ratio', from: 'users', to: 'people' },\n    other: { method: 'ratio', from: 'users', to: 'middle' },\n`
    expect(await problemsWith(chain)).toEqual([
      '19:5 ratio mixes units: "users" is in accounts, "people" in people',
      '18:5 ratio rests on "middle", which could not be computed',
      '20:5 ratio rests on "middle", which could not be computed',
    ])
  })
})

describe('a changed figure', () => {
  const inputs: [id: string, from: string, to: string, changed: string[]][] = [
    ['users', 'value: 40e6', 'value: 41e6', ['users', 'reach']],
    ['people', 'value: 80e6', 'value: 81e6', ['people', 'reach']],
    ['daily', 'value: 864e3', 'value: 865e3', ['daily', 'second']],
    ['sales-2022-edition-2022', 'value: 59e9', 'value: 60e9', ['sales-2022-edition-2022', 'cut']],
    ['sales-2022', 'value: 50e9', 'value: 51e9', ['sales-2022', 'growth', 'cut']],
    ['sales-2023', 'value: 55e9', 'value: 56e9', ['sales-2023', 'growth']],
    ['slice-big', 'value: 60,', 'value: 61,', ['slice-big', 'both', 'rest']],
    ['everything', 'value: 100,', 'value: 99,', ['everything', 'rest']],
    ['shops', 'value: [20, 30]', 'value: [20, 31]', ['shops']],
  ]
  it.each(inputs)('such as %s changes what is derived from it and nothing else', async (_, from, to, changed) => {
    const [before, after] = [await storyOf(tiny), await storyOf(replaceIn(tiny, from, to))]
    const differ = [...before.facts.keys()].filter((id) => String(before.facts.get(id)?.value) !== String(after.facts.get(id)?.value))
    expect(differ).toEqual(changed)
  })

  // Numbers from a fixed seed: the same stories every time.
  function createRandom(seed: number): (below: number) => number {
    let state = seed
    return (below) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((state / 2_147_483_648) * below)
    }
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('changes all that rests on it, however far, and nothing else (generated story %d)', async (seed) => {
    const random = createRandom(seed)
    const typed = Array.from({ length: 6 }, (_, index) => `typed-${String(index)}`)
    // Sums of two or three earlier facts, declared last first so that none stands before what it rests on has been read.
    const parts = new Map<string, string[]>()
    for (let index = 0; index < 14; index += 1) {
      const earlier = [...typed, ...parts.keys()]
      const chosen = new Set([
        earlier[random(earlier.length)],
        earlier[random(earlier.length)],
        earlier[random(earlier.length)],
        typed[0],
        typed[1],
      ])
      parts.set(`sum-${String(index)}`, [...chosen].filter((id) => id !== undefined).slice(0, 2 + random(2)))
    }
    const text = (values: number[]): string => `import {} from '#story'
export default defineStory({
  published: '2024-01-01', updated: '2024-01-01', series: {}, charts: {},
  sources: { report: { publisher: 'A', title: 'B', language: 'en' } },
  facts: { ${typed.map((id, index) => `'${id}': { value: ${String(values[index])}, unit: 'parcels', asOf: '2023', kind: 'reported', source: 'report' }`).join(', ')} },
  derived: { ${[...parts]
    .reverse()
    .map(([id, of]) => `'${id}': { method: 'sum', of: ${JSON.stringify(of)} }`)
    .join(', ')} },
})`
    const values = typed.map(() => 1 + random(1000))
    const before = await storyOf(text(values))
    for (const [index, id] of typed.entries()) {
      const after = await storyOf(text(values.map((value, at) => (at === index ? value + 1 : value))))
      const resting = new Set([id])
      for (const [name, of] of parts) if (of.some((part) => resting.has(part))) resting.add(name)
      const differ = [...before.facts.keys()].filter((name) => before.facts.get(name)?.value !== after.facts.get(name)?.value)
      expect(differ.sort()).toEqual([...resting].sort())
    }
  })
})
