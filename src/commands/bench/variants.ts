import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { build } from 'vite'
import { readAllContent } from '#prose'
import type { Chart } from './client/chart.ts'
import { dataOf } from './data.ts'

/** The three ways a page is measured: as it is, without charts and scripts, and with its charts drawn in the browser. */
export const variants = ['ours', 'plain', 'plot'] as const
export type Variant = (typeof variants)[number]

/** Parts of a figure that are the chart; its words and its source stay. */
const chartParts = ['.drawing', '.numbers', '.views', '.play', '.walk', '.choose', 'noscript'].join()

/**
 * Makes the three sites of some pages from the built one.
 *
 * @param built folder of the built site
 * @param folder where they go, each under its name
 * @param pages addresses from the site's root
 */
export async function makeVariants(built: string, folder: string, pages: readonly string[]): Promise<void> {
  for (const variant of variants) await cp(built, path.join(folder, variant), { recursive: true })
  for (const page of pages) {
    const file = path.join(page, 'index.html')
    const html = await readFile(path.join(built, file), 'utf8')
    await writeFile(path.join(folder, 'plain', file), htmlOf(withoutCharts(html)))
    await drawInBrowser(html, path.join(folder, 'plot', page))
  }
}

/** The page's words, styles and fonts. Its own rules would refuse the styles that Plot writes, so they go from both. */
function withoutCharts(html: string): Document {
  const { document } = parseHTML(html)
  const code = 'script:not([type="application/ld+json"]), link[rel=modulepreload], meta[http-equiv="content-security-policy"]'
  for (const node of document.querySelectorAll(`${code}, figure.chart :is(${chartParts})`)) node.remove()
  return document
}

function htmlOf(document: Document): string {
  return `<!doctype html>${document.documentElement.outerHTML}`
}

/** The same page as a newsroom would ship it with Plot: one minified script of what it draws, its data asked for at once. */
async function drawInBrowser(html: string, folder: string): Promise<void> {
  const document = withoutCharts(html)
  const figures = [...document.querySelectorAll('figure.chart')]
  const charts = await Promise.all(figures.map((figure) => chartData(figure.id)))
  for (const figure of figures) {
    const place = document.createElement('div')
    place.className = 'plot'
    figure.querySelector('figcaption')?.after(place)
  }
  const script = await bundle(
    charts.map(({ form }) => form),
    folder,
  )
  const data = ['charts.json', ...(charts.some(({ form }) => form === 'places') ? ['land.json'] : [])]
  document.head.insertAdjacentHTML(
    'beforeend',
    [
      `<script type="module" src="${script}"></script>`,
      ...data.map((name) => `<link rel="preload" href="${name}" as="fetch" crossorigin>`),
    ].join(''),
  )
  await writeFile(path.join(folder, 'charts.json'), JSON.stringify(charts))
  await cp(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), path.join(folder, 'land.json'))
  await writeFile(path.join(folder, 'index.html'), htmlOf(document))
}

async function chartData(id: string): Promise<Chart> {
  const editions = (await readAllContent(process.cwd())).flatMap(({ editions: [first] }) => first)
  const edition = editions.find(({ telling }) => id in telling.story.data.charts)
  if (!edition) throw new RangeError(`unknown chart "${id}"`)
  return dataOf(edition.telling, id)
}

/** @returns the script's name in the folder */
async function bundle(forms: readonly Chart['form'][], folder: string): Promise<string> {
  const entry = path.join(folder, 'entry.js')
  const name = path.join(folder, 'drawn')
  const client = path.resolve('src/commands/bench/client')
  const used = [...new Set(forms)]
  await mkdir(name)
  await writeFile(
    entry,
    [
      ...used.map((form) => `import { ${form} } from '${client}/${form}.ts'`),
      `import { start } from '${client}/start.ts'`,
      `void start({ ${used.join(', ')} })`,
    ].join('\n'),
  )
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { outDir: name, modulePreload: false, rolldownOptions: { input: entry, output: { entryFileNames: 'charts.js' } } },
  })
  return 'drawn/charts.js'
}
