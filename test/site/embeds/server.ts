import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundleClassic } from '../../../src/embed/bundle.ts'

/** A page of somebody else. */
export interface HostPage {
  html: string
  /** Its `Content-Security-Policy`. */
  policy?: string
}

/** Two sites on one server: pages stand at one host name, frames at another, so that neither sees into the other. */
export interface Hosts {
  /** Address at which a page is served from now on. */
  add: (page: HostPage) => string
  /** Address, of another site, of a plain frame that tells its height: `?lines=N` of text that wraps. */
  frame: string
  /** Addresses at which frames were asked for, from the first on. */
  asked: readonly string[]
  /** Address, of that site, of `/embed.js`. */
  script: string
  /** Address, of the page's site, of `thrower.ts`. */
  thrower: string
  /** Address, of the page's site, of a library in `node_modules`. */
  library: (file: string) => string
}

const read = (file: string): string => readFileSync(path.join('test', 'site', 'embeds', file), 'utf8')

/** Serves other people's pages to the tests of one file. */
export function useHosts(): () => Hosts {
  const [pages, asked]: [HostPage[], string[]] = [[], []]
  let port = 0
  let scripts: Record<string, string> = {}

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const [, kind = '', ...rest] = pathname.split('/')
    const send = (type: string, body: string, policy?: string): void => {
      if (policy !== undefined) response.setHeader('Content-Security-Policy', policy)
      response.setHeader('Content-Type', `${type}; charset=utf-8`).end(body)
    }
    if (kind === 'frame') asked.push(request.url ?? '')
    const page = kind === 'page' ? pages[Number(rest[0])] : undefined
    if (page) send('text/html', page.html, page.policy)
    else if (kind === 'library') send('text/javascript', readFileSync(path.join('node_modules', ...rest), 'utf8'))
    else if (kind === 'frame')
      send(
        'text/html',
        read('stub.html').replace('SCRIPT', () => scripts.frame ?? ''),
      )
    else if (kind === 'embed.js') send('text/javascript', scripts.host ?? '')
    else if (kind === 'thrower.js') send('text/javascript', scripts.thrower ?? '')
    else if (kind === 'picture.svg') send('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600"/>')
    else response.writeHead(404).end()
  })

  beforeAll(async () => {
    const bundle = async (file: string): Promise<string> => (await bundleClassic(path.resolve(file))).code
    scripts = {
      frame: await bundle('test/site/embeds/stub.ts'),
      host: await bundle('src/embed/host.ts'),
      thrower: await bundle('test/site/embeds/thrower.ts'),
    }
    await new Promise<void>((resolve) => server.listen(0, resolve))
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  return () => {
    const [here, there] = ['127.0.0.1', 'localhost'].map((name) => `http://${name}:${String(port)}`)
    return {
      add: (page) => `${here ?? ''}/page/${String(pages.push(page) - 1)}`,
      frame: `${there ?? ''}/frame/`,
      asked,
      script: `${there ?? ''}/embed.js`,
      thrower: `${here ?? ''}/thrower.js`,
      library: (file) => `${here ?? ''}/library/${file}`,
    }
  }
}
