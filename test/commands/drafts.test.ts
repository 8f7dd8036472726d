import { execFile } from 'node:child_process'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ContentError } from '#story'
import { build } from '../../src/commands/build.ts'
import { pageMarkHash } from '../../src/outlets/mark.ts'
import { replaceIn } from '../story/tiny.ts'
import { createFolder, plainEnvironment, story } from './folder.ts'
import type { Folder } from './folder.ts'

let folder: Folder

/** A story of which nothing may be in a release: in no page, no file and no list. */
const hidden = replaceIn(story['en.mdx'], 'title: A headline', 'title: A scoop\nstatus: draft')

async function write(name: string, text: string): Promise<void> {
  await writeFile(path.join(folder.root, 'content', name), text)
}

function run(...options: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const settings = { cwd: folder.root, env: plainEnvironment() }
    execFile(process.execPath, ['src/commands/build.ts', ...options], settings, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
  })
}

/** The text of everything that was built, by its address. */
async function built(target: string): Promise<Record<string, string>> {
  const place = path.join(folder.root, target)
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return Object.fromEntries(files.map((file, index) => [path.relative(place, file), texts[index] ?? '']))
}

beforeAll(async () => {
  folder = await createFolder()
  await cp(path.join(folder.root, 'content/tiny'), path.join(folder.root, 'content/scoop'), { recursive: true })
  await write('scoop/en.mdx', hidden)
})
afterAll(() => folder.remove())

describe('a release', { timeout: 90_000 }, () => {
  it('has nothing of a draft, be there mistakes in it, and says that it left it out; an embargo that is over changes nothing', async () => {
    await write('scoop/en.mdx', replaceIn(hidden, '<Fact id="shops" />', '<Fact id="shps"'))
    await write('tiny/en.mdx', replaceIn(story['en.mdx'], 'title:', 'status: embargoed until 2001-01-01 06:00 WIB\ntitle:'))
    // A language of a published story, whose words of charts nobody has written yet.
    await write('tiny/fr.mdx', replaceIn(story['en.mdx'], 'title: A headline', 'title: Un titre\nstatus: draft'))
    const { code, stdout, stderr } = await run()
    await rm(path.join(folder.root, 'content/tiny/fr.mdx'))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(
      /^Built 1 story in 1 language .*\nLeft out: content\/scoop\/en\.mdx is a draft\.\nLeft out: content\/tiny\/fr\.mdx is a draft\.\n$/,
    )
    const files = await built('dist')
    expect(files['tiny/index.html']).toContain('4 million')
    for (const [name, text] of Object.entries(files)) {
      expect(name).not.toContain('scoop')
      expect(text, name).not.toMatch(/scoop|unpublished|Embargoed until|Un titre|hreflang="fr"|\/tiny\/fr\//i)
    }
    expect(Object.keys(files).filter((name) => name.includes('desk'))).toEqual([])
    expect(files['tiny/index.html']).not.toContain('noindex')
  })

  it('is refused before an embargo ends, with the file, the time and how long that is yet', async () => {
    await write('tiny/en.mdx', replaceIn(story['en.mdx'], 'title:', 'status: embargoed until 2026-08-14 06:00 WIB\ntitle:'))
    const refused = build(folder.root, new Date('2026-08-13T20:48Z')).catch((error: unknown) => error)
    expect(await refused).toBeInstanceOf(ContentError)
    expect(((await refused) as ContentError).message).toBe(
      'content/tiny/en.mdx:2:9 embargoed until 2026-08-14 06:00 WIB, which is 2 hours 12 minutes away; no release before then (npm run build -- --preview shows it, status: draft leaves it out)',
    )
  })

  it('is refused where a link leads to a draft', async () => {
    await write('tiny/en.mdx', replaceIn(story['en.mdx'], 'of them.', 'of them, and [more](/scoop/).'))
    const refused = await build(folder.root, new Date('2026-08-13T20:48Z')).catch((error: unknown) => error)
    expect((refused as ContentError).message).toMatch(/^content\/tiny\/en\.mdx:8:44 the link "\/scoop\/" leads nowhere; /)
  })
})

describe('a preview', { timeout: 90_000 }, () => {
  it('has drafts and embargoes with a mark on every page and embed of theirs, and asks search engines to stay away', async () => {
    await write('scoop/en.mdx', hidden)
    await write('tiny/en.mdx', replaceIn(story['en.mdx'], 'title:', 'status: embargoed until 2999-08-14 06:00 WIB\ntitle:'))
    const { code, stdout, stderr } = await run('--preview')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Built 2 stories .*\nIt stands in preview\/, with what is not published\. Do not put it where readers are\.\n$/)
    const files = await built('preview')
    const pages = Object.entries(files).filter(([name]) => name.endsWith('.html'))
    const mark = { scoop: 'Draft. Not published.', tiny: 'Not published. Embargoed until 14 August 2999, 06:00 WIB.' }
    for (const [name, text] of pages) {
      expect(text, name).toContain('<meta name="robots" content="noindex"')
      const [, of] = /^(scoop|tiny)\//.exec(name) ?? []
      if (of === 'scoop' || of === 'tiny') expect(text, name).toContain(`<p class="unpublished">${mark[of]}</p>`)
      else expect(text, name).not.toContain('class="unpublished"')
      expect(text, name).not.toContain('application/json+oembed')
    }
    expect(pages.map(([name]) => name)).toEqual(
      expect.arrayContaining(['scoop/index.html', 'scoop/charts/dots/index.html', 'scoop/embed/dots/index.html', 'tiny/index.html']),
    )
    // Else the policy of the page would refuse the style of the mark.
    expect(files['scoop/index.html']).toContain(pageMarkHash)
    expect(files['index.html']).toContain('Draft. Not published.')
    expect(files['robots.txt']).toBe('User-agent: *\nAllow: /\n')
    expect(files._headers).toMatch(/^\/\*\n(?: {2}.*\n)* {2}X-Robots-Tag: noindex\n/)
    expect(Object.keys(files).filter((name) => /sitemap|desk/.test(name))).toEqual([])
    await rm(path.join(folder.root, 'preview'), { recursive: true })
  })

  it('is no name for another option', async () => {
    expect(await run('--preveiw')).toEqual({ code: 1, stdout: '', stderr: 'invalid option: --preveiw; expected none, or --preview\n' })
  })
})
