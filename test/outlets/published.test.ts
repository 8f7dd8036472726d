import { beforeAll, describe, expect, it } from 'vitest'
import { interfaceWords } from '#language'
import type { StoryContent } from '#prose'
import { parseWords, tell } from '#story'
import type { Problem, Telling } from '#story'
import { factListOf } from '../../src/outlets/fact-list.ts'
import type { FactList } from '../../src/outlets/fact-list.ts'
import { compareWithPublished } from '../../src/outlets/published.ts'
import { marked, replaceIn, tiny, tinyWords, validate } from '../story/tiny.ts'

/** The small story as its data and words say. */
async function told(text: string, words = tinyWords): Promise<Telling> {
  const { story, problems } = await validate(text)
  const file = parseWords('en.yaml', words)
  if (!story || 'problems' in file) throw new TypeError(problems.join('\n'))
  const result = tell(story, file, interfaceWords('en'))
  if ('problems' in result) throw new TypeError(JSON.stringify(result.problems))
  return result.telling
}

/** What a story departs from, as it is printed; « in its data marks the place that is expected. */
async function departures(
  data: string,
  words = tinyWords,
  list = published,
): Promise<{ errors: Problem[]; warnings: Problem[]; place: string }> {
  const { text, place } = data.includes('«') ? marked(data) : { text: data, place: '' }
  const telling = await told(text, words)
  const outline = { sections: [], charts: [], facts: [], sources: [] } as unknown as StoryContent['editions'][0]['outline']
  const content: StoryContent = {
    story: telling.story,
    editions: [{ telling, outline, braced: [], frontmatter: { title: 'A', standfirst: 'B', status: { state: 'published' } } }],
  }
  return { ...compareWithPublished(content, text, list, '2024-02-01'), place }
}

const withCorrections = (text: string, lines: string): string =>
  replaceIn(text, '  charts: {\n', `  corrections: {\n    ${lines}\n  },\n  charts: {\n`)

let published: FactList
beforeAll(async () => {
  published = JSON.parse(JSON.stringify(factListOf(await told(tiny)))) as FactList
})

const users = `users: { value: 40e6, unit: 'accounts', asOf: '2023-06-15', kind: 'reported', scope: 'here', source: 'report' }`
const facts = (line: string): string => replaceIn(tiny, users, line)

describe('a story that is as it was published', () => {
  it('departs from nothing', async () => {
    expect(await departures(tiny)).toMatchObject({ errors: [], warnings: [] })
  })

  it('departs from nothing with a new fact, other sources and another order', async () => {
    const data = replaceIn(
      facts(
        `fresh: { value: 1, unit: 'people', asOf: '2023', kind: 'reported', source: 'paper' },\n    ${users.replace("'report' }", "'paper' }")}`,
      ),
      `    rest: { method: 'difference', from: 'both', to: 'everything' },\n  },`,
      `  },`,
    ).replace(`    growth: {`, `    rest: { method: 'difference', from: 'both', to: 'everything' },\n    growth: {`)
    expect(await departures(data, replaceIn(tinyWords, '  users: Accounts', '  users: Accounts\n  fresh: Fresh'))).toMatchObject({
      errors: [],
      warnings: [],
    })
  })
})

