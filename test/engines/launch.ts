import { inject } from 'vitest'
import { chromiumFlags } from '../../src/commands/chromium.ts'
import type { Driver, Engine } from './driver.ts'
import { launch as launchPuppeteer } from './puppeteer.ts'
import { launch as launchWebkit } from './webkit.ts'

/** Starts a reader's browser. */
export function launch(engine: Engine): Promise<Driver> {
  const { chromium, firefox, webkit } = inject('programs')
  if (engine === 'webkit') return launchWebkit(webkit)
  if (engine === 'firefox') return launchPuppeteer({ browser: 'firefox', executablePath: firefox })
  return launchPuppeteer({ browser: 'chrome', executablePath: chromium, args: chromiumFlags })
}
