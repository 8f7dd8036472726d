import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ContentError, formatProblem, listStories, readStory } from '#story'

let root: string

const data = (value: string): string => `export default {
  published: '2024-01-01',
  updated: '2024-01-01',
  sources: { report: { publisher: 'A Firm', title: 'A report', language: 'en' } },
  facts: { users: { value: ${value}, unit: 'accounts', asOf: '2023', kind: 'reported', source: 'report' } },
  series: {},
  charts: {},
}
`

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, 'content', name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

async function problemsOf(id: string): Promise<string[]> {
  try {
    await readStory(root, id)
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map(formatProblem)
    throw error
  }
  return []
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pasar-read-'))
  await write({ 'tiny/data.ts': data('40e6'), 'tiny/en.mdx': 'Words', 'tiny/en.yaml': 'facts:\n  users: Accounts, {users}\n' })
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('the list of stories', () => {
  it('is every folder in content, sorted, and no file', async () => {
    await write({ 'site.ts': '', 'about-rice/data.ts': '', 'zinc/data.ts': '' })
    expect(await listStories(root)).toEqual(['about-rice', 'tiny', 'zinc'])
  })
})

describe('a story folder', () => {
  it('is read with its words in every language it is told in', async () => {
    const { story, tellings } = await readStory(root, 'tiny')
    expect(story.id).toBe('tiny')
    expect(tellings.map((telling) => [telling.language.tag, telling.words.facts.users])).toEqual([['en', 'Accounts, 40 million']])
  })

  it('is read afresh after an edit', async () => {
    await readStory(root, 'tiny')
    await write({ 'tiny/data.ts': data('41e6'), 'tiny/en.yaml': 'facts:\n  users: Now {users}\n' })
    const { story, tellings } = await readStory(root, 'tiny')
    expect(story.facts.get('users')?.value).toBe(41e6)
    expect(tellings[0]?.words.facts.users).toBe('Now 41 million')
  })

  it('without data is told so', async () => {
    await rm(path.join(root, 'content/tiny/data.ts'))
    expect(await problemsOf('tiny')).toEqual(['content/tiny/data.ts the story has no data; expected a file that exports defineStory({…})'])
  })

  it('without words is told which file is missing', async () => {
    await rm(path.join(root, 'content/tiny/en.yaml'))
    expect(await problemsOf('tiny')).toEqual(['content/tiny/en.yaml no words for the language "en"; expected this file beside en.mdx'])
  })

  it('without prose is told so', async () => {
    await rm(path.join(root, 'content/tiny/en.mdx'))
    expect(await problemsOf('tiny')).toEqual(['content/tiny/en.mdx the story has no words; expected an MDX file named after its language'])
  })

  it('in a language the interface does not speak is told so', async () => {
    await cp(path.join(root, 'content/tiny/en.mdx'), path.join(root, 'content/tiny/jv.mdx'))
    expect(await problemsOf('tiny')).toEqual([
      expect.stringMatching(/^content\/tiny\/jv\.mdx the interface has no words in "jv"; expected a language of src\/language\/words: en/),
    ])
  })

  it('with a fault of syntax in its data is shown the place', async () => {
    await write({ 'tiny/data.ts': data('40e6 41e6') })
    expect(await problemsOf('tiny')).toEqual(["content/tiny/data.ts:5:33 ',' expected."])
  })

  it('with data that cannot be run is told why', async () => {
    await write({ 'tiny/data.ts': data('population') })
    expect(await problemsOf('tiny')).toEqual(['content/tiny/data.ts could not be run: population is not defined'])
  })

  it('with data that export nothing is told what was expected', async () => {
    await write({ 'tiny/data.ts': 'export const story = {}\n' })
    expect(await problemsOf('tiny')).toEqual(['content/tiny/data.ts:1:1 exports no story; expected "export default defineStory({…})"'])
  })
})

describe('a content error', () => {
  it('says every problem on a line of its own, as far as its place is known', () => {
    const error = new ContentError([
      { file: 'a.yaml', message: 'is not there' },
      { file: 'b.mdx', line: 3, column: 5, message: 'is wrong' },
    ])
    expect(error.message).toBe('a.yaml is not there\nb.mdx:3:5 is wrong')
  })
})
