import { execFile, execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { replaceIn } from '../story/tiny.ts'
import { createFolder, plainEnvironment, story } from './folder.ts'
import type { Folder } from './folder.ts'

/*
 * A language that the kit does not speak, made up of English ones from right to left. Its one file holds what the site says in it, what its prose is checked by and
 * nothing for comparisons, which this story does not make.
 */
const words = `import type { ProseWords } from '../prose.ts'
import type { InterfaceWords } from '../words.ts'
import { en as english } from '../prose/en.ts'
import { en } from './en.ts'

export const arEG: InterfaceWords = { ...en, tag: 'ar-EG', locale: 'ar-EG-u-nu-latn', name: 'العربية', direction: 'rtl' }
export const prose: ProseWords = english
`
const told = {
  'ar-EG.mdx': story['en.mdx'].replace('title: A headline', 'title: Another headline'),
  'ar-EG.yaml': story['en.yaml'],
}

let folder: Folder

function run(program: string): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [`src/commands/${program}.ts`], { cwd: folder.root, env: plainEnvironment() }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
  })
}

beforeAll(async () => {
  folder = await createFolder()
  await writeFile(path.join(folder.root, 'src/language/words/ar-EG.ts'), words)
})
afterAll(() => folder.remove())
beforeEach(() => folder.write(told))

