import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import path from 'node:path'
import sirv from 'sirv'
import type { Options } from 'sirv'
import { headersAt, rootPath } from '../outlets/headers.ts'

/**
 * Serves a built site as a plain host would: files as they are with the site's headers, its own 404 page for what is not there.
 *
 * @param folder the built site
 * @param port 0 for any free one
 * @param base the path it is served under
 * @param options how files are sent; read anew at every request unless told otherwise
 * @throws Error the port is taken
 */
export async function serve(
  folder: string,
  port: number,
  base = '/',
  options: Options = { dev: true },
): Promise<{ server: Server; url: string }> {
  const prefix = rootPath(base)
  const missing = path.join(folder, '404.html')
  const files = sirv(folder, {
    ...options,
    onNoMatch: (_, response) => {
      response.statusCode = 404
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      void (existsSync(missing) ? readFile(missing) : Promise.resolve('404')).then((page) => response.end(page))
    },
  })
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    if (!url.startsWith(prefix)) {
      response.writeHead(302, { Location: prefix }).end()
      return
    }
    for (const [name, value] of Object.entries(headersAt(url.replace(/[?#].*/, ''), prefix))) {
      // How long a file is kept is for the options to say: the next build may replace it.
      if (name !== 'Cache-Control') response.setHeader(name, value)
    }
    request.url = `/${url.slice(prefix.length)}`
    files(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return { server, url: `http://localhost:${String(actual)}${prefix}` }
}
