import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathTo } from './addresses.ts'

const name = /^\d{4}-\d\d-\d\d-[\da-z]+$/

/**
 * The address, from the site's root, of the latest copy of a chart that never changes; undefined where none was made. Copies stand in
 * `public/frozen/STORY/CHART/DATE-HASH/`, those in a language that is not the story's first in `public/frozen/STORY/LANG/CHART/DATE-HASH/`.
 *
 * @param language the language's segment in addresses: undefined for the first
 * @param root the project's folder
 */
export function latestFrozen(story: string, chart: string, language: string | undefined, root = process.cwd()): string | undefined {
  const segments = ['frozen', story, language, chart].filter((segment) => segment !== undefined)
  const folder = path.join(root, 'public', ...segments)
  if (!existsSync(folder)) return undefined
  // A name begins with its date, so that the last in order is the latest.
  const latest = readdirSync(folder)
    .filter((copy) => name.test(copy) && existsSync(path.join(folder, copy, 'index.html')))
    .sort()
    .at(-1)
  return latest === undefined ? undefined : pathTo(...segments, latest)
}

/** The day on which a copy was made, `2026-11-26`, as its address says. */
export function frozenDate(address: string): string {
  const date = /\/(\d{4}-\d\d-\d\d)-[\da-z]+\/$/.exec(address)?.[1]
  if (date === undefined) throw new TypeError(`invalid address of a copy: ${address}; expected /frozen/…/DATE-HASH/`)
  return date
}
