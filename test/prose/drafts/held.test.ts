import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { languageTags } from '#language'
import { heldBack, heldFirst, heldFromRelease, isLeftOut } from '#prose'

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pasar-held-'))
  await mkdir(path.join(root, 'content/tiny'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** Writes a language whose front matter has such a line, over words that are no MDX: of them nothing is read. */
async function write(tag: string, line: string): Promise<void> {
  await writeFile(path.join(root, 'content/tiny', `${tag}.mdx`), `---\ntitle: A headline\n${line}\n---\n\n<Fact id={\n`)
}

const draft = 'status: draft'
const later = 'status: embargoed until 2026-08-14 06:00 WIB'

describe('of a release', () => {
  it('a draft is no part, and a story of drafts none at all', async () => {
    await write('en', draft)
    expect([...(await heldBack(root, 'tiny', 'release'))]).toEqual(['en'])
    expect(await isLeftOut(root, 'tiny', 'release')).toBe(true)
    expect([...(await heldBack(root, 'tiny', 'everything'))]).toEqual([])
    expect(await isLeftOut(root, 'tiny', 'everything')).toBe(false)
  })

  it.each([
    ['is published', 'status: published'],
    ['says nothing of it', 'standfirst: A sentence.'],
    ['is embargoed, which stops the release instead', later],
    ['has a status that is none, so that the checks say so', 'status: drfat'],
    ['has front matter that is none', 'status: [draft'],
  ])('a language that %s is part', async (_, line) => {
    await write('en', line)
    expect([...(await heldBack(root, 'tiny', 'release'))]).toEqual([])
    expect(await isLeftOut(root, 'tiny', 'release')).toBe(false)
  })

  it('drafts and embargoes are told by their files', async () => {
    await write('en', later)
    const before = await heldFromRelease(root, new Date('2026-08-13T22:59Z'))
    expect(before.embargoes.map(({ file, line, column }) => [file, line, column])).toEqual([['content/tiny/en.mdx', 3, 9]])
    expect((await heldFromRelease(root, new Date('2026-08-13T23:00Z'))).embargoes).toEqual([])
    await write('en', draft)
    expect(await heldFromRelease(root, new Date(0))).toEqual({ drafts: ['content/tiny/en.mdx'], embargoes: [] })
  })
})

describe.runIf(languageTags.includes('fr'))('a story in two languages', () => {
  it.each([
    ['the other is a draft', '', draft],
    ['both are drafts', draft, draft],
    ['both wait for the same moment', later, later],
    ['the first waits and the other is a draft', later, draft],
  ])('may be where %s', async (_, first, other) => {
    await write('en', first)
    await write('fr', other)
    expect(await heldFirst(root, 'tiny')).toEqual([])
  })

  it.each([
    ['is a draft while the other is published', draft, ''],
    ['is a draft while the other waits', draft, later],
    ['waits while the other is published', later, ''],
  ])('is refused where the first %s: it has the address', async (_, first, other) => {
    await write('en', first)
    await write('fr', other)
    expect(await heldFirst(root, 'tiny')).toEqual([
      {
        file: 'content/tiny/en.mdx',
        line: 3,
        column: 9,
        message:
          '"en" may be read later than "fr", and the story\'s address is that of "en"; expected "en" published first, or "fr" held back as long',
      },
    ])
  })
})
