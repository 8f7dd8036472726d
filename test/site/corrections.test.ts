import { execFile } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { serve } from '../../src/commands/serve.ts'
import { createFolder, plainEnvironment, story } from '../commands/folder.ts'
import type { Folder } from '../commands/folder.ts'
import { faultsOf, readXml } from '../outlets/atom.ts'
import { replaceIn } from '../story/tiny.ts'
import { useBrowser, withPage } from './browser.ts'
import { charted, readBuilt } from './pages.ts'

const browser = useBrowser()
const base = '/desk/'
let folder: Folder
let server: Awaited<ReturnType<typeof serve>> | undefined
let site: string
/** Copies that were frozen before and after the correction, as addresses from the site's root. */
let [before, after] = ['', '']

// The words of a second chart of the same kind.
const again = story['en.yaml'].slice(story['en.yaml'].indexOf('  dots:')).replace('dots:', 'heap:').replace("shops'", "shops again'")
const corrected = {
  'data.ts': replaceIn(replaceIn(story['data.ts'], 'value: 4e6', 'value: 5e6'), `updated: '2024-01-01'`, `updated: '2024-02-01'`).replace(
    '  charts: {\n',
    `  corrections: {\n    recount: { date: '2024-02-01', fact: 'shops', from: 4e6, to: 5e6 },\n    retired: { date: '2024-02-01', chart: 'heap', status: 'superseded', by: 'dots' },\n  },\n  charts: {\n    heap: { form: 'counts', dot: 1e6, fields: [{ count: 'shops' }] },\n`,
  ),
  'en.yaml': `${story['en.yaml']}${again}\ncorrections:\n  recount: The firm counted again.\n  retired: It showed too few shops.\n`,
  'en.mdx': replaceIn(story['en.mdx'], '<Chart id="dots" />', '<Chart id="dots" />\n\n<Chart id="heap" />'),
}
const message = 'Corrected on 1 February 2024: We said 4 million; it is 5 million. The firm counted again.'

/** Freezes the chart of the small story, which builds it, and says where the copy will be. */
async function freeze(): Promise<string> {
  const options = { cwd: folder.root, env: { ...plainEnvironment(), BASE_PATH: base } }
  const { stdout } = await promisify(execFile)(process.execPath, ['src/commands/freeze.ts', 'tiny', 'dots'], options)
  const [copy = ''] = /(?<=public\/)frozen\/tiny\/dots\/[\w-]+/.exec(stdout) ?? []
  return `${copy}/`
}

beforeAll(async () => {
  folder = await createFolder()
  before = await freeze()
  await folder.write(corrected)
  after = await freeze()
  // As the next release would have it.
  const dist = path.join(folder.root, 'dist')
  await cp(path.join(folder.root, 'public', 'frozen'), path.join(dist, 'frozen'), { recursive: true })
  server = await serve(dist, 0, base)
  site = server.url
}, 600_000)
afterAll(async () => {
  server?.server.closeAllConnections()
  server?.server.close()
  await folder.remove()
})