describe('a published fact that changed is an error that prints the correction', () => {
  type Row = [what: string, data: () => string, first: string, entry: string]
  const rows: Row[] = [
    [
      'its value',
      () => facts(users.replace('40e6', '«42e6')),
      '"users" was published as 40 million and is 42 million now',
      `{ date: '2024-02-01', fact: 'users', from: 40e6, to: 42e6 }`,
    ],
    [
      'its unit',
      () => replaceIn(tiny, `unit: 'companies'`, `unit: «'businesses'`),
      '"shops" was published as 20 to 30 companies and is 20 to 30 businesses now',
      `{ date: '2024-02-01', fact: 'shops', from: { unit: 'companies' }, to: { unit: 'businesses' } }`,
    ],
    [
      'its period',
      () => facts(users.replace(`'2023-06-15'`, `«'2023-06-16'`)),
      '"users" was published as 15 June 2023 and is 16 June 2023 now',
      `{ date: '2024-02-01', fact: 'users', from: { period: '2023-06-15' }, to: { period: '2023-06-16' } }`,
    ],
    [
      'its kind',
      () => facts(users.replace(`'reported'`, `«'claimed'`)),
      '"users" was published as reported and is claimed now',
      `{ date: '2024-02-01', fact: 'users', from: { kind: 'reported' }, to: { kind: 'claimed' } }`,
    ],
    [
      'its scope, which it has no more',
      () => facts(users.replace(` scope: 'here',`, '').replace('users:', '«users:')),
      '"users" was published as Indonesia and is none now',
      `{ date: '2024-02-01', fact: 'users', from: { scope: 'here' }, to: { scope: null } }`,
    ],
    [
      'whether it is only about right',
      () => facts(users.replace(`kind:`, `approximate: «true, kind:`)),
      '"users" was published as 40 million and is about 40 million now',
      `{ date: '2024-02-01', fact: 'users', from: { approximate: false }, to: { approximate: true } }`,
    ],
    [
      'several of its parts',
      () => facts(users.replace('40e6', '«42e6').replace(`'reported'`, `'claimed'`)),
      '"users" was published as 40 million, reported and is 42 million, claimed now',
      `{ date: '2024-02-01', fact: 'users', from: { value: 40e6, kind: 'reported' }, to: { value: 42e6, kind: 'claimed' } }`,
    ],
    [
      'a range',
      () => replaceIn(tiny, '[20, 30], unit', '«[20, 35], unit'),
      '"shops" was published as 20 to 30 and is 20 to 35 now',
      `{ date: '2024-02-01', fact: 'shops', from: [20, 30], to: [20, 35] }`,
    ],
    [
      'a point of a series, alone though others are worked out from it',
      () => replaceIn(tiny, 'value: 55e9', 'value: «56e9'),
      '"sales-2023" was published as $55 billion and is $56 billion now',
      `{ date: '2024-02-01', fact: 'sales-2023', from: 55e9, to: 56e9 }`,
    ],
    [
      'what is worked out from something else than before',
      () =>
        replaceIn(
          tiny,
          `«second: { method: 'perSecond', of: 'daily' }`.replace('«', ''),
          `«second: { method: 'difference', from: 'users', to: 'users' }`,
        ),
      '"second" was published as about 10 and is 0 now',
      `{ date: '2024-02-01', fact: 'second', from: { value: 10, unit: 'parcels/second'`,
    ],
  ]
  it.each(rows)('%s', async (_, data, first, entry) => {
    const { errors, place } = await departures(data())
    const [error, ...others] = errors
    expect(others).toEqual([])
    expect(`${String(error?.line)}:${String(error?.column)}`).toBe(place)
    const lines = error?.message.split('\n') ?? []
    const id = /"([\w-]+)"/.exec(first)?.[1] ?? ''
    if (id !== 'second') {
      expect(lines).toEqual([
        `${first}, and no correction says so; expected`,
        `    under "corrections" in data.ts:  '${id}-corrected': ${entry},`,
        `    under "corrections:" in the words of every language:  ${id}-corrected: 'what was wrong, and why'`,
        `    and updated: '2024-02-01', or a later day`,
      ])
    } else expect(lines[1]).toContain(`'second-corrected': ${entry}`)
  })

  it('and nothing once the correction that it prints is there', async () => {
    for (const [, data] of rows) {
      const text = data().replace('«', '')
      const { errors } = await departures(text)
      const [, entry = ''] = /data\.ts: {2}(.*)/.exec(errors[0]?.message ?? '') ?? []
      const { problems } = await validate(withCorrections(text, entry))
      expect(problems).toEqual([])
      const words = `${tinyWords}corrections:\n  ${/^'([^']+)'/.exec(entry)?.[1] ?? ''}: It was wrong\n`
      expect((await departures(withCorrections(text, entry), words)).errors).toEqual([])
    }
  })

  it('though it was corrected before, from something else', async () => {
    const line = `'users-corrected': { date: '2024-01-05', fact: 'users', from: 30e6, to: 42e6 },`
    const { errors } = await departures(withCorrections(facts(users.replace('40e6', '42e6')), line))
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining(`'users-corrected-2': { date: '2024-02-01'`)])
  })

  it('and no error where later corrections go on from what was published', async () => {
    const lines = `b: { date: '2024-01-06', fact: 'users', from: 41e6, to: 42e6 }, a: { date: '2024-01-05', fact: 'users', from: 40e6, to: 41e6 },`
    expect((await departures(withCorrections(facts(users.replace('40e6', '42e6')), lines))).errors).toEqual([])
  })
})

