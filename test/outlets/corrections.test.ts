import { describe, expect, it } from 'vitest'
import { interfaceWords } from '#language'
import { allCorrections, parseWords, tell } from '#story'
import type { Telling } from '#story'
import { correctionsOfChart, explain, headingOf, subjectOf } from '../../src/outlets/corrections.ts'
import { factListOf } from '../../src/outlets/fact-list.ts'
import { statusOf } from '../../src/outlets/status.ts'
import { replaceIn, tiny, tinyWords, validate } from '../story/tiny.ts'

async function told(): Promise<Telling> {
  const lines = `
    recount: { date: '2024-01-10', fact: 'users', from: 41e6, to: 40e6 },
    accounts: { date: '2024-01-12', fact: 'users', from: { unit: 'people' }, to: { unit: 'accounts' } },
    sure: { date: '2024-01-12', fact: 'daily', from: { approximate: false, kind: 'reported' }, to: { approximate: true, kind: 'claimed' } },
    slip: { date: '2024-01-14', fact: 'sales-2023', from: { period: '2022-H2', edition: null }, to: { period: '2023', edition: '2023' } },
    rate: { date: '2024-01-15', fact: 'growth', from: 10.12, to: 10 },
    words: { date: '2024-01-16', fact: 'reply' },
    other: { date: '2024-01-20', chart: 'dots', status: 'superseded', by: 'heaps' },
    gone: { date: '2024-01-21', chart: 'heaps', status: 'withdrawn' },`
  const data = replaceIn(tiny, '  charts: {\n', `  corrections: {${lines}\n  },\n  charts: {\n`)
  const { story, problems } = await validate(data)
  const reasons = ['recount', 'accounts', 'sure', 'slip', 'rate', 'words', 'other', 'gone'].map((id) => `  ${id}: Why {users} ${id}.\n`)
  const file = parseWords('en.yaml', `${tinyWords}corrections:\n${reasons.join('')}`)
  if (!story || 'problems' in file) throw new TypeError(problems.join('\n'))
  const result = tell(story, file, interfaceWords('en'))
  if ('problems' in result) throw new TypeError(JSON.stringify(result.problems))
  return result.telling
}
const telling = await told()

describe('a correction as it is told', () => {
  it.each([
    ['gone', 'Withdrawn on 21 January 2024', '40 million accounts', 'Why 40 million gone.'],
    ['other', 'Replaced on 20 January 2024', '40 million accounts', 'Why 40 million other.'],
    ['words', 'Corrected on 16 January 2024', 'The shop did not reply', 'Why 40 million words.'],
    ['rate', 'Corrected on 15 January 2024', 'Growth to $55 billion', 'We said 10.1 per cent; it is 10 per cent. Why 40 million rate.'],
    [
      'slip',
      'Corrected on 14 January 2024',
      'Sales, 2023, 2023 edition',
      'We said second half of 2022, none; it is 2023, 2023 edition. Why 40 million slip.',
    ],
    [
      'sure',
      'Corrected on 12 January 2024',
      'Parcels a day',
      'We said 864,000, reported; it is about 864,000, claimed. Why 40 million sure.',
    ],
    [
      'accounts',
      'Corrected on 12 January 2024',
      'Accounts',
      'We said 40 million people; it is 40 million accounts. Why 40 million accounts.',
    ],
    ['recount', 'Corrected on 10 January 2024', 'Accounts', 'We said 41 million; it is 40 million. Why 40 million recount.'],
  ])('says of %s what became of what, when and why', (id, heading, subject, explanation) => {
    const correction = allCorrections(telling.story).find((each) => each.id === id)
    if (!correction) throw new TypeError(id)
    expect([headingOf(telling, correction), subjectOf(telling, correction), explain(telling, correction)]).toEqual([
      heading,
      subject,
      explanation,
    ])
  })
})

describe('the status of a chart', () => {
  it('is current where nothing on it was corrected', () => {
    expect(statusOf(telling, 'globe', '/tale/')).toEqual({ status: 'current' })
  })

  it('is corrected by what its facts rest on, and leads to the newest on its own page', () => {
    expect(correctionsOfChart(telling, 'yearly').map(({ id }) => id)).toEqual(['rate', 'slip'])
    expect(statusOf(telling, 'yearly', '/desk/tale/')).toEqual({
      status: 'corrected',
      message: 'Corrected on 15 January 2024: We said 10.1 per cent; it is 10 per cent. Why 40 million rate.',
      url: '/desk/tale/charts/yearly/#correction-rate',
    })
  })

  it('is superseded though its facts were corrected, and leads to what stands for it', () => {
    expect(statusOf(telling, 'dots', '/tale/')).toEqual({
      status: 'superseded',
      message: 'Replaced on 20 January 2024: Why 40 million other.',
      url: '/tale/charts/heaps/',
    })
  })

  it('is withdrawn, and leads to why', () => {
    expect(statusOf(telling, 'heaps', '/tale/')).toEqual({
      status: 'withdrawn',
      message: 'Withdrawn on 21 January 2024: Why 40 million gone.',
      url: '/tale/charts/heaps/#correction-gone',
    })
  })

  it('is, for a copy, what became of it since the last correction that is in the copy', () => {
    expect(statusOf(telling, 'yearly', '/tale/', 'slip')).toMatchObject({
      status: 'corrected',
      url: '/tale/charts/yearly/#correction-rate',
    })
    expect(statusOf(telling, 'yearly', '/tale/', 'rate')).toEqual({ status: 'current' })
    expect(statusOf(telling, 'dots', '/tale/', 'accounts')).toMatchObject({ status: 'superseded' })
    expect(statusOf(telling, 'dots', '/tale/', 'other')).toEqual({ status: 'current' })
  })
})

it('the list of facts holds the corrections as the data does, with their reasons', () => {
  const { corrections } = factListOf(telling)
  expect(corrections?.map(({ id }) => id)).toEqual(['gone', 'other', 'words', 'rate', 'slip', 'sure', 'accounts', 'recount'])
  expect(corrections?.at(-1)).toEqual({
    id: 'recount',
    date: '2024-01-10',
    fact: 'users',
    from: { value: 41e6 },
    to: { value: 40e6 },
    reason: 'Why 40 million recount.',
  })
})
