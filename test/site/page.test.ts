import { expect, inject, test } from 'vitest'
import { useBrowser } from './browser.ts'

const browser = useBrowser()

test('the story opens with its headline', async () => {
  const page = await browser().newPage()
  await page.goto(`${inject('site')}indonesia-ecommerce/`)
  expect(await page.locator('h1').count()).toBe(1)
  await page.close()
})