describe('a new correction', () => {
  it('of what holds as it was published is an error at what it says it was', async () => {
    const { errors, place } = await departures(
      withCorrections(tiny, `recount: { date: '2024-01-20', fact: 'users', from: «30e6, to: 40e6 },`),
      `${tinyWords}corrections:\n  recount: It was wrong\n`,
    )
    expect(errors.map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`)).toEqual([
      `${place} the correction "recount" says that "users" was 30 million, and it was published as 40 million, which it is now; expected what was published, or no correction`,
    ])
  })

  it('is none where it was published too, or where it was taken back by another', async () => {
    const words = (...ids: string[]): string => `${tinyWords}corrections:\n${ids.map((id) => `  ${id}: It was wrong\n`).join('')}`
    const known = withCorrections(tiny, `recount: { date: '2024-01-20', fact: 'users', from: 30e6, to: 40e6 },`)
    const list = JSON.parse(JSON.stringify(factListOf(await told(known, words('recount'))))) as FactList
    expect((await departures(known, words('recount'), list)).errors).toEqual([])
    const back = withCorrections(
      tiny,
      `b: { date: '2024-01-21', fact: 'users', from: 41e6, to: 40e6 }, a: { date: '2024-01-20', fact: 'users', from: 40e6, to: 41e6 },`,
    )
    expect((await departures(back, words('a', 'b'))).errors).toEqual([])
  })
})

describe('what was published and is gone', () => {
  it('is an error for a fact, which asks what it has become', async () => {
    const data = replaceIn(tiny, `    people: { value`, `    peoples: { value`)
      .replace(`whole: 'people', assume`, `whole: 'peoples', assume`)
      .replace(`whole: 'people', share`, `whole: 'peoples', share`)
    const { errors } = await departures(data, replaceIn(tinyWords, '  people: People', '  peoples: People'))
    expect(errors.map(({ message }) => message)).toContain(
      'the fact "people" was published and is gone; its id is an address that others use, expected it to stay; has it become "peoples"?',
    )
  })

  it('is an error for a correction', async () => {
    const list: FactList = { ...published, corrections: [{ id: 'recount', date: '2024-01-20', fact: 'users', reason: 'It was wrong' }] }
    expect((await departures(tiny, tinyWords, list)).errors.map(({ message }) => message)).toEqual([
      'the correction "recount" was published on 20 January 2024 and is gone; expected it to stay',
    ])
  })
})

describe('a fact of another name asks whether it still means the same', () => {
  it('once, with the entry for a change of meaning', async () => {
    const { errors, warnings } = await departures(tiny, replaceIn(tinyWords, 'users: Accounts', 'users: People'))
    expect(errors).toEqual([])
    expect(warnings.map(({ message }) => message)).toEqual([
      `"users" was published as "Accounts" and is called "People" now; does it still mean the same? If not, correct it: 'users-corrected': { date: '…', fact: 'users' }`,
    ])
  })

  it('and no more once it was corrected', async () => {
    const data = withCorrections(tiny, `recount: { date: '2024-02-01', fact: 'users' },`)
    expect(await departures(data, replaceIn(tinyWords, 'users: Accounts', 'users: People'))).toMatchObject({ errors: [], warnings: [] })
  })

  it('once for all points of a series', async () => {
    const { warnings } = await departures(tiny, replaceIn(tinyWords, 'sales: Sales', 'sales: Turnover'))
    expect(warnings).toHaveLength(1)
    expect(warnings[0]?.message).toContain('(and so have 2 more of the series "sales")')
  })

  it('but not in a language in which the story is not told', async () => {
    const { errors, warnings } = await departures(tiny, tinyWords, { ...published, language: 'xx' })
    expect(errors).toEqual([])
    expect(warnings.map(({ message }) => message)).toEqual(['the story is not told in "xx", in which the list is; no names were compared'])
  })
})
