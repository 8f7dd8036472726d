import { createServer } from 'node:http'

/**
 * Serves one page of somebody else, of another origin than the site's, while it is used.
 *
 * @param body what stands in its body
 */
export async function withHost<T>(body: string, use: (address: string) => Promise<T>): Promise<T> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body>${body}</body></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  try {
    return await use(`http://127.0.0.1:${String(typeof address === 'object' ? address?.port : address)}/`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
