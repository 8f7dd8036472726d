import { readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languageTags } from '#language'
import { checkContent } from '#prose'
import type { Findings } from '#prose'

/** A piece of code of the README: for which file, and under which group of it. */
interface Example {
  file: string
  group?: string | undefined
  code: string
}

const readme = readFileSync('README.md', 'utf8')

/** The examples under a heading, in their order. */
function examplesOf(heading: string): Example[] {
  const [, after = ''] = readme.split(`\n### ${heading}\n`)
  const [section = ''] = after.split(/^##/m)
  return [...section.matchAll(/^```\w+ (\S+)(?: (\w+))?\n([^]*?)^```$/gm)].map(([, file = '', group, code = '']) => ({ file, group, code }))
}

let root: string
let folder: string

/** Does with an example what a reporter does: makes the file, or puts the piece where it belongs. */
async function apply({ file, group, code }: Example): Promise<void> {
  const place = path.join(folder, file)
  const text = await readFile(place, 'utf8').catch(() => undefined)
  await writeFile(place, text === undefined ? code : inserted(text, file, group, code))
}

function inserted(text: string, file: string, group: string | undefined, code: string): string {
  if (file.endsWith('.mdx')) return text.replace(/(?=<\/Section>\n$)/, () => `${code}\n`)
  if (group !== undefined)
    return text.replace(new RegExp(`^  ${group}: \\{(?:\\},)?$`, 'm'), (line) => `  ${group}: {\n${code}${line.endsWith(',') ? '},' : ''}`)
  const [heading = '', ...lines] = code.split('\n')
  return text.includes(`${heading}\n`) ? text.replace(`${heading}\n`, () => `${heading}\n${lines.join('\n')}`) : `${text}${code}`
}

/** Adds what stands under a heading, and checks the story. */
async function add(heading: string): Promise<Findings> {
  const examples = examplesOf(heading)
  expect(examples).not.toEqual([])
  for (const example of examples) await apply(example)
  const findings = await checkContent(root, 'small-shops')
  expect(findings.errors).toEqual([])
  return findings
}

beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'pasar-readme-')))
  folder = path.join(root, 'content/small-shops')
  await mkdir(folder, { recursive: true })
  for (const part of ['src', 'node_modules']) await symlink(path.resolve(part), path.join(root, part), 'dir')
  await copyFile('package.json', path.join(root, 'package.json'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('who copies the example of the README', () => {
  it('for a story has one', async () => {
    const { content, warnings } = await add('A story')
    expect(warnings).toEqual([])
    expect(content?.editions.map(({ frontmatter }) => frontmatter.status)).toEqual([{ state: 'draft' }])
    expect([...(content?.story.facts.keys() ?? [])]).toEqual(['msmes-2021'])
  })

  it('for a source has it, and is told that nothing rests on it yet', async () => {
    const { content, warnings } = await add('A source')
    expect(content?.story.data.sources['idx-channel-2023-11-22']?.publisher).toBe('IDX Channel')
    expect(warnings.map(({ message }) => message)).toEqual(['the source "idx-channel-2023-11-22" is unused: nothing rests on it'])
  })

  it('for a fact has it in the words', async () => {
    const { content, warnings } = await add('A fact')
    expect(warnings).toEqual([])
    expect(content?.editions[0].outline.facts.map(({ id }) => id)).toEqual(['msmes-2021', 'msmes-counted-2022'])
    expect(content?.editions[0].telling.print('msmes-counted-2022')).toBe('9.11 million')
  })

  it('for a chart has it in the story', async () => {
    const { content, warnings } = await add('A chart')
    expect(warnings).toEqual([])
    expect(content?.editions[0].outline.charts).toEqual(['shop-counts'])
    expect(content?.editions[0].telling.words.charts['shop-counts']?.title).toBe('An estimate of 64.2 million, a count of 9.11 million')
  })

  it.runIf(languageTags.includes('fr'))('for a language has the story in it', async () => {
    const { content, warnings } = await add('A language')
    expect(warnings).toEqual([])
    expect(content?.editions.map(({ telling }) => telling.language.tag)).toEqual(['en', 'fr'])
    expect(content?.editions[1]?.outline.charts).toEqual(['shop-counts'])
  })
})

it('the settings of the README are what an editor reads', () => {
  const [, settings = ''] = /^```json \.vscode\/settings\.json\n([^]*?)^```$/m.exec(readme) ?? []
  expect(JSON.parse(settings)).toHaveProperty(['mdx.server.enable'], true)
  expect(readFileSync('tsconfig.json', 'utf8')).toContain('"mdx": { "checkMdx": true }')
})
