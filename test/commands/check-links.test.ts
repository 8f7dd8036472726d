import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outsideLinks, printStates } from '../../src/commands/check-links.ts'
import { linkStates } from '../../src/commands/link-state.ts'
import type { LinkState } from '../../src/commands/link-state.ts'
import { replaceIn, tiny, validate } from '../story/tiny.ts'

const asked: string[] = []
/** How many requests a host has open, and the most that it ever had. */
const open = new Map<string, { now: number; most: number }>()
let server: Server
let origin = ''
let other = ''

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url = '', headers } = request
  asked.push(`${method} ${url}`)
  const host = open.get(headers.host ?? '') ?? { now: 0, most: 0 }
  open.set(headers.host ?? '', host)
  host.now += 1
  host.most = Math.max(host.most, host.now)
  response.on('close', () => (host.now -= 1))
  const send = (status: number, location?: string): void => {
    response.writeHead(status, location === undefined ? {} : { Location: location }).end()
  }
  if (url === '/silent') return
  if (url === '/no-head') send(method === 'HEAD' ? 405 : 200)
  else if (url === '/lies-to-heads') send(method === 'HEAD' ? 404 : 200)
  else if (url === '/moved') send(301, '/here')
  else if (url === '/for-now') send(302, '/here')
  else if (url === '/moved-to-nothing') send(308, '/gone')
  else if (url === '/round') send(302, '/round')
  else if (url === '/forbidden') send(403)
  else send(url.startsWith('/here') ? 200 : 404)
}

beforeAll(async () => {
  server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = String(typeof address === 'object' && address ? address.port : 0)
  origin = `http://127.0.0.1:${port}`
  other = `http://localhost:${port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

async function stateOf(path: string, timeout = 5000): Promise<Partial<LinkState> | undefined> {
  const [state] = await linkStates([`${origin}${path}`], { timeout })
  return state && { state: state.state, status: state.status, ...(state.to && { to: state.to.replace(origin, '') }) }
}

describe('an address', () => {
  const rows: [what: string, path: string, state: Partial<LinkState>][] = [
    ['that answers is alive', '/here', { state: 'alive', status: 200 }],
    ['that answers no question for its head is asked for the page', '/no-head', { state: 'alive', status: 200 }],
    ['that has no good answer to a question for its head is asked for the page', '/lies-to-heads', { state: 'alive', status: 200 }],
    ['that moved for good is followed', '/moved', { state: 'moved', status: 200, to: '/here' }],
    ['that leads elsewhere for now is alive', '/for-now', { state: 'alive', status: 200, to: '/here' }],
    ['that answers nothing is dead', '/gone', { state: 'dead', status: 404 }],
    ['that moved to nothing is dead', '/moved-to-nothing', { state: 'dead', status: 404, to: '/gone' }],
    ['that leads round and round is dead', '/round', { state: 'dead', status: 'more than 5 redirects' }],
    ['that lets no program in is not dead', '/forbidden', { state: 'refused', status: 403 }],
  ]
  it.each(rows)('%s', async (_, path, state) => {
    expect(await stateOf(path)).toEqual(state)
  })

  it('that says nothing is dead', async () => {
    expect(await stateOf('/silent', 50)).toEqual({ state: 'dead', status: 'no answer in time' })
  })

  it('where no server listens is dead, with the reason', async () => {
    const empty = createServer()
    await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve))
    const address = empty.address()
    await new Promise((resolve) => empty.close(resolve))
    const port = String(typeof address === 'object' && address ? address.port : 0)
    const [state] = await linkStates([`http://127.0.0.1:${port}/`], { timeout: 5000 })
    expect(state).toMatchObject({ state: 'dead', status: 'ECONNREFUSED' })
  })
})

it('asks one host one question at a time, and each address once', async () => {
  open.clear()
  asked.length = 0
  const paths = ['/here/1', '/here/2', '/here/3', '/here/1']
  const addresses = [...paths.map((path) => `${origin}${path}`), ...paths.map((path) => `${other}${path}`)]
  const states = await linkStates(addresses, { timeout: 5000 })
  expect(states.map(({ address }) => address)).toEqual(addresses)
  expect([...open.values()].map(({ most }) => most)).toEqual([1, 1])
  expect(asked.toSorted()).toEqual(['/here/1', '/here/2', '/here/3'].flatMap((path) => [`HEAD ${path}`, `HEAD ${path}`]))
})

it('knows the addresses of sources and of their copies in archives', async () => {
  const { story, problems } = await validate(
    replaceIn(tiny, "url: 'https://firm.example/report'", "url: 'https://firm.example/report', archive: 'https://archive.example/1'"),
  )
  if (!story) throw new Error(problems.join('\n'))
  expect(outsideLinks([{ story }])).toEqual([
    { address: expect.stringMatching(/^https:/) as string, from: 'the licence of the site' },
    { address: 'https://firm.example/report', from: 'tiny: report' },
    { address: 'https://archive.example/1', from: 'tiny: report (archive)' },
  ])
})

describe('what is printed', () => {
  const links = ['a', 'b', 'a'].map((path, index) => ({ address: `https://x.example/${path}`, from: `tiny: s${String(index)}` }))

  it('names the worst first, with all that names it', () => {
    const states: LinkState[] = [
      { address: 'https://x.example/b', state: 'moved', status: 200, to: 'https://x.example/c' },
      { address: 'https://x.example/a', state: 'dead', status: 404 },
    ]
    expect(printStates(links, states).split('\n')).toEqual([
      'Dead: no page answers',
      '  404 https://x.example/a',
      '    tiny: s0',
      '    tiny: s2',
      '',
      'Moved for good: the new address can be written down',
      '  200 https://x.example/b',
      '    leads to https://x.example/c',
      '    tiny: s1',
      '',
      '2 addresses: 0 alive, 1 moved, 0 refused, 1 dead.',
    ])
  })

  it('is one line where all is well', () => {
    expect(printStates(links, [{ address: 'https://x.example/a', state: 'alive', status: 200 }])).toBe(
      '1 address: 1 alive, 0 moved, 0 refused, 0 dead.',
    )
  })
})
