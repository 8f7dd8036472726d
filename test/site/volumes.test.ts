import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'

const browser = useBrowser()
const chart = '#parcel-volumes'

/** Opens the page with a clock that stands until it is moved. */
function visit<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), { viewport: { width: 1280, height: 900 }, ...options }, async (page) => {
    await page.clock.install({ time: 0 })
    await page.goto(`${inject('site')}indonesia-ecommerce/${chart}`)
    await page.locator(`${chart} .drawing[role=application]`).waitFor()
    await page.clock.pauseAt(60_000)
    return use(page)
  })
}

const counter = (page: Page) => page.locator(`${chart} .running text:first-child`).filter({ visible: true })
const count = async (page: Page): Promise<number> => Number((await counter(page).textContent())?.replaceAll(',', ''))
/** Parcels that the field of squares shows now. */
const squares = (page: Page): Promise<number> =>
  page
    .locator(`${chart} svg`)
    .filter({ visible: true })
    .locator('[data-across]')
    .evaluate((field) => {
      const rows = field.getAttribute('d')?.match(/h[\d.]+/g) ?? []
      const pitch = Number(field.getAttribute('stroke-width')) + 1
      return rows.reduce((sum, row) => sum + Number(row.slice(1)) / pitch, 0)
    })
const scrollTo = async (page: Page, selector: string): Promise<void> => {
  await page.locator(selector).evaluate((node) => {
    node.scrollIntoView({ behavior: 'instant' })
  })
  // Whether it is seen is told to it after the next frame, which is the browser's own and not the clock's.
  await page.evaluate(
    (target) =>
      new Promise<void>((resolve) => {
        const observer = new IntersectionObserver(() => {
          observer.disconnect()
          resolve()
        })
        observer.observe(document.querySelector(target) ?? document.body)
      }),
    selector,
  )
}
const setVisibility = (page: Page, state: 'visible' | 'hidden'): Promise<void> =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

const rate = 3e6 / 86_400

describe('the counter of parcels', () => {
  it('counts at the claimed pace, and a square a parcel until the minute is full', async () => {
    await visit({}, async (page) => {
      await page.clock.runFor(1000)
      const [before, filled] = [await count(page), await squares(page)]
      await page.clock.runFor(10_000)
      expect((await count(page)) - before).toBeGreaterThanOrEqual(Math.floor(10 * rate) - 2)
      expect((await count(page)) - before).toBeLessThanOrEqual(Math.ceil(10 * rate) + 2)
      expect((await squares(page)) - filled).toBeCloseTo(10 * rate, -1)
      await page.clock.runFor(50_000)
      expect(await squares(page)).toBeLessThan(filled + 5)
    })
  })

  it('rests off the screen and in a hidden tab, and has lost nothing when it is seen again', async () => {
    await visit({}, async (page) => {
      await page.clock.runFor(100)
      const rests: [string, () => Promise<void>, () => Promise<void>][] = [
        ['off the screen', () => scrollTo(page, '#timeline'), () => scrollTo(page, chart)],
        ['in a hidden tab', () => setVisibility(page, 'hidden'), () => setVisibility(page, 'visible')],
      ]
      for (const [where, leave, back] of rests) {
        await leave()
        const before = await page.locator(`${chart} .running text:first-child`).allTextContents()
        await page.clock.runFor(20_000)
        expect(await page.locator(`${chart} .running text:first-child`).allTextContents(), where).toEqual(before)
        await back()
        await page.clock.runFor(100)
        expect((await count(page)) - Number(before.at(-1)?.replaceAll(',', '')), where).toBeGreaterThan(20 * rate - 2)
      }
    })
  })

  it('stands still at a minute’s worth for a reader who asked for less motion', async () => {
    await visit({ reducedMotion: 'reduce' }, async (page) => {
      const drawn = await page.locator(`${chart} .drawing`).innerHTML()
      const still = page.locator(`${chart} .still`).filter({ visible: true })
      expect(await still.textContent()).toContain('parcels a minute')
      expect(await squares(page)).toBeCloseTo(60 * rate, -1)
      expect(await counter(page).count()).toBe(0)
      await page.clock.runFor(5000)
      expect(await page.locator(`${chart} .drawing`).innerHTML()).toBe(drawn)
    })
  })

  it('is told to a screen reader once, as a minute’s worth, and never counts aloud', async () => {
    await visit({}, async (page) => {
      const sentence = page.locator(`${chart} .unseen`, { hasText: 'a minute' })
      expect(await sentence.count()).toBe(1)
      await page.evaluate((figure) => {
        const told: string[] = []
        Object.assign(window, { told })
        new MutationObserver((changes) => {
          for (const { target } of changes)
            if (!(target instanceof Element ? target : target.parentElement)?.closest('svg[aria-hidden=true]')) told.push(target.nodeName)
        }).observe(document.querySelector(figure) ?? document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
      }, chart)
      const before = await count(page)
      await page.clock.runFor(5000)
      expect(await count(page)).toBeGreaterThan(before)
      expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([])
    })
  })

  it.each([320, 360, 1280])('moves nothing as its digits grow, and keeps them on the drawing, at %i px', async (width) => {
    await visit({ viewport: { width, height: 800 } }, async (page) => {
      await page.evaluate(() => document.fonts.ready)
      /** Where each text of the drawing begins, and how far the number is from the drawing's right edge. */
      const measure = (): Promise<{ room: number; places: number[][] }> =>
        page
          .locator(`${chart} svg`)
          .filter({ visible: true })
          .evaluate((svg) => {
            const frame = svg.getBoundingClientRect()
            const texts = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect())
            return {
              room: frame.right - (svg.querySelector('.running text')?.getBoundingClientRect().right ?? Infinity),
              places: [...texts.map(({ left, top }) => [left - frame.left, top - frame.top].map(Math.round)), [Math.round(frame.height)]],
            }
          })
      await page.clock.runFor(100)
      const { places } = await measure()
      // A tab that stays open for a month.
      await page.clock.fastForward(30 * 86_400_000)
      await page.clock.runFor(100)
      expect(await count(page)).toBeGreaterThan(89e6)
      const grown = await measure()
      expect(grown.places).toEqual(places)
      expect(grown.room).toBeGreaterThan(0)
    })
  })
})
