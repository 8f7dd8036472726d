import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { pressAll } from './bench/controls.ts'
import { loadHosts, printHosts } from './bench/embeds.ts'
import { loadCold, shiftAt } from './bench/load.ts'
import type { Load } from './bench/load.ts'
import { targetsOf } from './bench/targets.ts'
import type { Measured } from './bench/targets.ts'
import { makeVariants, variants } from './bench/variants.ts'
import { build, describe } from './build.ts'
import { chromiumFlags, ensureChromium } from './chromium.ts'
import { host } from './host.ts'
import { readSitemap } from './pages.ts'
import { reportAndExit } from './report.ts'

/*
 * Loads pages cold on a slow phone (processor a quarter as fast, 1.6 Mbit/s, 150 ms) as they are, without charts and scripts, and with the
 * same charts drawn by Observable Plot in the browser: `npm run bench`, or some pages only: `npm run bench -- indonesia-ecommerce/`. LOADS
 * says how often, five times unless told. Then loads a page of another site with a hundred charts. Bytes and layout shift that miss their
 * target end it with exit code 1; times are for a person to judge, because they depend on what else the machine does.
 */

console.log(describe(await build(process.cwd(), new Date()).catch(reportAndExit)))
const loads = Number(process.env.LOADS ?? 5)
const asked = process.argv.slice(2)
const folder = path.resolve('.build', `bench-${String(process.pid)}`)
const pages = asked.length > 0 ? asked : await storiesAndChart()
await makeVariants('dist', folder, pages)
const sites = await Promise.all(variants.map(async (variant) => ({ variant, ...(await host(path.join(folder, variant))) })))
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags })
const measured: Measured[] = []
for (const page of pages) measured.push(await measure(page))
const hosts = await measureHosts()
await browser.close()
for (const { server } of sites) {
  server.closeAllConnections()
  server.close()
}
await rm(folder, { recursive: true })

for (const each of measured) print(each)
printHosts(hosts)
const failed = measured.flatMap(targetsOf).some(({ figure, most, timed }) => !timed && figure > most)
process.exitCode = failed ? 1 : 0

/** Each story, and the first page of a chart. */
async function storiesAndChart(): Promise<string[]> {
  const { pages: all } = readSitemap('dist')
  const stories = await Promise.all(all.map(async (page) => ((await isStory(page)) ? [page] : [])))
  return [...stories.flat(), ...all.filter((page) => page.includes('/charts/')).slice(0, 1)]
}

async function isStory(page: string): Promise<boolean> {
  const html = await readFile(path.join('dist', page, 'index.html'), 'utf8')
  return html.includes('property="og:type" content="article"')
}

/** A hundred of the first embed in a page of somebody else. */
async function measureHosts(): ReturnType<typeof loadHosts> {
  const files = await readdir('dist', { recursive: true })
  const embed = files.filter((file) => /\bembed\b.[^.]+.index\.html$/.test(file)).sort()[0]
  const ours = sites.find(({ variant }) => variant === 'ours')
  if (embed === undefined || !ours) return new Map()
  return loadHosts(browser, `${ours.url}${path.dirname(embed).replaceAll(path.sep, '/')}/`)
}

/** Takes the three by turns, so that a busy minute of the machine falls on all of them. */
async function measure(page: string): Promise<Measured> {
  const seen = { ours: [] as Load[], plain: [] as Load[], plot: [] as Load[] }
  const presses: Map<string, number>[] = []
  const address = (site: (typeof sites)[number] | undefined): string => `${site?.url ?? ''}${page}`
  const ours = address(sites.find(({ variant }) => variant === 'ours'))
  for (let turn = 0; turn < loads; turn += 1) {
    for (const site of sites) seen[site.variant].push(await loadCold(browser, address(site), site.variant))
    presses.push(await pressAll(browser, ours))
    console.log(`/${page}: load ${String(turn + 1)} of ${String(loads)}`)
  }
  const part = /class="scrolly-step"[^>]* id="([^"]+)"/g
  const steps = [...(await readFile(path.join(folder, 'ours', page, 'index.html'), 'utf8')).matchAll(part)].map(([, id = '']) => id)
  return {
    page,
    story: await isStory(page),
    loads: { ours: middle(seen.ours), plain: middle(seen.plain), plot: middle(seen.plot) },
    shiftAtPart: await shiftAt(browser, `${ours}#${steps[1] ?? steps[0] ?? ''}`),
    presses: new Map(
      [...new Set(presses.flatMap((each) => [...each.keys()]))].map((name) => [name, median(presses.map((each) => each.get(name) ?? 0))]),
    ),
  }
}

function middle(all: readonly Load[]): Load {
  const [first] = all
  if (!first) throw new RangeError('invalid LOADS: 0; expected at least one')
  return Object.fromEntries(Object.keys(first).map((key) => [key, median(all.map((load) => load[key as keyof Load]))])) as unknown as Load
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function print(each: Measured): void {
  const {
    page,
    loads: { ours, plain, plot },
    presses,
  } = each
  const rows: [what: string, key: keyof Load, digits: number][] = [
    ['bytes', 'bytes', 0],
    ['requests', 'requests', 0],
    ['first contentful paint, ms', 'firstPaint', 0],
    ['largest contentful paint, ms', 'largestPaint', 0],
    ['all charts drawn, ms', 'drawn', 0],
    ['total blocking time, ms', 'blocking', 0],
    ['blocking while scrolled, ms', 'blockingInScroll', 0],
    ['layout shift', 'shift', 3],
    ['heap, bytes', 'heap', 0],
  ]
  const line = (...[what, ...cells]: string[]): string => [(what ?? '').padEnd(30), ...cells.map((cell) => cell.padStart(12))].join('')
  const ratio = (of: number, to: number): string => (to > 0 ? (of / to).toFixed(2) : '–')
  console.log(`\n/${page}`)
  console.log(line('', 'ours', 'no charts', 'Plot', '÷ no charts', '÷ Plot'))
  for (const [what, key, digits] of rows) {
    const figures = [ours[key], plain[key], plot[key]].map((figure) => figure.toFixed(digits))
    console.log(line(what, ...figures, ratio(ours[key], plain[key]), ratio(ours[key], plot[key])))
  }
  console.log('Longest time to the next paint, ms')
  for (const [name, time] of presses) console.log(line(`  ${name}`, time.toFixed(0)))
  console.log('Targets')
  for (const { what, figure, most } of targetsOf(each))
    console.log(`  ${figure <= most ? 'met    ' : 'not met'}  ${what}: ${figure.toFixed(2)}, at most ${most.toFixed(2)}`)
}
