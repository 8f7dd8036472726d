import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { validateStory } from '#story'
import data from '../../content/indonesia-ecommerce/data.ts'
import { marked, replaceIn, tiny, validate } from './tiny.ts'

/** The small story of 2024-01-01, updated 2024-02-01, with corrections. */
function corrected(...lines: string[]): string {
  return replaceIn(tiny, '  charts: {\n', `  corrections: {\n${lines.map((line) => `    ${line}\n`).join('')}  },\n  charts: {\n`)
}

describe('corrections without fault', () => {
  it.each([
    ['of a value', `a: { date: '2024-02-01', fact: 'users', from: 41e6, to: 40e6 },`],
    ['on the day of publication', `a: { date: '2024-01-01', fact: 'users', from: 41e6, to: 40e6 },`],
    ['of a range', `a: { date: '2024-02-01', fact: 'shops', from: [20, 25], to: [20, 30] },`],
    ['of a number that became a range', `a: { date: '2024-02-01', fact: 'shops', from: 20, to: [20, 30] },`],
    ['of a unit', `a: { date: '2024-02-01', fact: 'users', from: { unit: 'people' }, to: { unit: 'accounts' } },`],
    [
      'of several parts at once',
      `a: { date: '2024-02-01', fact: 'users', from: { kind: 'claimed', scope: null }, to: { kind: 'reported', scope: 'here' } },`,
    ],
    ['of the meaning of words', `a: { date: '2024-02-01', fact: 'reply' },`],
    ['of a point', `a: { date: '2024-02-01', fact: 'sales-2023', from: { edition: '2022' }, to: { edition: '2023' } },`],
    ['of what is worked out', `a: { date: '2024-02-01', fact: 'second', from: 9, to: 10 },`],
    [
      'that follow each other, in whatever order they stand',
      `b: { date: '2024-01-20', fact: 'users', from: 30e6, to: 40e6 },
    a: { date: '2024-01-10', fact: 'users', from: 20e6, to: 30e6 },`,
    ],
    [
      'of one day, the later after the earlier',
      `a: { date: '2024-01-10', fact: 'users', from: 20e6, to: 30e6 },
    b: { date: '2024-01-10', fact: 'users', from: 30e6, to: 40e6 },`,
    ],
    [
      'of different parts, each of which joins its own',
      `a: { date: '2024-01-10', fact: 'users', from: 20e6, to: 40e6 },
    b: { date: '2024-01-20', fact: 'users', from: { unit: 'people' }, to: { unit: 'accounts' } },`,
    ],
    [
      'of what is worked out, whose inputs were corrected since',
      `a: { date: '2024-01-10', fact: 'second', from: 9, to: 11 },
    b: { date: '2024-01-20', fact: 'daily', from: 950400, to: 864e3 },`,
    ],
    ['of a chart that another stands for', `a: { date: '2024-02-01', chart: 'dots', status: 'superseded', by: 'heaps' },`],
    ['of a chart that nothing stands for', `a: { date: '2024-02-01', chart: 'dots', status: 'withdrawn' },`],
  ])('are corrections %s', async (_, lines) => {
    expect((await validate(corrected(lines))).problems).toEqual([])
  })

  it('are none in a story that says nothing of them', async () => {
    expect((await validate(tiny)).story?.data.corrections).toEqual({})
  })
})

