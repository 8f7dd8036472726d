import puppeteer from 'puppeteer-core'
import type { KeyInput, LaunchOptions } from 'puppeteer-core'
import { screen } from './driver.ts'
import type { Driver } from './driver.ts'

/** Drives Chromium over its own protocol and Firefox over WebDriver BiDi; one library speaks both. */
export async function launch(options: LaunchOptions): Promise<Driver> {
  const browser = await puppeteer.launch(options)
  const page = await browser.newPage()
  await page.setViewport(screen)
  return {
    open: async (address) => {
      // The same page with another end of its address would only be scrolled.
      await page.goto('about:blank')
      await page.goto(address)
    },
    read: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    press: (key) => page.keyboard.press(key as KeyInput),
    click: (selector) => page.locator(selector).click(),
    screenshot: async () => Buffer.from(await page.screenshot()),
    print: async () => Buffer.from(await page.pdf({ format: 'A4' })),
    close: () => browser.close(),
  }
}
