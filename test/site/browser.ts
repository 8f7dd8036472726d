import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
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
