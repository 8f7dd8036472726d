import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { forms } from '../../src/charts/forms.ts'
import { pages, readBuilt, stories } from './pages.ts'

const folder = inject('folder')
const limits = { page: 60_000, script: 24_000, firstScript: 12_000, behaviour: 3_000, fonts: 60_000 }

function brotli(text: string | Buffer, quality: number): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length
}

/** A file of the built site by the address that a page at `from` gives it. */
function fileAt(address: string, from: string): string {
  return path.join(folder, new URL(address, `https://pasar.example/${from}`).pathname)
}

/** Scripts and all they import that is not known: `first` follows the imports that come with them, `all` those that wait as well. */
function scriptsFrom(entries: readonly string[], known: ReadonlySet<string> = new Set()): { first: Set<string>; all: Set<string> } {
  const visit = (file: string, found: Set<string>, pattern: RegExp): Set<string> => {
    if (found.has(file) || known.has(file)) return found
    found.add(file)
    for (const [, address = ''] of readFileSync(file, 'utf8').matchAll(pattern))
      visit(path.join(path.dirname(file), address), found, pattern)
    return found
  }
  const follow = (pattern: RegExp): Set<string> => entries.reduce((found, file) => visit(file, found, pattern), new Set<string>())
  return {
    first: follow(/(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g),
    all: follow(/["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g),
  }
}

function weigh(page: string) {
  const html = readBuilt(page)
  const { document } = parseHTML(html)
  const outer = (selector: string): string => [...document.querySelectorAll(selector)].map((node) => node.outerHTML).join('\n')
  const files = (selector: string, name: string): string[] =>
    [...document.querySelectorAll(selector)].map((node) => fileAt(node.getAttribute(name) ?? '', page))
  const inline = outer('script:not([src], [type="application/ld+json"])')
  const styles = files('link[rel=stylesheet]', 'href')
  const { first, all } = scriptsFrom(files('script[src]', 'src').concat(files('link[rel=modulepreload]', 'href')))
  const css = outer('style') + styles.map((file) => readFileSync(file, 'utf8')).join('')
  const fonts = new Set([...css.matchAll(/url\(["']?([^"')]+\.woff2?)/g)].map(([, address = '']) => fileAt(address, page)))
  const compress = (quality: number) => {
    const each = (list: Iterable<string>): number => [...list].reduce((total, file) => total + brotli(readFileSync(file), quality), 0)
    const script = inline === '' ? 0 : brotli(inline, quality)
    return { total: brotli(html, quality) + each(styles) + each(all), script: script + each(all), firstScript: script + each(first) }
  }
  const part = (text: string): number => (text === '' ? 0 : brotli(text, 11))
  const [drawings, tables, sources] = [outer('.drawing svg'), outer('.numbers'), outer('#sources')]
  for (const node of document.querySelectorAll('.chart, #sources, script, style')) node.remove()
  return {
    page: `/${page}`,
    ...compress(11),
    quality5: compress(5).total,
    fonts: [...fonts].reduce((total, file) => total + readFileSync(file).length, 0),
    drawings: part(drawings),
    tables: part(tables),
    sources: part(sources),
    prose: part(outer('main')),
    css: part(css),
  }
}

const weights = pages.map(weigh)

describe.each(weights)('$page', (weight) => {
  it('comes in 60 kB with its styles and scripts, as a slow network pays for it', () => {
    expect(weight.total).toBeGreaterThan(500)
    expect(weight.total).toBeLessThanOrEqual(limits.page)
  })

  it('needs 12 kB of script before the first scroll and 24 kB in all', () => {
    expect(weight.firstScript).toBeLessThanOrEqual(limits.firstScript)
    expect(weight.script).toBeLessThanOrEqual(limits.script)
  })

  it('has fonts of 60 kB together', () => {
    expect(weight.fonts).toBeGreaterThan(0)
    expect(weight.fonts).toBeLessThanOrEqual(limits.fonts)
  })
})

/** What each form's charts alone load, beside what every chart does; a form may have behaviours for several kinds of chart. */
const behaviours = (() => {
  const { document } = parseHTML(stories.map((story) => readBuilt(story)).join(''))
  const entries = [...document.querySelectorAll('script[src]')].map((script) => fileAt(script.getAttribute('src') ?? '', ''))
  const files = [...scriptsFrom(entries).all]
  const named = (names: readonly string[]): string[] =>
    files.filter((file) => names.some((name) => new RegExp(`^${name}[-.]`).test(path.basename(file))))
  const shared = scriptsFrom(entries).first
  // The journey between two charts is neither's own; it is weighed by itself.
  return named([...Object.keys(forms), 'travel']).map((file) => {
    const own = [...scriptsFrom([file], shared).all]
    return { name: path.basename(file).replace(/\..*/, ''), bytes: own.reduce((total, part) => total + brotli(readFileSync(part), 11), 0) }
  })
})()

it('finds the behaviours of the forms that have one', () => {
  expect(behaviours.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['counts', 'growth-guess', 'growth-record', 'timeline', 'volumes']),
  )
})

it.each(behaviours)("keeps a chart's own behaviour under 3 kB: $name", ({ bytes }) => {
  expect(bytes).toBeGreaterThan(50)
  expect(bytes).toBeLessThan(limits.behaviour)
})

afterAll(() => {
  const columns: [head: string, guide: string, cells: number[]][] = [
    ['all', String(limits.page), weights.map((weight) => weight.total)],
    ['all at 5', '', weights.map((weight) => weight.quality5)],
    ['script', String(limits.script), weights.map((weight) => weight.script)],
    ['first script', String(limits.firstScript), weights.map((weight) => weight.firstScript)],
    ['fonts', String(limits.fonts), weights.map((weight) => weight.fonts)],
    ['drawings', '~26000', weights.map((weight) => weight.drawings)],
    ['tables', '', weights.map((weight) => weight.tables)],
    ['sources', '~13000', weights.map((weight) => weight.sources)],
    ['prose', '~9000', weights.map((weight) => weight.prose)],
    ['CSS', '~5000', weights.map((weight) => weight.css)],
  ]
  const names = ['bytes, brotli 11', ...weights.map(({ page }) => page), 'limit or ~guide']
  const first = Math.max(...names.map((name) => name.length))
  const row = (name: string, cells: (string | number)[]): string =>
    [name.padEnd(first), ...cells.map((cell, column) => String(cell).padStart(Math.max(8, columns[column]?.[0].length ?? 0)))].join('  ')
  const rows = names.map((name, index) =>
    row(
      name,
      columns.map(([head, guide, cells]) => (index === 0 ? head : (cells[index - 1] ?? guide))),
    ),
  )
  const own = behaviours.map(({ name, bytes }) => `${name} ${String(bytes)}`)
  console.log([...rows, `a chart's own behaviour, limit ${String(limits.behaviour)}: ${own.join(', ')}`].join('\n'))
})
