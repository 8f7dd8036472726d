import type { Browser, Locator, Page } from 'playwright-core'
import { onPhone } from './load.ts'

declare global {
  interface Window {
    presses: number[]
  }
}

/** Controls of a figure by the part of it they stand in. */
const parts = ['views', 'play', 'walk', 'numbers', 'share', 'choose', 'kinds', 'about'] as const

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
      await page.evaluate(() => (window.presses = []))
      await act()
      await painted(page)
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
      for (const control of await chart.locator('button, summary, select, .share').all()) {
        const name = await control.evaluate((node, known) => {
          const part = known.find((each) => node.closest(`.${each}`))
          return part ?? node.getAttribute('class') ?? node.localName
        }, parts)
        if (!(await control.isVisible())) continue
        // There and back.
        for (let time = 0; time < 2 && (await control.isVisible()); time += 1) await press(name, () => use(control))
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

/** Waits until what was pressed is painted, its time is written down, and all that it set in motion has come to rest. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame)
    const moving = document.getAnimations().filter(({ timeline }) => timeline instanceof DocumentTimeline)
    await Promise.allSettled(moving.map(({ finished }) => finished))
    await new Promise((resolve) => setTimeout(resolve, 0))
  })
}

function watchPresses(): void {
  window.presses = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) if (entry.interactionId) window.presses.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}
