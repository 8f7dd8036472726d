import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { readPastes, useDesk } from './desk.ts'
import { isOriginal, pages } from './pages.ts'
import { watchShifts } from './shifts.ts'

const browser = useBrowser()
const desk = useDesk()
const charts = pages
  .filter((page) => page.includes('/charts/') && isOriginal(page))
  .map((page) => ({ page, chart: page.split('/').at(-2) ?? '' }))
const growth = readPastes('indonesia-ecommerce/charts/market-growth/')
const snippet = growth.get('Snippet') ?? ''

const article = (pasted: string, width: number): string =>
  `<p>Before.</p><div style="width:${String(width)}px">${pasted}</div><p id="after">After.</p>`

/** Opens an article on another origin and waits until nothing more comes. */
async function read<T>(pasted: string, width: number, use: (page: Page) => Promise<T>, javaScriptEnabled = true): Promise<T> {
  return withPage(browser(), { viewport: { width: Math.max(400, width + 40), height: 1400 }, javaScriptEnabled }, async (page) => {
    await watchShifts(page)
    await page.goto(desk.serve(article(pasted, width)))
    await page.waitForLoadState('networkidle')
    return use(page)
  })
}

/** Waits for every frame and gives the height of each and of what is in it. */
async function heights(page: Page, count = 1): Promise<{ frame: number; content: number }[]> {
  await expect.poll(() => page.frames().length).toBe(count + 1)
  const frames = page.frames().slice(1)
  return Promise.all(
    frames.map(async (frame) => {
      await frame.locator('.box').waitFor()
      const element = await frame.frameElement()
      await expect.poll(() => element.isVisible()).toBe(true)
      return {
        frame: (await element.boundingBox())?.height ?? 0,
        content: await frame.locator('.box').evaluate((box) => box.getBoundingClientRect().height),
      }
    }),
  )
}

describe.each(charts)('the snippet of $chart in an article of another site', ({ page: address }) => {
  const pasted = readPastes(address).get('Snippet') ?? ''

  it.each([320, 600, 1000])('shows the chart whole in a column of %d px and moves nothing', async (width) => {
    await read(pasted, width, async (page) => {
      const [height] = await heights(page)
      expect(height?.content).toBeGreaterThan(300)
      expect(Math.abs((height?.frame ?? 0) - (height?.content ?? 0))).toBeLessThanOrEqual(2)
      expect(await page.evaluate(() => window.shifts)).toEqual([])
    })
  })
})

it.each([330, 510, 660])('takes the same room in a column of %d px with its script and without', async (width) => {
  const places = await Promise.all(
    [true, false].map((scripts) =>
      read(
        snippet,
        width,
        async (page) => {
          if (scripts) await heights(page)
          return (await page.locator('#after').boundingBox())?.y ?? 0
        },
        scripts,
      ),
    ),
  )
  expect(Math.abs((places[0] ?? 0) - (places[1] ?? 0))).toBeLessThanOrEqual(2)
})

it('is a picture that leads to the chart, with its words and in its own proportions, where there are no scripts', async () => {
  await read(
    snippet,
    600,
    async (page) => {
      const image = page.locator('pasar-chart a img')
      expect(await image.getAttribute('alt')).toMatch(/\S.{40,}/)
      expect(await page.locator('pasar-chart a').getAttribute('href')).toBe(`${inject('site')}indonesia-ecommerce/#market-growth`)
      const sizes = await image.evaluate((node) => {
        const { naturalWidth, naturalHeight } = node as HTMLImageElement
        return { natural: [naturalWidth, naturalHeight], said: ['width', 'height'].map((name) => Number(node.getAttribute(name))) }
      })
      expect(sizes.natural).toEqual(sizes.said)
      const [picture, column] = [await image.boundingBox(), await page.locator('pasar-chart').boundingBox()]
      expect(picture?.width).toBe(600)
      expect(picture?.height).toBe(column?.height)
    },
    false,
  )
})

it('leaves several charts on a page to themselves, the same one in other colours too', async () => {
  const dark = snippet.replaceAll('/embed/market-growth/', '/embed/market-growth/?theme=dark')
  const others = charts.slice(1, 4).map(({ page }) => readPastes(page).get('Snippet') ?? '')
  await read([snippet, dark, ...others].join('\n'), 600, async (page) => {
    // They are lazy: each is loaded as it is come to.
    for (const chart of await page.locator('pasar-chart').all()) await chart.scrollIntoViewIfNeeded()
    const each = await heights(page, 5)
    for (const { frame, content } of each) expect(Math.abs(frame - content)).toBeLessThanOrEqual(2)
    expect(await page.evaluate(() => window.shifts)).toEqual([])
  })
})

it('is whole where its style is taken out and where it is pasted before its script is known', async () => {
  const bare = snippet.replace(/<style>[^]*?<\/style>/, '')
  expect(bare).not.toContain('<style')
  await read(bare, 600, async (page) => {
    const [height] = await heights(page)
    expect(Math.abs((height?.frame ?? 0) - (height?.content ?? 0))).toBeLessThanOrEqual(2)
  })
})

it('leaves, where scripts and unknown elements are taken out, what the dialog says', () => {
  const left = snippet
    .replaceAll(/<style>[^]*?<\/style>|<script[^]*?<\/script>/g, '')
    .replaceAll(/<\/?pasar-chart[^>]*>/g, '')
    .trim()
  expect(left).toBe(growth.get('Without scripts and unknown elements, a picture stays that leads to the chart:'))
})

describe('the plain iframe in an article of another site', () => {
  const iframe = growth.get('Iframe') ?? ''

  it.each([320, 600, 1000])('fits a column of %d px without any script', async (width) => {
    await read(iframe, width, async (page) => {
      const frame = page.locator('iframe')
      expect(await frame.evaluate(() => CSS.supports('frame-sizing', 'content-height'))).toBe(true)
      const box = frame.contentFrame().locator('.box')
      await box.waitFor()
      await expect
        .poll(async () => Math.abs(((await box.boundingBox())?.height ?? 0) - ((await frame.boundingBox())?.height ?? 0)))
        .toBeLessThanOrEqual(2)
    })
  })

  it.each([330, 510, 660, 930, 1200])('is high enough in a column of %d px where the browser cannot fit it', async (width) => {
    const fixed = growth.get('Without its style, it still has its height:') ?? ''
    expect(fixed).not.toBe('')
    await read(fixed, width, async (page) => {
      const frame = page.locator('iframe')
      const box = frame.contentFrame().locator('.box')
      await box.waitFor()
      expect((await box.boundingBox())?.height).toBeLessThanOrEqual((await frame.boundingBox())?.height ?? 0)
    })
  })
})
