import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { useElsewhere } from './elsewhere.ts'

const browser = useBrowser()
const elsewhere = useElsewhere()
const embed = `${inject('site')}indonesia-ecommerce/embed/market-growth/`

declare global {
  interface Window {
    /** Links that the frame asked its host to follow. */
    asked: unknown[]
  }
}

/** Opens a page elsewhere with an embed in a frame, presses a link in it and says what it asked of its host. */
async function press(page: Page, hash: string, sandbox: string, selector: string): Promise<unknown[]> {
  await page.addInitScript(() => {
    window.asked = []
    addEventListener('message', ({ data }: MessageEvent<{ message?: unknown }>) => {
      if (data.message === 'link') window.asked.push(data)
    })
  })
  await page.goto(elsewhere(`<iframe title="ours" width="600" height="900" ${sandbox} src="${embed}${hash}"></iframe>`))
  await page.frameLocator('iframe').locator(selector).first().click()
  // A message that was sent is there when one that was sent after it is.
  await page.frames()[1]?.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  return page.evaluate(() => window.asked)
}

const hidden = 'sandbox="allow-scripts"'
const secret = '#?secret=abcDEF1234'

it.each([
  ['the story', 'a.quiet', 'indonesia-ecommerce/#market-growth'],
  ['a source', '.source a', 'indonesia-ecommerce/charts/market-growth/#source-'],
])('asks a host that gave a secret and hid its origin to go to %s', async (_, selector, address) => {
  await withPage(browser(), {}, async (page) => {
    const [first, ...others] = (await press(page, secret, hidden, selector)) as { value: string; secret: string }[]
    expect(others).toEqual([])
    expect(first?.secret).toBe('abcDEF1234')
    expect(first?.value.startsWith(inject('site') + address)).toBe(true)
  })
})

it.each([
  ['that gave no secret', '', hidden],
  ['that gave something else for one', '#?secret="><script>', hidden],
  ['where a link opens a window by itself', secret, ''],
])('asks nothing of a host %s', async (_, hash, sandbox) => {
  await withPage(browser(), {}, async (page) => {
    expect(await press(page, encodeURI(hash), sandbox, 'a.quiet')).toEqual([])
  })
})
