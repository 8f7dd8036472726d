import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { replaceIn } from '../story/tiny.ts'
import { createFolder, plainEnvironment, story } from './folder.ts'
import type { Folder } from './folder.ts'

let folder: Folder
let site: string

const published = {
  story: 'tiny',
  language: 'en',
  published: '2024-01-01',
  updated: '2024-01-01',
  facts: [
    {
      id: 'shops',
      name: 'Shops',
      value: 4e6,
      unit: 'businesses',
      period: '2023',
      kind: 'reported',
      approximate: false,
      sources: ['report'],
    },
  ],
}

const answers: Record<string, [status: number, body: string]> = {
  '/facts.json': [200, JSON.stringify(published)],
  '/other.json': [200, JSON.stringify({ ...published, story: 'tinny' })],
  '/page': [200, '<!doctype html>'],
  '/datapackage.json': [200, JSON.stringify({ name: 'tiny', resources: [] })],
}
const server = createServer(({ url = '' }, response) => {
  const [status, body] = answers[url] ?? [404, 'no']
  response.writeHead(status).end(body)
})

beforeAll(async () => {
  folder = await createFolder()
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  site = `http://localhost:${String((server.address() as AddressInfo).port)}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await folder.remove()
})
beforeEach(() => folder.write())

function check(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd: folder.root, env: { ...plainEnvironment(), TZ: 'UTC' } }
    execFile(process.execPath, ['src/commands/check.ts', ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
  })
}

const expected = 'expected the facts.json of a published story, such as https://news.example/indonesia-ecommerce/facts.json'
// The folder of a test has no history.
const summary = 'Stale\n  not told: there is no git history here\n\n0 errors, 0 warnings, 0 figures waived, 0 facts plain.\n'
const changed = { 'data.ts': replaceIn(story['data.ts'], 'value: 4e6', 'value: 5e6') }

describe('npm run check -- --against', { timeout: 60_000 }, () => {
  it('has nothing to say of data that is as it was published, at an address or in a file', async () => {
    await writeFile(path.join(folder.root, 'facts.json'), JSON.stringify(published))
    expect(await check('--against', `${site}/facts.json`, '--against', 'facts.json')).toEqual({ code: 0, stdout: summary, stderr: '' })
    await rm(path.join(folder.root, 'facts.json'))
  })

  it('prints the correction of a number that changed, which makes it pass', async () => {
    await folder.write(changed)
    const { code, stdout } = await check('--against', `${site}/facts.json`)
    expect(code).toBe(1)
    const today = /date: '(\d{4}-\d\d-\d\d)'/.exec(stdout)?.[1] ?? ''
    const entry = `'shops-corrected': { date: '${today}', fact: 'shops', from: 4e6, to: 5e6 },`
    expect(stdout.split('\n')).toEqual([
      'content/tiny/data.ts',
      '  content/tiny/data.ts:11:14 error: "shops" was published as 4 million and is 5 million now, and no correction says so; expected',
      `    under "corrections" in data.ts:  ${entry}`,
      `    under "corrections:" in the words of every language:  shops-corrected: 'what was wrong, and why'`,
      `    and updated: '${today}', or a later day`,
      '          value: 5e6,',
      '                 ^',
      '',
      'Stale',
      '  not told: there is no git history here',
      '',
      '1 error, 0 warnings, 0 figures waived, 0 facts plain.',
      '',
    ])
    await folder.write({
      'data.ts': replaceIn(changed['data.ts'], '  charts: {\n', `  corrections: {\n    ${entry}\n  },\n  charts: {\n`).replace(
        `updated: '2024-01-01'`,
        `updated: '${today}'`,
      ),
      'en.yaml': `${story['en.yaml']}\ncorrections:\n  shops-corrected: 'what was wrong, and why'\n`,
    })
    expect(await check('--against', `${site}/facts.json`)).toEqual({ code: 0, stdout: summary, stderr: '' })
  })

  it('asks of a new name whether it still means the same, which is no error', async () => {
    await folder.write({ 'en.yaml': replaceIn(story['en.yaml'], '  shops: Shops\n', '  shops: Stalls\n') })
    const { code, stdout } = await check('--against', `${site}/facts.json`)
    expect(code).toBe(0)
    expect(stdout).toContain('warning: "shops" was published as "Shops" and is called "Stalls" now; does it still mean the same?')
  })

  it.each([
    ['a page that is not there', '/nowhere.json', `the answer was 404 Not Found; ${expected}`],
    ['a page that is no JSON', '/page', `is no list of facts; ${expected}`],
    ['the wrong file', '/datapackage.json', `is no list of facts; ${expected}`],
    ['the facts of another story', '/other.json', 'is of the story "tinny", which is not here; did you mean "tiny"?'],
  ])('says of %s what was expected', async (_, address, message) => {
    const { code, stdout } = await check('--against', site + address)
    expect(code).toBe(1)
    expect(stdout).toContain(`error: ${message}\n`)
    expect(stdout).toContain(`${site}${address}\n`)
  })

  it('says of a file that is not there, and of a server that is not, what was expected', async () => {
    const { code, stdout } = await check('--against', 'fcts.json', '--against', 'http://localhost:1/facts.json')
    expect(code).toBe(1)
    expect(stdout).toContain(`error: there is no such file; ${expected}\n`)
    expect(stdout).toContain('error: could not be fetched (')
  })

  it('compares nothing while something else is wrong with the story', async () => {
    await folder.write({ ...changed, 'en.yaml': replaceIn(story['en.yaml'], '  shops: Shops\n', '  shps: Shops\n') })
    const { code, stdout } = await check('--against', `${site}/facts.json`)
    expect(code).toBe(1)
    expect(stdout).toContain('was not compared: first mend what is wrong with the story "tiny"')
  })

  it.each([[['--againts', 'x']], [['x']], [['--against']]])('is answered, called with %j, with how to call it', async (args) => {
    const { code, stderr } = await check(...args)
    expect(code).toBe(1)
    expect(stderr).toContain('expected npm run check, or npm run check -- --against FILE|ADDRESS')
  })
})
