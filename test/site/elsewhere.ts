import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

/**
 * A site of somebody else for the tests of one file: the address of a page there with the given body.
 *
 * @param host the name of this machine that ours has not: the built site is on localhost
 */
export function useElsewhere(host: '127.0.0.1' | 'localhost' = '127.0.0.1'): (body: string) => string {
  const server = createServer((request, response) => {
    const body = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('body') ?? ''
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title><link rel="icon" href="data:,">${body}</html>`,
    )
  })
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        server.listen(0, resolve)
      }),
  )
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return (body) => `http://${host}:${String((server.address() as AddressInfo).port)}/?${String(new URLSearchParams({ body }))}`
}