describe('a new language is two files of the story and one of the interface', { timeout: 120_000 }, () => {
  it('is checked, where it has not what the first has as well', async () => {
    expect((await run('check')).stdout).toContain('\n0 errors, 0 warnings, 0 figures waived, 0 facts plain.\n')
    await folder.write({ ...told, 'ar-EG.mdx': replaceIn(story['en.mdx'], '<Fact id="shops" />', 'five') })
    const { stdout, code } = await run('check')
    expect(stdout).toContain('content/tiny/ar-EG.mdx:8:11 error: unbound figure "five"')
    expect(stdout).toContain(
      'content/tiny/ar-EG.mdx:6:1 error: fact "shops" of en.mdx:8:11 is missing in section "shops"; expected it at the beginning of section "shops", or a line under "differs:" that says why',
    )
    expect(code).toBe(1)
  })

  it('may differ where it says so and why, which is listed; and what does not differ is a warning', async () => {
    const declare = (lines: string): string => replaceIn(told['ar-EG.mdx'], 'it.\n---', `it.\ndiffers:\n${lines}---`)
    await folder.write({
      ...told,
      'ar-EG.mdx': declare('  - chart: dots\n    why: its 3 dots are told in words\n').replace('<Chart id="dots" />', 'Dots.'),
    })
    expect((await run('check')).stdout).toBe(
      [
        'Waived',
        '  content/tiny/ar-EG.mdx:5:12 chart "dots" differs: its 3 dots are told in words',
        '',
        'Stale',
        '  not told: there is no git history here',
        '',
        '0 errors, 0 warnings, 0 figures waived, 1 difference waived, 0 facts plain.',
        '',
      ].join('\n'),
    )

    await folder.write({
      ...told,
      'ar-EG.mdx': declare(
        '  - chart: dots\n    why: none\n  - fact: shps\n    why: none\n  - why: none\n  - fact: shops\n    chart: dots\n    why: none\n',
      ),
    })
    const { stdout } = await run('check')
    expect(stdout).toContain(
      'content/tiny/ar-EG.mdx:5:12 warning: a difference that is none: the languages agree on chart "dots"; expected no line for it',
    )
    expect(stdout).toContain('content/tiny/ar-EG.mdx:7:11 error: unknown fact "shps"; did you mean "shops"?')
    const kinds = 'expected one of section, chart, step, fact, claim, comparison, with its id, and why'
    expect(stdout).toContain(`content/tiny/ar-EG.mdx:9:5 error: a difference of nothing; ${kinds}`)
    expect(stdout).toContain(`content/tiny/ar-EG.mdx:10:5 error: a difference of chart and fact; ${kinds}`)
  })

  it('says which words are older than a change to the data', async () => {
    const git = (...args: string[]): void => {
      const who = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b.example', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b.example' }
      const env = { ...plainEnvironment(), ...who, GIT_AUTHOR_DATE: '2024-03-01T12:00:00Z' }
      execFileSync('git', args, { cwd: folder.root, env, stdio: 'pipe' })
    }
    git('init', '-q')
    git('add', 'content')
    git('commit', '-qm', 'A story')
    await folder.write({
      ...told,
      'data.ts': replaceIn(story['data.ts'], '4e6', '5e6'),
      'en.mdx': replaceIn(story['en.mdx'], 'of them', 'of these'),
    })
    const { stdout, code } = await run('check')
    expect(stdout).toContain('Stale\n  content/tiny/ar-EG.mdx:8:11 shops is changed and not committed; these words are of 2024-03-01\n')
    expect(stdout).toContain('\n0 errors, 0 warnings, 0 figures waived, 0 facts plain, 1 fact stale.\n')
    expect(code).toBe(0)
  })

  it('wants words by which its prose is checked', async () => {
    const file = path.join(folder.root, 'src/language/words/ar-EG.ts')
    await writeFile(file, words.replace(/.*prose.*\n/gi, ''))
    const { stdout } = await run('check')
    await writeFile(file, words)
    expect(stdout).toContain(
      'content/tiny/ar-EG.mdx error: the prose cannot be checked in "ar-EG"; expected a file src/language/prose/ar-EG.ts, or "prose" exported by src/language/words/ar-EG.ts',
    )
  })

  it('has every page, from right to left, with charts whose drawings are not', async () => {
    const built = await run('build')
    expect(built).toMatchObject({ code: 0, stderr: '' })
    expect(built.stdout).toContain('Built 1 story in 2 languages (en, ar-EG): 1 chart')
    const read = (page: string): Promise<string> => readFile(path.join(folder.root, 'dist', page), 'utf8')
    const pages: Record<string, string> = { '': 'tiny/ar-EG/index.html', 'charts/dots/': 'tiny/ar-EG/charts/dots/index.html' }
    for (const [end, file] of Object.entries(pages)) {
      const { document } = parseHTML(await read(file))
      const root = document.documentElement
      expect([root.lang, root.getAttribute('dir')]).toEqual(['ar-EG', 'rtl'])
      expect(document.querySelectorAll('#dots [role=img][dir=ltr] svg')).toHaveLength(2)
      const links = [...document.querySelectorAll('link[hreflang]')].map((link) => [
        link.getAttribute('hreflang'),
        link.getAttribute('href'),
      ])
      const [english, arabic] = [`https://pasar.example/tiny/${end}`, `https://pasar.example/tiny/ar-EG/${end}`]
      expect(links).toEqual([
        ['en', english],
        ['ar-EG', arabic],
        ['x-default', english],
      ])
      expect(document.querySelector('meta[property="og:locale"]')?.getAttribute('content')).toBe('ar_EG')
      expect(document.querySelector('meta[property="og:locale:alternate"]')?.getAttribute('content')).toBe('en_GB')
      const choices = [...document.querySelectorAll('.languages a')].map((link) =>
        ['href', 'lang', 'hreflang', 'aria-current'].map((name) => link.getAttribute(name)),
      )
      expect(choices).toEqual([
        [`/tiny/${end}`, 'en', 'en', null],
        [`/tiny/ar-EG/${end}`, 'ar-EG', 'ar-EG', 'true'],
      ])
      const sitemap = await read('sitemap-0.xml')
      const alternates = links
        .map(([lang, href]) => `<xhtml:link rel="alternate" hreflang="${String(lang)}" href="${String(href)}"/>`)
        .join('')
      for (const page of [english, arabic]) expect(sitemap).toContain(`<loc>${page}</loc>${alternates}`)
    }
    expect(await read('tiny/ar-EG/embed/dots/index.html')).toMatch(/<html lang="ar-EG" dir="rtl">[^]*<div role="img"[^>]* dir="ltr">/)
    expect(await read('index.html')).toMatch(/<a href="\/tiny\/ar-EG\/" lang="ar-EG" hreflang="ar-EG">\s*العربية/)
  })
})
