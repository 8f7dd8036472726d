import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it, test } from 'vitest'
import { readStory } from '#story'
import { useBrowser, withPage } from './browser.ts'
import { pages, readBuilt } from './pages.ts'

const browser = useBrowser()
const site = inject('site')
/** In the order in which the data declares them. */
const charts = Object.keys((await readStory(process.cwd(), 'indonesia-ecommerce')).story.data.charts)

function visit<T>(options: Parameters<typeof withPage>[1], use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options }, async (page) => {
    await page.goto(`${site}embed/`)
    return use(page)
  })
}

test('the page for other desks is in the sitemap, and what stands in frames is not', () => {
  expect(pages).toContain('embed/')
  expect(pages.filter((page) => page.includes('/embed/'))).toEqual([])
})

it('is led to from the page about the site and from every chart’s page', () => {
  for (const page of ['about/', ...pages.filter((each) => each.includes('/charts/'))]) {
    const { document } = parseHTML(readBuilt(page))
    expect(document.querySelector('main a[href="/embed/"]'), page).not.toBeNull()
  }
})

it('shows every chart of the site, live and whole, through the script that it tells others to use', async () => {
  await visit({}, async (page) => {
    const shown = page.locator('pasar-chart')
    expect(await shown.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('src')?.split('/').at(-2)))).toEqual(charts)
    for (const [index, chart] of charts.entries()) {
      await shown.nth(index).scrollIntoViewIfNeeded()
      await expect.poll(() => page.frames().filter((frame) => frame.url().includes(`/embed/${chart}/`)).length, { message: chart }).toBe(1)
      const frame = page.frames().find((each) => each.url().includes(`/embed/${chart}/`))
      await frame?.locator('.box').waitFor()
      const element = await frame?.frameElement()
      const content = (): Promise<number | undefined> =>
        frame?.locator('.box').evaluate((box) => box.getBoundingClientRect().height) ?? Promise.resolve(0)
      await expect
        .poll(async () => Math.abs(((await element?.boundingBox())?.height ?? 0) - ((await content()) ?? 0)), { message: chart })
        .toBeLessThanOrEqual(2)
    }
  })
})

describe('the width of the column', () => {
  const width = (page: Page): Promise<number | undefined> =>
    page
      .locator('pasar-chart')
      .first()
      .boundingBox()
      .then((box) => box?.width)

  it('is chosen by key, or by one press for the usual ones', async () => {
    await visit({}, async (page) => {
      const range = page.getByRole('slider', { name: 'Column' })
      expect(await width(page)).toBe(660)
      await range.focus()
      await page.keyboard.press('ArrowLeft')
      expect(await width(page)).toBe(659)
      expect(await page.locator('.gauge output').textContent()).toBe('659 px')
      for (const stop of [200, 280, 330, 510, 660, 930, 1200]) {
        await page.getByRole('button', { name: String(stop), exact: true }).click()
        expect(await width(page)).toBe(stop)
        expect(await range.inputValue()).toBe(String(stop))
        expect(await page.locator('.gauge [aria-pressed=true]').allInnerTexts()).toEqual([String(stop)])
      }
    })
  })

  it('is never more than the screen has', async () => {
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      expect(await width(page)).toBe(328)
      expect(
        await page
          .locator('.gauge button')
          .evaluateAll((nodes) => nodes.filter((node) => node.checkVisibility()).map((node) => node.textContent.trim())),
      ).toEqual(['200', '280'])
      await page.setViewportSize({ width: 1280, height: 800 })
      await expect.poll(() => page.getByRole('button', { name: '1200', exact: true }).isVisible()).toBe(true)
    })
  })

  it('cannot be asked for without scripts', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.gauge').isVisible()).toBe(false)
      expect(await page.locator('.health button').isVisible()).toBe(false)
      expect(await page.locator('pasar-chart a img').count()).toBe(charts.length)
    })
  })
})

describe('embed health', () => {
  const examine = async (page: Page): Promise<string> => {
    await page.locator('.health button').press('Enter')
    const verdict = page.locator('.health output:has-text("checks")')
    await verdict.waitFor({ timeout: 110_000 })
    return (await verdict.textContent()) ?? ''
  }

  it('finds every chart well under every kind of host and sandbox', async () => {
    await visit({}, async (page) => {
      const verdict = await examine(page)
      const cells = await page
        .locator('.health td')
        .evaluateAll((nodes) => nodes.map((node) => `${node.getAttribute('class') ?? ''} ${node.textContent.trim()}`))
      expect(cells.filter((cell) => cell !== 'passes pass')).toEqual([])
      expect(verdict).toBe(`All ${String(cells.length)} checks pass.`)
      // Eleven kinds of host and the browser itself in two kinds of frame, and two checks of the one that runs nothing.
      expect(cells).toHaveLength(charts.length * (12 * 2 + 2))
      expect(await page.locator('.trials').count()).toBe(0)
    })
  })

  it('finds a chart that tells a wrong height and one that tells none', async () => {
    await visit({}, async (page) => {
      const say = (script: string) => ({ contentType: 'text/html', body: `<!doctype html><title>x</title><script>${script}</script>` })
      await page.route('**/embed/market-growth/?childId*', (route) => route.fulfill(say('parent.postMessage({ height: 10 }, "*")')))
      await page.route('**/embed/user-counts/?childId*', (route) => route.fulfill(say('')))
      const verdict = await examine(page)
      expect(verdict).toMatch(/^\d+ of \d+ checks fail\.$/)
      const row = (chart: string): Promise<string[]> =>
        page.locator('.health table').first().locator(`tr:has(th:text-is("${chart}")) td`).allTextContents()
      expect((await row('market-growth')).slice(0, 11)).toEqual([...Array.from({ length: 10 }, () => 'fail: –'), 'fail: 10'])
      expect((await row('user-counts')).slice(0, 11)).toEqual(Array.from({ length: 11 }, () => 'fail: –'))
      expect((await row('timeline')).every((cell) => cell === 'pass')).toBe(true)
    })
    // Eleven questions to four frames that nobody answers take their time.
  }, 300_000)

  it('says of each table what it is about, and of each row and column', async () => {
    await visit({}, async (page) => {
      for (const caption of [
        'In a plain frame',
        'In a frame with sandbox="allow-scripts"',
        'In a frame that may run nothing, sandbox=""',
      ]) {
        const table = page.getByRole('table', { name: caption })
        expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(charts)
        expect(await table.getByRole('columnheader').count()).toBeGreaterThan(2)
      }
    })
  })
})
