import { execFile } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { replaceIn } from '../story/tiny.ts'
import { createFolder, plainEnvironment, story } from './folder.ts'
import type { Folder } from './folder.ts'

let folder: Folder

/** What is said where no git tells how old words are. */
const untold = 'Stale\n  not told: there is no git history here\n\n'

function run(program: string): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [`src/commands/${program}.ts`], { cwd: folder.root, env: plainEnvironment() }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
  })
}

beforeAll(async () => {
  folder = await createFolder()
})
afterAll(() => folder.remove())
beforeEach(() => folder.write())

describe('npm run check', { timeout: 60_000 }, () => {
  it('says of a story without fault that there is none', async () => {
    expect(await run('check')).toEqual({ code: 0, stdout: `${untold}0 errors, 0 warnings, 0 figures waived, 0 facts plain.\n`, stderr: '' })
  })

  it('prints every problem under its file with the line it stands on, then the counts', async () => {
    await folder.write({
      'en.mdx': replaceIn(story['en.mdx'], 'of them.', 'of them, 4 million, and [five](#shps).'),
      'en.yaml': replaceIn(story['en.yaml'], 'dek: Shops, in millions', 'dek: A dozen shops'),
    })
    const { code, stdout } = await run('check')
    expect(stdout.split('\n')).toEqual([
      'content/tiny/en.yaml',
      '  content/tiny/en.yaml:7:12 error: unbound figure "dozen"; expected a fact in braces, or a line "dozen: …" with the reason under "figures:"',
      '        dek: A dozen shops',
      '               ^',
      '',
      'content/tiny/en.mdx',
      '  content/tiny/en.mdx:8:40 error: unbound figure "4 million"; did you mean <Fact id="shops" />?',
      '    There are <Fact id="shops" /> of them, 4 million, and [five](#shps).',
      '                                           ^',
      '  content/tiny/en.mdx:8:56 error: unbound figure "five"; expected <Fact id="…" /> with a fact of data.ts, or <Figure why="…">five</Figure> if it measures nothing',
      '    There are <Fact id="shops" /> of them, 4 million, and [five](#shps).',
      '                                                           ^',
      '',
      'Stale',
      '  not told: there is no git history here',
      '',
      '3 errors, 0 warnings, 0 figures waived, 0 facts plain.',
      '',
    ])
    expect(code).toBe(1)
  })

  it('checks the prose though the words of the charts are wrong', async () => {
    await folder.write({
      'en.mdx': replaceIn(story['en.mdx'], 'of them.', 'of them, and five.'),
      'en.yaml': replaceIn(story['en.yaml'], '  shops: Shops\n', '  shps: Shops\n'),
    })
    const { code, stdout } = await run('check')
    expect(stdout).toContain('unknown fact "shps"; did you mean "shops"?')
    expect(stdout).toContain('content/tiny/en.mdx:8:44 error: unbound figure "five"')
    expect(code).toBe(1)
  })

  it('warns of what no story uses, which is no error', async () => {
    await folder.write({
      'data.ts': story['data.ts']
        .replace(`  facts: {\n`, `  facts: {\n    idle: { asOf: '2023', kind: 'reported', source: 'report' },\n`)
        .replace(`  sources: {\n`, `  sources: {\n    other: { publisher: 'A Paper', title: 'Another', language: 'en' },\n`)
        .replace(`  charts: {\n`, `  charts: {\n    more: { form: 'counts', dot: 1e6, fields: [{ count: 'shops' }] },\n`),
      'en.yaml': replaceIn(story['en.yaml'], 'facts:\n', 'facts:\n  idle: An idle fact\n').concat(
        story['en.yaml'].slice(story['en.yaml'].indexOf('  dots:')).replace('dots:', 'more:'),
      ),
    })
    const { code, stdout } = await run('check')
    expect(stdout).toContain('content/tiny/data.ts:7:5 warning: the source "other" is unused: nothing rests on it')
    expect(stdout).toContain('content/tiny/data.ts:11:5 warning: the fact "idle" is unused: no words of the story and no chart show it')
    expect(stdout).toContain('warning: the chart "more" is unused: no language places it with <Chart id="more" />')
    expect(stdout).toContain('\n0 errors, 3 warnings, 0 figures waived, 0 facts plain.\n')
    expect(code).toBe(0)
  })

  it('warns of a waiver whose words hold no figure', async () => {
    await folder.write({
      'en.mdx': replaceIn(story['en.mdx'], 'of them.', 'of them, <Figure why="a figure of speech">miles</Figure> apart.'),
    })
    expect((await run('check')).stdout).toContain(
      'content/tiny/en.mdx:8:40 warning: a waiver that nothing needs: "miles" holds no figure; expected the words without <Figure>\n',
    )
  })

  it('lists what was waived and what is plain, with the reasons', async () => {
    await folder.write({
      'data.ts': replaceIn(story['data.ts'], `kind: 'reported'`, `kind: 'claimed'`),
      'en.mdx': replaceIn(
        story['en.mdx'],
        '<Fact id="shops" /> of them.',
        '<Fact id="shops" plain /> of them, <Figure why="a figure of speech">a million miles</Figure> away.',
      ),
      'en.yaml': `${replaceIn(story['en.yaml'], 'dek: Shops', 'dek: Shops open for 18 hours')}\nfigures:\n  18 hours: what the law allows\nplain:\n  dots.title: the alt says so\n  dots.alt: so does the title\n`,
    })
    expect(await run('check')).toEqual({
      code: 0,
      stdout: [
        'Waived',
        '  content/tiny/en.yaml:7:25 "18 hours": what the law allows',
        '  content/tiny/en.mdx:8:46 "a million miles": a figure of speech',
        '',
        'Plain',
        '  content/tiny/en.yaml:6:13 shops: the alt says so',
        '  content/tiny/en.yaml:8:20 shops: so does the title',
        '  content/tiny/en.mdx:8:11 shops',
        '',
        'Stale',
        '  not told: there is no git history here',
        '',
        '0 errors, 0 warnings, 2 figures waived, 3 facts plain.',
        '',
      ].join('\n'),
      stderr: '',
    })
  })

  it('says what the build says', async () => {
    await folder.write({ 'en.mdx': replaceIn(story['en.mdx'], 'of them.', 'of them, half.') })
    const message =
      'unbound figure "half"; expected <Fact id="…" /> with a fact of data.ts, or <Figure why="…">half</Figure> if it measures nothing'
    expect((await run('check')).stdout).toContain(`content/tiny/en.mdx:8:40 error: ${message}\n`)
    expect((await run('build')).stderr).toContain(`content/tiny/en.mdx:8:40 ${message}\n`)
  })
})
