import type { Browser, Locator, Page } from 'playwright-core'
import { onPhone } from './load.ts'

declare global {
  interface Window {
    presses: number[]
  }
}

/** Controls of a figure by the part of it they stand in. */
const parts = ['views', 'play', 'walk', 'numbers', 'share', 'use', 'choose', 'kinds', 'about'] as const

/**
 * Presses every control of a page on a slow phone once it rests, one figure in the prose, and the marks of every chart by key.
 *
 * @returns by what was pressed, the longest time in milliseconds until the next paint
 */
export function pressAll(browser: Browser, address: string): Promise<Map<string, number>> {
  return onPhone(browser, async (page, _, context) => {
    await context.grantPermissions(['clipboard-write'])
    await page.addInitScript(watchPresses)
    await page.goto(address, { waitUntil: 'networkidle' })
    const slowest = new Map<string, number>()
    const press = async (name: string, act: () => Promise<unknown>): Promise<void> => {
      await rest(page)
      await page.evaluate(() => (window.presses = []))
      await act()
      await rest(page)
      const times = await page.evaluate(() => window.presses)
      slowest.set(name, Math.max(slowest.get(name) ?? 0, ...times))
    }

    const figure = page.locator('.prose a.fact').first()
    if ((await figure.count()) > 0) {
      await press('a figure in the prose', () => figure.tap())
      await press('a figure in the prose', () => page.keyboard.press('Escape'))
    }
    for (const chart of await page.locator('figure.chart').all()) {
      await chart.scrollIntoViewIfNeeded()
      const drawing = chart.locator('.drawing[role=application]')
      await drawing.waitFor()
      await drawing.focus()
      for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End', 'Escape']) await press('marks, by key', () => page.keyboard.press(key))
      const mark = chart.locator('.drawing svg:visible circle[data-mark], .drawing svg:visible [data-mark] circle').first()
      if (await mark.count()) await press('marks, by touch', () => mark.tap({ force: true }))
      for (const control of await chart.locator('button, summary, select, .share, a.use').all()) {
        const name = await control.evaluate((node, known) => {
          const part = known.find((each) => node.closest(`.${each}`))
          return part ?? node.getAttribute('class') ?? node.localName
        }, parts)
        if (!(await control.isVisible())) continue
        await control.scrollIntoViewIfNeeded()
        // There and back.
        for (let time = 0; time < 2 && (await control.isVisible()); time += 1) {
          await press(name, () => use(control))
          if (name !== 'use') continue
          // The dialog and what it previews come from the network; it is left before anything else is pressed.
          await page.frameLocator('dialog[open] iframe').locator('.drawing[role=application]').waitFor()
          await press(name, () => page.keyboard.press('Escape'))
        }
      }
    }
    return slowest
  })
}

/** A list is walked by key: its menu is the browser's own. */
async function use(control: Locator): Promise<void> {
  if (await control.evaluate((node) => node.localName === 'select')) await control.press('ArrowDown')
  else await control.tap()
}

/**
 * Waits until what was pressed is painted, its time is written down, and all that it set in motion has come to rest: else the next press
 * would be charged with what is left of this one, which no finger is quick enough to meet.
 */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frames = async (count: number): Promise<void> => {
      for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame)
    }
    await frames(3)
    const moving = document.getAnimations().filter(({ timeline }) => timeline instanceof DocumentTimeline)
    await Promise.allSettled(moving.map(({ finished }) => finished))
    for (let top = Number.NaN; top !== scrollY;) {
      top = scrollY
      await frames(2)
    }
    // A chart that counts leaves a browser few idle moments.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }))
  })
}

/**
 * What a key does here it does as it goes down. As it comes up nothing changes, and Chromium writes down the time until whatever else is
 * painted next, which may be seconds.
 */
function watchPresses(): void {
  window.presses = []
  new PerformanceObserver((list) => {
    for (const { interactionId, name, duration } of list.getEntries() as PerformanceEventTiming[])
      if (interactionId && name !== 'keyup') window.presses.push(duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}
