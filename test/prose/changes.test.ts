import { describe, expect, it } from 'vitest'
import { interfaceWords } from '#language'
import { changesOf, describeChanges, placesIn } from '#prose'
import type { ReadStory } from '#prose'
import { parseWords, tell } from '#story'
import { replaceIn, tiny, tinyWords, validate } from '../story/tiny.ts'

const places = new Map([['users', ['en.mdx:8:11', 'en.yaml:47:11']]])

async function read(text: string, words = tinyWords): Promise<ReadStory> {
  const { story, problems } = await validate(text)
  const parsed = parseWords('en.yaml', words)
  if (!story || 'problems' in parsed) throw new TypeError(`invalid fixture: ${problems.join('\n')}`)
  const told = tell(story, parsed, interfaceWords('en'))
  if ('problems' in told) throw new TypeError('invalid fixture: words that name no fact')
  return { telling: told.telling, places }
}

const before = await read(tiny)

describe('what changed in a story', () => {
  it('is nothing where nothing did, and nothing where only words did', async () => {
    expect(changesOf(before, await read(tiny))).toEqual([])
    expect(changesOf(before, await read(tiny, replaceIn(tinyWords, 'users: Accounts', 'users: People signed in')))).toEqual([])
  })

  it('is a figure as it was printed and is now, its places and charts, then what is worked out of it', async () => {
    const after = await read(replaceIn(tiny, 'users: { value: 40e6', 'users: { value: 44e6'))
    expect(changesOf(before, after)).toEqual([
      { fact: 'users', from: '40 million', to: '44 million', isDerived: false, places: places.get('users'), charts: ['dots'] },
      { fact: 'reach', from: '50 per cent', to: '55 per cent', isDerived: true, places: [], charts: ['dots'] },
    ])
  })

  it('is told by the number where both print the same, without what is worked out of it', async () => {
    const after = await read(replaceIn(tiny, 'users: { value: 40e6', 'users: { value: 40.000001e6'))
    expect(changesOf(before, after)).toMatchObject([{ fact: 'users', from: '40000000 accounts', to: '40000001 accounts' }])
  })

  it('is a fact that is new, and one that is gone', async () => {
    const more = await read(
      replaceIn(
        tiny,
        '  facts: {\n',
        `  facts: {\n    more: { value: 3, unit: 'companies', asOf: '2023', kind: 'reported', source: 'report' },\n`,
      ),
    )
    expect(changesOf(before, more)).toMatchObject([{ fact: 'more', from: undefined, to: '3' }])
    expect(changesOf(more, before)).toMatchObject([{ fact: 'more', from: '3', to: undefined }])
  })
})

it('is told in lines that a terminal makes links of', () => {
  const place = { isDerived: false, places: ['en.mdx:8:11', 'en.yaml:47:11', 'fr.mdx:8:9'], charts: ['dots', 'heaps'] }
  expect(
    describeChanges('tiny', [
      { fact: 'users', from: '40 million', to: '44 million', ...place },
      { fact: 'reach', from: '50 per cent', to: '55 per cent', isDerived: true, places: [], charts: [] },
      { fact: 'more', from: undefined, to: '3', isDerived: false, places: [], charts: [] },
      { fact: 'less', from: '4', to: undefined, isDerived: false, places: [], charts: [] },
    ]),
  ).toBe(
    [
      'tiny: 4 numbers changed',
      '  users: 40 million → 44 million',
      '    en.mdx:8:11, en.yaml:47:11',
      '    fr.mdx:8:9',
      '    chart dots, chart heaps',
      '  reach: 50 per cent → 55 per cent (worked out)',
      '    shown nowhere',
      '  more: new, 3',
      '    shown nowhere',
      '  less: gone, was 4',
      '    shown nowhere',
    ].join('\n'),
  )
})

describe('the places of a fact', () => {
  it('are its components and braces, in the order of the file', () => {
    const source = `---\ntitle: There are {users}\n---\n\nOf <Fact id="users" /> and\n<Compare a="users" b="people" />, <Claim id="reply">none</Claim>.\n`
    expect(Object.fromEntries(placesIn('en.mdx', source))).toEqual({
      users: ['en.mdx:2:18', 'en.mdx:5:4', 'en.mdx:6:1'],
      people: ['en.mdx:6:1'],
      reply: ['en.mdx:6:35'],
    })
  })

  it('are the braces in a file of words, however they are printed', () => {
    expect(Object.fromEntries(placesIn('en.yaml', `a: '{users} or {users:short}'\nb: none\n`))).toEqual({
      users: ['en.yaml:1:5', 'en.yaml:1:16'],
    })
  })
})
