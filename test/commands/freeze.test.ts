import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFolder, plainEnvironment, story } from './folder.ts'
import type { Folder } from './folder.ts'

let folder: Folder
beforeAll(async () => {
  folder = await createFolder()
})
afterAll(() => folder.remove())

function run(command: 'build' | 'freeze', ...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const options = { cwd: folder.root, env: plainEnvironment() }
    execFile(process.execPath, [`src/commands/${command}.ts`, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, said: stdout + stderr })
    })
  })
}

/** Freezes the small story's chart and says in which folder. */
async function frozen(): Promise<{ said: string; place: string }> {
  const { code, said } = await run('freeze', 'tiny', 'dots')
  expect(code, said).toBe(0)
  const [place = ''] = /public\/frozen\/tiny\/dots\/\d{4}-\d\d-\d\d-[0-9a-f]{10}/.exec(said) ?? []
  expect(place, said).not.toBe('')
  return { said, place }
}

async function bytesOf(place: string): Promise<Record<string, string>> {
  const names = await readdir(path.join(folder.root, place))
  const files = names.sort().map(async (name) => [name, await readFile(path.join(folder.root, place, name), 'base64')])
  return Object.fromEntries(await Promise.all(files)) as Record<string, string>
}

describe('freezing a chart', { timeout: 300_000 }, () => {
  it.each([
    [[], 'expected npm run freeze -- STORY CHART'],
    [['tiny'], 'expected npm run freeze -- STORY CHART'],
    [['tyni', 'dots'], 'unknown story "tyni"; did you mean "tiny"?'],
    [['tiny', 'dost'], 'unknown chart "dost"; did you mean "dots"?'],
    [['tiny', 'dots', 'xx'], 'unknown language "xx"'],
  ])('%j is answered with what was expected', async (args, message) => {
    const { code, said } = await run('freeze', ...args)
    expect(code).toBe(1)
    expect(said).toContain(message)
    expect(await readdir(path.join(folder.root, 'public'))).not.toContain('frozen')
  })

  it('makes a copy that leads to its page whatever path the site has, and that no later edit touches', async () => {
    const { place } = await frozen()
    const copy = await bytesOf(place)
    expect(Object.keys(copy)).toEqual(['dots.json', 'dots.png', 'dots.svg', 'index.html'])
    const text = (name: string): string => Buffer.from(copy[name] ?? '', 'base64').toString()
    expect(text('index.html')).toContain('4 million shops')
    expect(text('dots.svg')).toContain('<svg')
    expect(text('dots.png').slice(1, 4)).toBe('PNG')
    expect(JSON.parse(text('dots.json'))).toMatchObject({ title: '4 million shops', sources: [{ publisher: 'A Firm', title: 'A report' }] })
    expect(text('dots.json')).toContain('"4 million"')

    const [, base = ''] = /<base href="([^"]*)"/.exec(text('index.html')) ?? []
    const leads = new URL(base, `https://news.example/desk/${place.replace('public/', '')}/`)
    expect(leads.href).toBe('https://news.example/desk/tiny/charts/dots/')
    const [, status = ''] = /data-status="([^"]*)"/.exec(text('index.html')) ?? []
    expect(new URL(status, leads).href).toBe('https://news.example/desk/tiny/embed/dots/status.json')

    const again = await frozen()
    expect(again.place).toBe(place)
    expect(again.said).toContain('Nothing has changed since it was frozen')

    await folder.write({ 'data.ts': story['data.ts'].replace('value: 4e6', 'value: 5e6') })
    const later = await frozen()
    expect(later.place).not.toBe(place)
    expect(Buffer.from((await bytesOf(later.place))['index.html'] ?? '', 'base64').toString()).toContain('5 million shops')
    expect(await bytesOf(place)).toEqual(copy)
    expect((await run('build')).code).toBe(0)
    expect(await bytesOf(place.replace('public', 'dist'))).toEqual(copy)

    // "Use this chart" gives the latest copy beside the chart that goes on changing.
    const page = await readFile(path.join(folder.root, 'dist', 'tiny', 'charts', 'dots', 'index.html'), 'utf8')
    expect(page).toContain(`https://pasar.example/${later.place.replace('public/', '')}/`)
    expect(page).not.toContain(place.replace('public/', ''))
  })
})
