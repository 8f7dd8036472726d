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
    return await use(await context.newPage())
  } finally {
    await context.close()
  }
}