describe('a correction is refused, where it stands,', () => {
  type Row = [what: string, line: string, message: string]
  const rows: Row[] = [
    ['of an unknown fact', `a: { date: '2024-02-01', fact: «'user', from: 1, to: 2 },`, 'unknown fact "user"; did you mean "users"?'],
    ['of an unknown chart', `a: { date: '2024-02-01', chart: «'dot', status: 'withdrawn' },`, 'unknown chart "dot"; did you mean "dots"?'],
    [
      'for an unknown chart',
      `a: { date: '2024-02-01', chart: 'dots', status: 'superseded', by: «'heap' },`,
      'unknown chart "heap"; did you mean "heaps"?',
    ],
    ['of nothing', `«a: { date: '2024-02-01' },`, '"a" is of no fact and no chart; expected one of the two'],
    [
      'of a fact and a chart',
      `«a: { date: '2024-02-01', fact: 'users', chart: 'dots' },`,
      '"a" is of a fact and of a chart; expected one of the two',
    ],
    ['without a date', `«a: { fact: 'users', from: 41e6, to: 40e6 },`, '"a" has no date; expected text in quotation marks'],
    [
      'of no day',
      `a: { date: «'2024-02', fact: 'users', from: 41e6, to: 40e6 },`,
      'invalid date "2024-02"; expected a day, such as "2023-11-13"',
    ],
    [
      'from before the story was there',
      `a: { date: «'2023-12-31', fact: 'users', from: 41e6, to: 40e6 },`,
      '"a" is of 2023-12-31, before the story was published (2024-01-01); what nobody had read needs no correction',
    ],
    [
      'that does not lead to what the fact holds',
      `a: { date: '2024-02-01', fact: 'users', from: 41e6, to: «42e6 },`,
      '"a" leads to 42e6, and the value of "users" is 40e6 now; expected the same, or a later correction',
    ],
    [
      'to another unit than the fact has',
      `a: { date: '2024-02-01', fact: 'users', from: { unit: 'companies' }, to: { unit: «'people' } },`,
      `"a" leads to 'people', and the unit of "users" is 'accounts' now; expected the same, or a later correction`,
    ],
    [
      'that does not join the next',
      `a: { date: '2024-01-10', fact: 'users', from: 20e6, to: «31e6 },
    b: { date: '2024-01-20', fact: 'users', from: 30e6, to: 40e6 },`,
      '"a" leads to 31e6, and "b" after it starts from 30e6; expected the same',
    ],
    [
      'that changes nothing',
      `a: { date: '2024-02-01', fact: 'users', from: 40e6, to: «40e6 },`,
      '"a" changes nothing; expected what "users" held before, and what it holds since',
    ],
    [
      'without what it was before',
      `a: { date: '2024-02-01', fact: 'users', to: «40e6 },`,
      '"a" goes from nothing to value; expected the same on both sides',
    ],
    [
      'from one part to another',
      `a: { date: '2024-02-01', fact: 'users', «from: { unit: 'people' }, to: { kind: 'reported' } },`,
      '"a" goes from unit to kind; expected the same on both sides',
    ],
    [
      'of a part no fact has',
      `a: { date: '2024-02-01', fact: 'users', from: { «valeu: 3 }, to: 40e6 },`,
      'unknown field "valeu" in "from"; did you mean "value"?',
    ],
    [
      'of a fact that is withdrawn',
      `a: { date: '2024-02-01', fact: 'users', status: «'withdrawn' },`,
      '"a" is of a fact; only a chart is superseded or withdrawn',
    ],
    [
      'of a chart without what became of it',
      `«a: { date: '2024-02-01', chart: 'dots' },`,
      '"a" has no status; expected "superseded" or "withdrawn"',
    ],
    [
      'of a chart with a misspelt status',
      `a: { date: '2024-02-01', chart: 'dots', status: «'withdrawed' },`,
      'unknown status "withdrawed"; did you mean "withdrawn"?',
    ],
    [
      'of a chart that is withdrawn for another',
      `a: { date: '2024-02-01', chart: 'dots', status: «'withdrawn', by: 'heaps' },`,
      '"a" is withdrawn, and nothing stands for it; did you mean "superseded"?',
    ],
    [
      'of a chart for itself',
      `a: { date: '2024-02-01', chart: 'dots', status: 'superseded', by: «'dots' },`,
      '"dots" cannot stand for itself; expected another chart',
    ],
    [
      'of a chart by what it holds',
      `a: { date: '2024-02-01', chart: 'dots', status: 'withdrawn', from: «1, to: 2 },`,
      '"a" is of a chart, which holds nothing itself; expected a status, or the fact that changed',
    ],
  ]
  it.each(rows)('%s', async (_, line, message) => {
    const { text, place } = marked(corrected(line))
    expect((await validate(text)).problems).toEqual([`data.ts:${place} ${message}`])
  })

  it('newer than the last update of the story', async () => {
    const { text, place } = marked(
      corrected(`a: { date: '2024-02-02', fact: 'users', from: 41e6, to: 40e6 },`).replace(`updated: '`, `updated: «'`),
    )
    expect((await validate(text)).problems).toEqual([
      `data.ts:${place} updated is 2024-02-01, before the correction "a" (2024-02-02); expected that day or a later one`,
    ])
  })
})

it('the example of the README is one that the first story takes', async () => {
  const [, code = ''] = /## Correct a number[^]*?```ts\n([^]*?)```/.exec(await readFile('README.md', 'utf8')) ?? []
  const script = `export default { ${code} }`
  const { default: example } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(script)}`)) as {
    default: object
  }
  expect(Object.keys(example)).toEqual(['corrections'])
  const text = await readFile('content/indonesia-ecommerce/data.ts', 'utf8')
  expect(validateStory('tale', 'data.ts', text, { ...data, ...example, updated: '2026-12-01' })).toHaveProperty('story')
})
