import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, it } from 'vitest'

/*
 * What is published never moves: other sites have it in their articles. So the list is of addresses themselves, not of their patterns; a
 * chart that is renamed changes no pattern and breaks every article that shows it.
 */
const list = 'test/addresses.txt'
const listed = readFileSync(list, 'utf8').trimEnd().split('\n')

/** Of files whose names change with what is in them nobody keeps the address, and hosts read their own file. */
const passing = /^\/(?:_astro\/|_headers$)/

function built(): string[] {
  const folder = inject('folder')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')}`)
    .map((file) => file.replace(/\/index\.html$/, '/'))
    .filter((address) => !passing.test(address))
}

it('builds every address that was ever published', () => {
  const addresses = new Set(built())
  const gone = listed.filter((address) => !addresses.has(address))
  expect(gone, 'published and no longer built; leave a redirect where each of them was (redirects in astro.config.mjs)').toEqual([])
})

it('publishes no address that is not written down', () => {
  const known = new Set(listed)
  const fresh = built().filter((address) => !known.has(address))
  expect(fresh, `built and not in ${list}; add it if it is to stay for good`).toEqual([])
})

it('keeps them sorted, one a line, each once', () => {
  expect(listed).toEqual([...new Set(listed)].sort())
})