/** Opens a page of the corrected site once all that it asks for is there, and says what it complained of. */
async function open(page: Page, address: string): Promise<string[]> {
  const said: string[] = []
  page.on('console', (line) => said.push(line.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(site + address, { waitUntil: 'networkidle' })
  return said
}

describe('a correction', () => {
  it('is told by the live embed and by a copy frozen before it, and leads to what was said', async () => {
    for (const embed of ['tiny/embed/dots/', before])
      await withPage(browser(), {}, async (page) => {
        const said = await open(page, embed)
        const link = page.locator('figure > .status a')
        await link.waitFor()
        expect(await link.textContent(), embed).toBe(message)
        expect(await link.evaluate((node) => (node as HTMLAnchorElement).href)).toBe(`${site}tiny/charts/dots/#correction-recount`)
        expect(said).toEqual([])
      })
  })

  it('is not told by a copy that was frozen after it, which asked', async () => {
    expect(after).not.toBe(before)
    await withPage(browser(), {}, async (page) => {
      const answered = page.waitForResponse(`${site}tiny/embed/dots/status/recount.json`)
      const said = await open(page, after)
      expect(await (await answered).json()).toEqual({ status: 'current' })
      expect(await page.locator('figure').textContent()).toContain('5 million')
      expect(await page.locator('.status').count()).toBe(0)
      expect(said).toEqual([])
    })
  })

  it('is marked after the figure and where it is explained, and told at the end of the story', async () => {
    await withPage(browser(), {}, async (page) => {
      const said = await open(page, 'tiny/')
      expect(await page.locator('.prose p').first().innerText()).toMatch(/^There are 5\smillioncorrected of them\.$/)
      const marks = page.getByRole('link', { name: 'Corrected on 1 February 2024' })
      expect(await marks.count()).toBeGreaterThan(1)
      await marks.first().click()
      expect(new URL(page.url()).hash).toBe('#correction-recount')
      expect(await page.locator('#correction-recount').innerText()).toBe(
        'Corrected on 1 February 2024\nShops\nWe said 4 million; it is 5 million. The firm counted again.',
      )
      expect(await page.locator('#correction-recount').isVisible()).toBe(true)
      expect(
        await page
          .locator('.corrected')
          .first()
          .evaluate((node) => getComputedStyle(node).verticalAlign),
      ).toBe('super')
      expect(said).toEqual([])
    })
  })

  it('is told on the page of a chart that shows the fact', async () => {
    await withPage(browser(), {}, async (page) => {
      const said = await open(page, 'tiny/charts/dots/#correction-recount')
      expect(await page.locator('#corrections').innerText()).toContain('We said 4 million; it is 5 million.')
      expect(said).toEqual([])
    })
  })

  it('of a chart as a whole is said over it, in the story and on its page, and leads to what stands for it', async () => {
    await withPage(browser(), {}, async (page) => {
      const said = await open(page, 'tiny/')
      await page.locator('#heap figcaption a', { hasText: 'Replaced on 1 February 2024' }).click()
      expect(new URL(page.url()).hash).toBe('#correction-retired')
      expect(await page.locator('#dots figcaption a').count()).toBe(0)
      await page.goto(`${site}tiny/charts/heap/`)
      const [list, chart] = [await page.locator('#corrections').boundingBox(), await page.locator('#heap').boundingBox()]
      expect(list?.y ?? 0).toBeLessThan(chart?.y ?? 0)
      await page.locator('#correction-retired a').click()
      expect(page.url()).toBe(`${site}tiny/charts/dots/`)
      expect(said).toEqual([])
    })
  })

  it('gives axe nothing to find, light or dark, narrow or wide', async () => {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    await withPage(browser(), { reducedMotion: 'reduce' }, async (page) => {
      for (const address of ['tiny/', 'tiny/charts/dots/', 'tiny/charts/heap/']) {
        await page.goto(site + address)
        await page.evaluate(source)
        for (const width of [320, 1280])
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.setViewportSize({ width, height: 800 })
            await page.emulateMedia({ colorScheme })
            const violations = await page.evaluate(async () => {
              const { axe: auditor } = window as unknown as { axe: typeof axe }
              const found = await auditor.run('.prose, .corrections, .chart-page', { resultTypes: ['violations'] })
              return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
            })
            expect(violations, `${address} ${colorScheme} ${String(width)}`).toEqual([])
          }
      }
    })
  })

  it('is in the feed, and none is while nothing was corrected', async () => {
    const read = async (dist: string): Promise<string> => readFile(path.join(dist, 'feed.xml'), 'utf8')
    const feed = await read(path.join(folder.root, 'dist'))
    expect(faultsOf(readXml(feed))).toEqual([])
    expect(feed).toContain('https://pasar.example/desk/tiny/#correction-recount</id>')
    for (const dist of [inject('folder'), inject('subpathFolder')]) {
      const own = await read(dist)
      expect(faultsOf(readXml(own))).toEqual([])
      expect(own).not.toContain('#correction-')
    }
  })
})

it('costs a page that has none not a byte', () => {
  expect(charted.length).toBeGreaterThan(8)
  for (const page of charted) expect(readBuilt(page), page).not.toMatch(/class="correct|\.correct(?:ed|ions)\b|id="correct/)
})

it('the feed is XML to a browser, of its own type, and offered where a reader looks for what is new', async () => {
  await withPage(browser(), {}, async (page) => {
    for (const address of ['', 'about/']) {
      await page.goto(inject('subpath') + address)
      const offered = page.locator('link[type="application/atom+xml"]')
      expect(await offered.getAttribute('href')).toBe('/desk/pasar/feed.xml')
      expect(await offered.getAttribute('title')).toBe('Pasar: new stories and corrections')
    }
    expect(await page.locator('a[href="/desk/pasar/feed.xml"]').count()).toBe(1)
    const response = await page.request.get(`${inject('subpath')}feed.xml`)
    expect(response.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
    const root = await page.evaluate(
      (text) => {
        const read = new DOMParser().parseFromString(text, 'application/xml')
        return read.querySelector('parsererror')?.textContent ?? read.documentElement.localName
      },
      await response.text(),
    )
    expect(root).toBe('feed')
  })
})
