import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, inject } from 'vitest'
import { parseHTML } from 'linkedom'
import { readBuilt } from './pages.ts'

/** The page of another newsroom, on another origin than the site: `serve(body)` gives its address. */
export function useDesk(): { serve: (body: string, head?: string) => string } {
  let html = ''
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(html)
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    serve(body, head = '') {
      html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>${head}</head><body>${body}</body></html>`
      return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
    },
  }
}

/** What a chart's page gives away, by the name of each text, as it would be if the site were served in public where it is tested. */
export function readPastes(page: string): Map<string, string> {
  const { document } = parseHTML(readBuilt(page))
  return new Map(
    [...document.querySelectorAll('#use textarea')].map((area) => [
      area.getAttribute('aria-label') ?? '',
      // The parser leaves entities in a text area as they are written.
      parseHTML(`<p>${area.innerHTML}</p>`).document.querySelector('p')?.textContent.replaceAll('https://pasar.example/', inject('site')) ??
        '',
    ]),
  )
}
