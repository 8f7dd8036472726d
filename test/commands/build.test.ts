import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { marked, replaceIn } from '../story/tiny.ts'
import { createFolder, plainEnvironment, story } from './folder.ts'
import type { Folder } from './folder.ts'

let folder: Folder

/** The last good build: two files, one of them no text. */
const good = new Map([
  ['index.html', Buffer.from('<!doctype html><title>Good</title>\n')],
  ['images/chart.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0x0d, 0x0a])],
])

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

function build(program = 'src/commands/build.ts'): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program], { cwd: folder.root, env: plainEnvironment() }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
  })
}

async function expectUntouched(): Promise<void> {
  const dist = path.join(folder.root, 'dist')
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
  expect(files.sort()).toEqual([...good.keys()].sort())
  for (const [name, bytes] of good) expect(await readFile(path.join(dist, name))).toEqual(bytes)
  const leftovers = await readdir(path.join(folder.root, '.build')).catch(() => [])
  expect(leftovers.filter((name) => name.startsWith('site-'))).toEqual([])
}

beforeAll(async () => {
  folder = await createFolder()
})
afterAll(() => folder.remove())
beforeEach(async () => {
  await rm(path.join(folder.root, 'dist'), { recursive: true, force: true })
  await mkdir(path.join(folder.root, 'dist', 'images'), { recursive: true })
  for (const [name, bytes] of good) await writeFile(path.join(folder.root, 'dist', name), bytes)
  await folder.write()
})

const end = '\nNothing was built: 1 problem. The last good build, if there is one, is untouched.\n'

describe('a build refuses', { timeout: 60_000 }, () => {
  type Row = [what: string, file: keyof typeof story, from: string, to: string, message: string]
  const rows: Row[] = [
    ['an unknown fact in the prose', 'en.mdx', '<Fact id="shops" />', '<Fact id="«shps" />', 'unknown fact "shps"; did you mean "shops"?'],
    ['an unknown source', 'data.ts', `source: 'report'`, `source: «'reprt'`, 'unknown source "reprt"; did you mean "report"?'],
    [
      'a figure without a source',
      'data.ts',
      `    shops: {\n      value: 4e6,\n      unit: 'businesses',\n      asOf: '2023',\n      kind: 'reported',\n      source: 'report',\n`,
      `    «shops: {\n      value: 4e6,\n      unit: 'businesses',\n      asOf: '2023',\n      kind: 'reported',\n`,
      '"shops" has no source; expected the id of a source, or of several in square brackets',
    ],
    ['a misspelt unit', 'data.ts', `'businesses'`, `«'busineses'`, 'unknown unit "busineses"; did you mean "businesses"?'],
    [
      'a fault of syntax in the data',
      'data.ts',
      'value: 4e6,',
      'value: 4e6«million,',
      'An identifier or keyword cannot immediately follow a numeric literal.',
    ],
    [
      'malformed YAML',
      'en.yaml',
      'dek: Shops',
      'dek: «Shops: all',
      'this is not YAML: nested mappings are not allowed in compact mappings; if a text holds a colon, expected it in quotation marks',
    ],
    [
      'a chart without its alt text',
      'en.yaml',
      `  dots:\n    title: '{shops} shops'\n    dek: Shops, in millions\n    alt: There are {shops} shops.\n`,
      `  «dots:\n    title: '{shops} shops'\n    dek: Shops, in millions\n`,
      '"dots" has no alt; expected words',
    ],
  ]
  it.each(rows)('%s, and says where', async (_, file, from, to, message) => {
    const { text, place } = marked(replaceIn(story[file], from, to))
    await folder.write({ [file]: text })
    const [line = 0, column = 0] = place.split(':').map(Number)
    const frame = `    ${text.split('\n')[line - 1] ?? ''}\n    ${' '.repeat(column - 1)}^\n`
    expect(await build()).toEqual({ code: 1, stdout: '', stderr: `content/tiny/${file}:${place} ${message}\n${frame}${end}` })
    await expectUntouched()
  })

  it('malformed front matter, and says where', async () => {
    await folder.write({ 'en.mdx': replaceIn(story['en.mdx'], 'title: A headline', 'title: [A headline') })
    const { code, stderr } = await build()
    expect([code, stderr]).toEqual([
      1,
      `content/tiny/en.mdx:3:1 the front matter is not YAML: flow sequence in block collection must be sufficiently indented and end with a ]\n    standfirst: A sentence under it.\n    ^\n${end}`,
    ])
    await expectUntouched()
  })

  it('a chart without a label, and says where', async () => {
    await folder.write({ 'en.yaml': replaceIn(story['en.yaml'], '      date: When\n', '') })
    expect(await build()).toMatchObject({
      code: 1,
      stderr: `content/tiny/en.yaml:9:5 chart "dots" has no label "date"; expected a line "date:" under "labels:"\n        labels:\n        ^\n${end}`,
    })
    await expectUntouched()
  })

  it('a section that is never closed, and says which', async () => {
    await folder.write({ 'en.mdx': replaceIn(story['en.mdx'], '\n</Section>\n', '') })
    expect(await build()).toMatchObject({
      code: 1,
      stderr: `content/tiny/en.mdx:6:1 <Section> is never closed; expected </Section> after its words, or <Section … /> if it has none\n    <Section id="shops" title="Many shops">\n    ^\n${end}`,
    })
    await expectUntouched()
  })

  it('a story without its file of words, and names the file', async () => {
    await rm(path.join(folder.root, 'content/tiny/en.yaml'))
    expect(await build()).toEqual({
      code: 1,
      stdout: '',
      stderr: `content/tiny/en.yaml no words for the language "en"; expected this file beside en.mdx\n${end}`,
    })
    await expectUntouched()
  })

  it('several mistakes at once, of a long paragraph showing the part round the mistake', async () => {
    const long = `${'Many words stand before it. '.repeat(4)}<Fact id="shps" /> ${'and many after it. '.repeat(8)}<Fact id="shop" />`
    await folder.write({ 'en.mdx': replaceIn(story['en.mdx'], 'There are <Fact id="shops" /> of them.', long) })
    const { code, stderr } = await build()
    // 112 characters of words and 10 of tag: the id stands in column 123, of which the 59 before it are shown.
    const shown = long.slice(63, 63 + 110)
    expect(code).toBe(1)
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      'content/tiny/en.mdx:8:123 unknown fact "shps"; did you mean "shops"?',
      `    …${shown}`,
      `     ${' '.repeat(59)}^`,
    ])
    expect(shown.slice(59, 63)).toBe('shps')
    expect(stderr).toContain('unknown fact "shop"; did you mean "shops"?')
    expect(stderr).toMatch(/\nNothing was built: 2 problems\. The last good build, if there is one, is untouched\.\n$/)
    await expectUntouched()
  })

  it('a page that fails when all content is right, late, and leaves the last good build all the same', async () => {
    const page = path.join(folder.root, 'src/pages/about.astro')
    const text = await readFile(page, 'utf8')
    await writeFile(page, text.replace('---\n', `---\nthrow new Error('The page gave up')\n`))
    const { code, stderr } = await build()
    await writeFile(page, text)
    expect(code).toBe(1)
    expect(stderr).toContain('The page gave up')
    expect(stderr).toMatch(/\nNothing was built\. The last good build, if there is one, is untouched\.\n$/)
    await expectUntouched()
  })

  it('the same when the project’s folder is reached through a link', async () => {
    const link = `${folder.root}-link`
    await symlink(folder.root, link, 'dir')
    await folder.write({ 'en.mdx': replaceIn(story['en.mdx'], '<Fact id="shops" />', '<Fact id="shps" />') })
    const outcome = await build(path.join(link, 'src/commands/build.ts'))
    await rm(link)
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('content/tiny/en.mdx:8:21 unknown fact "shps"') as string })
    await expectUntouched()
  })
})

