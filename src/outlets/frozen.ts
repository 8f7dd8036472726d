import { existsSync, readdirSync, readFileSync } from 'node:fs'
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
  const [latest] = readdirSync(folder)
    .filter((copy) => name.test(copy) && existsSync(path.join(folder, copy, 'index.html')))
    .map((copy) => ({ copy, moment: momentOf(path.join(folder, copy), chart) }))
    .sort((a, b) => b.moment.localeCompare(a.moment))
  return latest && pathTo(...segments, latest.copy)
}

/** When a copy was made, as its data say: of those of one day, their names do not tell. */
function momentOf(copy: string, chart: string): string {
  const file = path.join(copy, `${chart}.json`)
  const { frozen } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { frozen?: string }) : {}
  return frozen ?? path.basename(copy)
}

/** The day on which a copy was made, `2026-11-26`, as its address says. */
export function frozenDate(address: string): string {
  const date = /\/(\d{4}-\d\d-\d\d)-[\da-z]+\/$/.exec(address)?.[1]
  if (date === undefined) throw new TypeError(`invalid address of a copy: ${address}; expected /frozen/…/DATE-HASH/`)
  return date
}
