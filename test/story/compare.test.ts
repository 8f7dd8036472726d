import { describe, expect, it } from 'vitest'
import { interfaceWords } from '#language'
import { compareFacts, parseWords, tell } from '#story'
import type { Telling } from '#story'
import { replaceIn, tiny, tinyWords, validate } from './tiny.ts'

async function tellWith(from: string, to: string): Promise<Telling> {
  const { story, problems } = await validate(replaceIn(tiny, from, to))
  const words = parseWords('en.yaml', tinyWords)
  if (!story || 'problems' in words) throw new Error(problems.join('\n'))
  const told = tell(story, words, interfaceWords('en'))
  if ('problems' in told) throw new Error(JSON.stringify(told.problems))
  return told.telling
}

const telling = await tellWith('value: 25,', 'value: 28,')

describe('two facts are compared', () => {
  it('in words that their values choose, and that change with them', async () => {
    expect(compareFacts(telling, 'slice-big', 'slice-small')).toBe('more than twice')
    expect(compareFacts(await tellWith('value: 25,', 'value: 31,'), 'slice-big', 'slice-small')).toBe('nearly twice')
    expect(compareFacts(await tellWith('value: 25,', 'value: 90,'), 'slice-big', 'slice-small')).toBe('about two thirds of')
  })

  it('as a change from the first to the second', () => {
    expect(compareFacts(telling, 'sales-2022', 'sales-2023', 'change')).toBe('rose by about a tenth')
    expect(compareFacts(telling, 'sales-2023', 'sales-2022', 'change')).toBe('fell by 9 per cent')
  })

  it('as what a later edition made of one period', () => {
    expect(compareFacts(telling, 'sales-2022-edition-2022', 'sales-2022', 'change')).toBe('fell by 15 per cent')
  })
})

describe('two facts are not compared', () => {
  it.each([
    ['of two units', 'users', 'people', 'mixes units: "users" is in accounts, "people" in people'],
    [
      'of two editions',
      'sales-2022-edition-2022',
      'sales-2023',
      'mixes editions: "sales-2022-edition-2022" is of edition 2022, "sales-2023" of edition 2023; an edition is compared with itself, or with "revision"',
    ],
    ['of which one is a range', 'shops', 'users', '"shops" is not one number; expected facts with a single number to compare'],
    ['of which one is a statement', 'users', 'reply', '"reply" is not one number; expected facts with a single number to compare'],
    ['of which one is below zero', 'cut', 'sales-2022', '"cut" is -9000000000; expected amounts above zero to compare'],
  ])('%s', (_, a, b, message) => {
    expect(() => compareFacts(telling, a, b)).toThrow(message)
  })
})
