import type { Page } from 'playwright-core'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from '../site/browser.ts'

const browser = useBrowser()
const posts = inject('posts')
const measured: string[] = []
const patience = { timeout: 10_000 }

/** Heights of the frame and of what is in it. */
async function measure(page: Page): Promise<{ frame: number; box: number }> {
  const frame = await page.locator('iframe').boundingBox()
  const box = await page.frameLocator('iframe').locator('.box').boundingBox()
  return { frame: frame?.height ?? 0, box: box?.height ?? 0 }
}

afterAll(() => {
  console.log(['pasted address: height of the frame in WordPress, of the embed', ...measured].join('\n'))
})

it('is tried with every chart', () => {
  expect(posts.length).toBeGreaterThan(9)
})

describe.each(posts)('the pasted address of $name', ({ name, url, embed }) => {
  it.each([360, 720])('shows the chart in a frame of its height, in a window of %d px', async (width) => {
    await withPage(browser(), { viewport: { width, height: 800 } }, async (page) => {
      const said: string[] = []
      page.on('pageerror', (error) => said.push(error.message))
      await page.goto(url)
      const frame = page.locator('iframe')
      // WordPress adds a secret, and a sandbox in which the origin is hidden.
      expect((await frame.getAttribute('src'))?.replace(/#.*/, '')).toBe(embed)
      expect(await frame.getAttribute('sandbox')).toBe('allow-scripts')

      // It hides the frame until the frame answers with the secret, then hides the link.
      await expect.poll(() => frame.getAttribute('style'), patience).toBeNull()
      expect(await page.locator('blockquote').isVisible()).toBe(false)
      expect(await frame.isVisible()).toBe(true)

      // No frame is lower than 200 px there, and none higher than 1000: what is below is reached by scrolling in it.
      const difference = async (): Promise<number> => {
        const heights = await measure(page)
        return Math.abs(heights.frame - Math.min(1000, Math.max(200, heights.box)))
      }
      await expect.poll(difference, patience).toBeLessThanOrEqual(2)
      const heights = await measure(page)
      if (heights.box > 1000) {
        await frame.hover()
        await page.mouse.wheel(0, 3000)
        const inner = page.frames()[1]
        await expect.poll(() => inner?.evaluate(() => scrollY), patience).toBeGreaterThan(heights.box - 1010)
      }
      measured.push(`${name} at ${String(width)}: ${String(heights.frame)}, ${heights.box.toFixed(1)}`)
      expect(said).toEqual([])
      await page.screenshot({ path: `shots/wordpress/${name.replaceAll(/\W+/g, '-')}-${String(width)}.png`, fullPage: true })
    })
  })

  it('leads from the chart to its story', async () => {
    await withPage(browser(), {}, async (page) => {
      await page.goto(url)
      await page.frameLocator('iframe').locator('a.quiet').click()
      await page.waitForURL(`${new URL(embed).origin}/indonesia-ecommerce/#*`)
      expect(await page.locator('h1').isVisible()).toBe(true)
    })
  })
})
