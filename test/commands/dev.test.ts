import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceIn } from '../story/tiny.ts'
import { createFolder, plainEnvironment, story } from './folder.ts'
import type { Folder } from './folder.ts'

/** What the server sends a page for its overlay. */
interface Overlay {
  message: string
  loc?: { file: string; line: number; column: number }
  frame?: string
}

const deadline = { timeout: 40_000, interval: 200 }

let folder: Folder
let server: ChildProcess | undefined
let address: string
let page: string
let socket: WebSocket | undefined
const overlays: Overlay[] = []
/** What stands at the terminal of whoever writes. */
let terminal = ''

const misspelt = { 'en.mdx': replaceIn(story['en.mdx'], '<Fact id="shops" />', '<Fact id="shps" />') }

async function get(url = page): Promise<{ status: number; text: string }> {
  const response = await fetch(url)
  return { status: response.status, text: await response.text() }
}

/** The overlay takes its message as HTML. */
function plain(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** The address the server says it listens at. */
async function addressOf(process: ChildProcess): Promise<string> {
  if (!process.stdout) throw new TypeError('invalid process: it has no output to read an address from')
  for await (const line of createInterface(process.stdout)) {
    const address = /http:\/\/localhost:\d+\//.exec(line)?.[0]
    if (address !== undefined) return address
  }
  throw new Error('the server ended before it said where it listens')
}

beforeAll(async () => {
  folder = await createFolder()
  await folder.write(misspelt)
  server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '0'], {
    cwd: folder.root,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  address = await addressOf(server)
  server.stdout?.on('data', (text: Buffer) => {
    terminal += text.toString()
  })
  page = `${address}tiny/`

  // The overlay is told over the socket of Vite's client, whose token stands in its script.
  const client = await (await fetch(`${address}@vite/client`)).text()
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? ''
  socket = new WebSocket(`${address.replace('http', 'ws')}?token=${token}`, 'vite-hmr')
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as { type: string; err?: Overlay }
    if (message.type === 'error' && message.err) overlays.push({ ...message.err, message: plain(message.err.message) })
  })
  await once(socket, 'open')
}, 60_000)

afterAll(async () => {
  socket?.close()
  if (server?.exitCode === null) {
    const ended = once(server, 'exit')
    server.kill()
    await ended
  }
  await folder.remove()
})

describe('the dev server', { timeout: 60_000 }, () => {
  it('shows over the page what the build would say, at the place in the words', async () => {
    expect((await get()).status).toBe(500)
    await expect.poll(() => overlays.length, deadline).toBeGreaterThan(0)
    const [overlay] = overlays
    expect(overlay?.message).toContain('content/tiny/en.mdx:8:21 unknown fact "shps"; did you mean "shops"?')
    expect(overlay?.loc).toEqual({ file: path.join(folder.root, 'content/tiny/en.mdx'), line: 8, column: 21 })
    expect(overlay?.frame).toContain('There are <Fact id="shps" /> of them.')
  })

  it('shows the page again once the words are right', async () => {
    await folder.write()
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('4 million') as string })
  })

  it('shows a figure that was changed in the data', async () => {
    await folder.write({ 'data.ts': replaceIn(story['data.ts'], '4e6', '5e6') })
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('5 million') as string })
  })

  it('says at the terminal what that changed, and every place where', async () => {
    await expect
      .poll(() => terminal, deadline)
      .toContain('tiny: 1 number changed\n  shops: 4 million → 5 million\n    en.mdx:8:11, en.yaml:6:13, en.yaml:8:20\n    chart dots\n')
  })

  it('says in the terminal what was hardly meant, once while it stays, and shows the page', async () => {
    const warning = 'content/tiny/data.ts:7:5 warning: the source "other" is unused: nothing rests on it'
    const times = (): number => terminal.split(warning).length - 1
    const idle = replaceIn(
      story['data.ts'],
      '  sources: {\n',
      `  sources: {\n    other: { publisher: 'A Paper', title: 'Another', language: 'en' },\n`,
    )
    expect(times()).toBe(0)
    await folder.write({ 'data.ts': replaceIn(idle, '4e6', '6e6') })
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('6 million') as string })
    await expect.poll(times, deadline).toBe(1)
    expect((await get()).status).toBe(200)
    await folder.write({ 'data.ts': replaceIn(idle, '4e6', '7e6') })
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('7 million') as string })
    expect(times()).toBe(1)
    await folder.write({ 'data.ts': replaceIn(story['data.ts'], '4e6', '8e6') })
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('8 million') as string })
    await folder.write({ 'data.ts': replaceIn(idle, '4e6', '9e6') })
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('9 million') as string })
    await expect.poll(times, deadline).toBe(2)
  })

  it('sees a fact renamed in the data, and that the words must follow', async () => {
    const before = overlays.length
    const renamed = story['data.ts'].replaceAll('shops', 'stores')
    await folder.write({ 'data.ts': renamed })
    await expect.poll(async () => (await get()).status, deadline).toBe(500)
    await expect
      .poll(
        () =>
          overlays
            .slice(before)
            .map(({ message }) => message)
            .join('\n'),
        deadline,
      )
      .toContain('content/tiny/en.yaml:2:3 unknown fact "shops"; expected one of "stores"')
    await folder.write({
      'data.ts': renamed,
      'en.yaml': story['en.yaml'].replaceAll('{shops}', '{stores}').replaceAll('shops:', 'stores:'),
      'en.mdx': replaceIn(story['en.mdx'], '<Fact id="shops" />', '<Fact id="stores" />'),
    })
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('#fact-stores') as string })
  })

  it('is healed by the old name where the words never followed', async () => {
    await folder.write()
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('#fact-shops') as string })
    await folder.write({ 'data.ts': story['data.ts'].replaceAll('shops', 'stores') })
    await expect.poll(async () => (await get()).status, deadline).toBe(500)
    await folder.write()
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('#fact-shops') as string })
  })

  it('lets the words use a fact from the moment it is in the data, and has it on the desk', async () => {
    const carts = `    carts: { value: 7e6, unit: 'parcels', asOf: '2023', kind: 'reported', source: 'report' },\n`
    await folder.write({ 'data.ts': replaceIn(story['data.ts'], '  facts: {\n', `  facts: {\n${carts}`) })
    await expect.poll(async () => (await get()).status, deadline).toBe(500)
    await folder.write({
      'data.ts': replaceIn(story['data.ts'], '  facts: {\n', `  facts: {\n${carts}`),
      'en.yaml': replaceIn(story['en.yaml'], 'facts:\n', 'facts:\n  carts: Carts\n'),
      'en.mdx': replaceIn(story['en.mdx'], 'of them.', 'of them, with <Fact id="carts" /> carts.'),
    })
    await expect.poll(() => get(), deadline).toMatchObject({ status: 200, text: expect.stringContaining('7 million') as string })
    const desk = await get(`${address}desk/tiny/en/`)
    expect(desk.status).toBe(200)
    expect(plain(desk.text)).toContain('<Fact id="carts" />')
    expect(plain(desk.text)).toContain('0 errors, 0 warnings')
    expect((await get(`${address}desk/`)).text).toContain('href="/desk/tiny/en/"')
  })

  it('shows a draft with its mark', async () => {
    await folder.write({ 'en.mdx': replaceIn(story['en.mdx'], 'title:', 'status: draft\ntitle:') })
    await expect
      .poll(() => get(), deadline)
      .toMatchObject({ status: 200, text: expect.stringContaining('Draft. Not published.') as string })
  })
})
