import { parseHTML } from 'linkedom'
import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { charted, readBuilt, stories } from './pages.ts'

const browser = useBrowser()
const documentOf = (page: string): Document => parseHTML(readBuilt(page)).document
const told = [...new Set([...stories, ...charted])].filter((page) => documentOf(page).querySelector('.languages'))

// A story in one language has no other to lead to.
describe.runIf(told.length > 0)('a page in several languages', () => {
  it.each(told)('names them to search engines as each of the others does: /%s', (page) => {
    const links = [...documentOf(page).querySelectorAll('link[hreflang]')].map((link) => [
      link.getAttribute('hreflang'),
      link.getAttribute('href') ?? '',
    ])
    expect(links.at(-1)).toEqual(['x-default', links[0]?.[1]])
    for (const [tag, address = ''] of links.slice(0, -1)) {
      const other = documentOf(new URL(address ?? '').pathname.slice(1))
      expect(other.documentElement.lang).toBe(tag)
      expect([...other.querySelectorAll('link[hreflang]')].map((link) => link.getAttribute('href'))).toEqual(links.map(([, href]) => href))
    }
  })

  const [story = ''] = told.filter((page) => stories.includes(page))

  it.each([320, 768, 1280])('offers them by name, on one line and each large enough for a finger, %d px wide', async (width) => {
    await withPage(browser(), { viewport: { width, height: 800 } }, async (page) => {
      await page.goto(`${inject('site')}${story}`)
      const boxes = await page
        .locator('.languages a')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON() as DOMRect))
      expect(boxes.length).toBeGreaterThan(1)
      for (const { height, width: across } of boxes) {
        expect(height).toBeGreaterThanOrEqual(24)
        expect(across).toBeGreaterThanOrEqual(24)
      }
      expect(new Set(boxes.map(({ y }) => y)).size).toBe(1)
      // What stays on top of the page while it is read is no higher than it was.
      await page.mouse.wheel(0, 2000)
      await page.waitForFunction(() => scrollY > 1000)
      expect(await page.locator('.masthead').evaluate((masthead) => masthead.getBoundingClientRect().bottom)).toBeLessThanOrEqual(52)
    })
  })

  it('keeps the place of whoever changes the language, and leads to the beginning from there', async () => {
    await withPage(browser(), { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' }, async (page) => {
      await page.goto(`${inject('site')}${story}`)
      const other = page.locator('.languages a:not([aria-current])').first()
      const sections = await page.locator('.prose > section').evaluateAll((nodes) => nodes.map(({ id }) => id))
      const last = sections.at(-1) ?? ''
      await page.evaluate((id) => document.getElementById(id)?.querySelector('h2')?.scrollIntoView(), last)
      // By the mouse, which scrolls nothing: a locator would first bring what lies over the page into view.
      const { x = 0, y = 0, width = 0, height = 0 } = (await other.boundingBox()) ?? {}
      await page.mouse.click(x + width / 2, y + height / 2)
      await page.waitForURL((url) => url.hash === `#${last}`)
      await page.goto(`${inject('site')}${story}`)
      await other.click()
      await page.waitForURL((url) => url.pathname !== `/${story}`)
      expect(new URL(page.url()).hash).toBe('')
    })
  })

  it('keeps the view of a chart that its address names', async () => {
    const [chart = ''] = told.filter((page) => page.includes('/charts/') && readBuilt(page).includes(' data-views="'))
    const { id, dataset } = documentOf(chart).querySelector<HTMLElement>('figure.chart') ?? { id: '', dataset: { views: '' } }
    const view = dataset.views?.split(' ')[0] ?? ''
    await withPage(browser(), { viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(`${inject('site')}${chart}#${id}/${view}`)
      await page.locator(`figure[data-view="${view}"]`).waitFor()
      await page.locator('.languages a:not([aria-current])').first().click()
      await page.waitForURL((url) => url.pathname !== `/${chart}` && url.hash === `#${id}/${view}`)
    })
  })

  it('keeps what was chosen of a ledger', async () => {
    await withPage(browser(), { viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(`${inject('site')}${story}sources/?kind=claimed`)
      await page.locator('.languages a:not([aria-current])').first().click()
      await page.waitForURL((url) => url.pathname !== `/${story}sources/` && url.search === '?kind=claimed')
      expect(await page.locator('.filters select').first().inputValue()).toBe('claimed')
    })
  })

  it('leads to the same page without scripts', async () => {
    await withPage(browser(), { javaScriptEnabled: false }, async (page) => {
      await page.goto(`${inject('site')}${story}`)
      const link = page.locator('.languages a:not([aria-current])').first()
      const tag = await link.getAttribute('hreflang')
      await link.click()
      expect(await page.locator('html').getAttribute('lang')).toBe(tag)
    })
  })
})