describe('a build of a story without fault', { timeout: 60_000 }, () => {
  it('takes the place of the last one and says what it made, and what was hardly meant', async () => {
    const idle = `other: { publisher: 'A Paper', title: 'Another', language: 'en' },`
    const data = replaceIn(
      story['data.ts'],
      "title: 'A report',",
      "title: 'A report', url: 'https://firm.example/a', archive: 'https://archive.example/a',",
    )
    await folder.write({ 'data.ts': replaceIn(data, '  sources: {\n', `  sources: {\n    ${idle}\n`) })
    const { code, stdout, stderr } = await build()
    expect(stderr).toBe(
      [
        'content/tiny/data.ts',
        '  content/tiny/data.ts:7:5 warning: the source "other" is unused: nothing rests on it',
        `        ${idle}`,
        '        ^',
        '',
        '',
      ].join('\n'),
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Built 1 story in 1 language \(en\): 1 chart, \d+ pages in \d+\.\d seconds\.\n$/)
    for (const page of ['tiny', 'tiny/sources']) {
      const html = await readFile(path.join(folder.root, 'dist', page, 'index.html'), 'utf8')
      expect(html).toContain('4 million')
      expect(html, 'a source with its copy in an archive').toMatch(
        /href="https:\/\/firm\.example\/a"[^]*href="https:\/\/archive\.example\/a"/,
      )
    }
    await expect(readFile(path.join(folder.root, 'dist/images/chart.png'))).rejects.toThrow('ENOENT')
    expect((await readdir(path.join(folder.root, '.build'))).filter((name) => name.startsWith('site-'))).toEqual([])
  })
})
