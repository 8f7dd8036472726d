import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { chromiumFlags } from '../../src/commands/chromium.ts'

/** A browser for the tests of one file; `browser()` is it once they run. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium'), args: chromiumFlags })
  })
  afterAll(async () => {
    await browser?.close()
  })
  return () => {
    if (!browser) throw new TypeError('invalid browser: none; expected a test to ask for it, not the file')
    return browser
  }
}

/** Opens a window that knows nothing of the others, lends its page, and closes it whatever happens. */
export async function withPage<T>(browser: Browser, options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    if (options.javaScriptEnabled !== false) letPaint(page)
    return await use(page)
  } finally {
    await context.close()
  }
}

/** Pages whose scripts run, and what presses their controls. */
const alive = new WeakSet<Page>()
const patient = new WeakSet()

/**
 * Makes every press take until what it set off is painted, as it does for a person: the pages answer some presses a frame later, once they have
 * shown that they felt them.
 */
function letPaint(page: Page): void {
  alive.add(page)
  const hands: [object, string[]][] = [
    [Object.getPrototypeOf(page.locator('body')) as object, ['click', 'tap', 'press']],
    [page.keyboard, ['press']],
  ]
  for (const [hand, acts] of hands) {
    if (patient.has(hand)) continue
    patient.add(hand)
    for (const act of acts) {
      const quick = Reflect.get(hand, act) as (...given: unknown[]) => Promise<void>
      Reflect.set(hand, act, async function (this: { page?: () => Page }, ...given: unknown[]) {
        await quick.apply(this, given)
        const pressed = this.page?.() ?? page
        if (!alive.has(pressed)) return
        // A press may have led to another page, where nothing is waited for.
        const left = new Promise((resolve) => pressed.once('domcontentloaded', resolve))
        await Promise.race([left, pressed.evaluate(painted).catch(() => undefined)])
      })
    }
  }
}

/** Two tasks after a frame: one for what waits for the frame, one for what comes of it. */
async function painted(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))))
}
