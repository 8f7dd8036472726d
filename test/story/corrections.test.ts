import { describe, expect, it } from 'vitest'
import { allCorrections, chartCorrections, correctionsOf, ownCorrections } from '#story'
import type { Story } from '#story'
import { replaceIn, tiny, validate } from './tiny.ts'

const { story: read, problems } = await validate(
  replaceIn(
    tiny,
    '  charts: {\n',
    `  corrections: {
    second: { date: '2024-01-20', fact: 'users', from: { value: 30e6, unit: 'people' }, to: { value: 40e6, unit: 'accounts' } },
    first: { date: '2024-01-10', fact: 'users', from: 20e6, to: 30e6 },
    census: { date: '2024-01-15', fact: 'people', from: 79e6, to: 80e6 },
    words: { date: '2024-01-15', fact: 'reply' },
    gone: { date: '2024-02-01', chart: 'dots', status: 'superseded', by: 'heaps' },
  },
  charts: {
`,
  ),
)
if (!read) throw new TypeError(problems.join('\n'))
const story: Story = read
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)

describe('the corrections of a fact', () => {
  it('say what it held before each and since, newest first', () => {
    const [second, first] = ownCorrections(story, 'users')
    expect(second).toMatchObject({
      id: 'second',
      date: '2024-01-20',
      changed: ['value', 'unit'],
      before: { value: 30e6, unit: 'people', period: '2023-06-15', kind: 'reported', scope: 'here' },
      after: { value: 40e6, unit: 'accounts' },
    })
    expect(first).toMatchObject({ id: 'first', before: { value: 20e6, unit: 'people' }, after: { value: 30e6, unit: 'people' } })
  })

  it('are none of a fact that never was', () => {
    expect(ownCorrections(story, 'daily')).toEqual([])
    expect(() => ownCorrections(story, 'nobody')).toThrow(new RangeError('unknown fact nobody'))
  })

  it('change nothing but words where they say so', () => {
    expect(ownCorrections(story, 'reply')).toMatchObject([{ id: 'words', changed: [] }])
  })

  it('are, of what is worked out, those of all that it rests on', () => {
    expect(ids(correctionsOf(story, 'reach'))).toEqual(['second', 'census', 'first'])
    expect(ids(correctionsOf(story, 'growth'))).toEqual([])
  })
})

it('the corrections of a chart say what stands for it', () => {
  expect(chartCorrections(story, 'dots')).toEqual([{ id: 'gone', date: '2024-02-01', chart: 'dots', status: 'superseded', by: 'heaps' }])
  expect(chartCorrections(story, 'heaps')).toEqual([])
})

it('the corrections of a story go from the newest to the oldest, of one day from the last written', () => {
  expect(ids(allCorrections(story))).toEqual(['gone', 'second', 'words', 'census', 'first'])
})
