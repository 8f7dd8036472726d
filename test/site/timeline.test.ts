import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, inject, it, test } from 'vitest'
import { useBrowser, withPage } from './browser.ts'

const browser = useBrowser()
const chart = '#timeline'
const phone = { hasTouch: true, isMobile: true }

function visit<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options }, async (page) => {
    await page.goto(`${inject('site')}indonesia-ecommerce/${chart}`)
    await page.locator(`${chart} .drawing[role=application]`).waitFor()
    return use(page)
  })
}

const tip = (page: Page): Promise<string> => page.locator(`${chart} .tip`).innerText()
const voice = (page: Page): Promise<string | null> => page.locator(`${chart} .voice`).textContent()
const marks = (page: Page): Promise<string[]> =>
  page.locator(`${chart} tbody tr[id]`).evaluateAll((rows) => rows.map((row) => row.id.slice(row.id.indexOf('/') + 1)))
const pointed = (page: Page): Promise<string | null> =>
  page.locator(`${chart} svg .pointed`).filter({ visible: true }).first().getAttribute('data-mark')

describe('the events', () => {
  it('are walked by buttons, from the first to the last and no further', async () => {
    await visit({}, async (page) => {
      const [back, on] = [page.locator(`${chart} [data-step="-1"]`), page.locator(`${chart} [data-step="1"]`)]
      const events = await marks(page)
      expect(events.length).toBeGreaterThan(15)
      await on.click()
      expect(await pointed(page)).toBe(events[0])
      await on.click()
      expect(await pointed(page)).toBe(events[1])
      await back.click()
      await back.click()
      expect(await pointed(page)).toBe(events[0])
      for (const event of events) {
        expect(await pointed(page)).toBe(event)
        await on.click()
      }
      expect(await pointed(page)).toBe(events.at(-1))
      await page.keyboard.press('Escape')
      expect(await page.locator(`${chart} .tip`).isVisible()).toBe(false)
    })
  })

  it('are walked by keys and by buttons from one and the same event', async () => {
    await visit({}, async (page) => {
      const events = await marks(page)
      await page.locator(`${chart} .drawing`).focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowRight')
      expect(await pointed(page)).toBe(events[2])
      await page.locator(`${chart} [data-step="1"]`).click()
      expect(await pointed(page)).toBe(events[3])
      await page.locator(`${chart} .drawing`).focus()
      await page.keyboard.press('End')
      expect(await pointed(page)).toBe(events.at(-1))
    })
  })

  it('say how long before or after the ban they were, in the tip and aloud', async () => {
    await visit({}, async (page) => {
      const drawing = page.locator(`${chart} .drawing`)
      await drawing.focus()
      await page.keyboard.press('Home')
      const said: string[] = []
      const events = await marks(page)
      while (said.length < events.length) {
        expect(await voice(page)).toBe((await tip(page)).split('\n').join('. '))
        said.push((await voice(page)) ?? '')
        await page.keyboard.press('ArrowDown')
      }
      expect(said[0]).toContain('1 day before the ban came into force')
      expect(said[1]).toContain('the day the ban came into force')
      expect(said.slice(2).filter((words) => !/\d days? after the ban came into force/.test(words))).toEqual([])
    })
  })

  it('left out by a view are left out of the walk', async () => {
    await visit({}, async (page) => {
      await page.locator(`${chart} .views [data-view=licences]`).click()
      const on = page.locator(`${chart} [data-step="1"]`)
      const seen: (string | null)[] = []
      do {
        await on.click()
        seen.push(await pointed(page))
      } while (seen.at(-1) !== seen.at(-2))
      const shown = await page
        .locator(`${chart} svg.wide g[data-mark]:not(.away)`)
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-mark')))
      expect(seen.slice(0, -1)).toEqual(shown)
    })
  })
})

describe.each([
  [320, 560],
  [360, 740],
  [1280, 700],
])('at %i × %i px', (width, height) => {
  test('the bar of buttons covers neither the event nor its tip, and both can be seen', async () => {
    await visit({ viewport: { width, height }, ...(width < 500 ? phone : {}) }, async (page) => {
      const on = page.locator(`${chart} [data-step="1"]`)
      for (const event of await marks(page)) {
        await (width < 500 ? on.tap() : on.click())
        await expect.poll(() => pointed(page)).toBe(event)
        const faults = await page.evaluate((figure) => {
          const at = (selector: string): DOMRect | undefined =>
            [...document.querySelectorAll(`${figure} ${selector}`)].find((node) => node.checkVisibility())?.getBoundingClientRect()
          const masthead = document.querySelector('.masthead')
          const from = masthead && getComputedStyle(masthead).position === 'sticky' ? masthead.getBoundingClientRect().bottom : 0
          const bar = at('.walk')
          return ['.tip', '.pointed circle'].flatMap((selector) => {
            const box = at(selector)
            if (!box || !bar) return [`no ${selector}`]
            return [
              ...(box.top < from - 0.5 ? [`${selector} is ${String(from - box.top)} px under the masthead`] : []),
              ...(box.bottom > innerHeight + 0.5 ? [`${selector} is off the screen`] : []),
              ...(box.bottom > bar.top + 0.5 && box.top < bar.bottom ? [`${selector} is under the bar`] : []),
              ...(box.left < 0 || box.right > innerWidth ? [`${selector} leaves the page`] : []),
            ]
          })
        }, chart)
        expect.soft(faults, event).toEqual([])
      }
    })
  })
})
