import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { useElsewhere } from './elsewhere.ts'
import { embeds } from './pages.ts'

const browser = useBrowser()
const elsewhere = useElsewhere()
const site = inject('site')
const embed = 'indonesia-ecommerce/embed/market-growth/'
const corrected = { status: 'corrected', message: 'The value for 2023 was wrong.', url: '/about/#corrections' }

/** What a page said in its console, and what it threw. */
function listen(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  return said
}

/** Opens a page elsewhere with the embed in a frame, once it has its answer. */
async function frameOf(page: Page, attributes = ''): Promise<Frame> {
  const answered = page.waitForEvent('requestfinished', (request) => request.url() === `${site}${embed}status.json`)
  await page.goto(elsewhere(`<iframe title="ours" width="600" height="700" ${attributes} src="${site}${embed}"></iframe>`))
  await answered
  const frame = page.frames()[1]
  if (!frame) throw new TypeError('invalid frame: none; expected that of the embed')
  return frame
}

/** Waits until whatever was answered has been read and shown. */
async function settle(frame: Frame): Promise<void> {
  await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
}

async function answer(page: Page, response: { status?: number; body: string }): Promise<void> {
  await page.route(`**/${embed}status.json`, (route) =>
    route.fulfill({ ...response, contentType: 'application/json', headers: { 'Access-Control-Allow-Origin': '*' } }),
  )
}

const frames = [
  ['a frame', ''],
  ['a frame whose origin is hidden', 'sandbox="allow-scripts"'],
] as const

describe.each(frames)('an embed in %s', (_, attributes) => {
  it('says nothing of a chart that is current, as every chart is when it is built', async () => {
    await withPage(browser(), {}, async (page) => {
      const said = listen(page)
      const frame = await frameOf(page, attributes)
      await settle(frame)
      expect(await frame.locator('.status').count()).toBe(0)
      expect(await frame.locator('figure').isVisible()).toBe(true)
      expect(said).toEqual([])
    })
  })

  it('says that a chart was corrected, with a link to what was', async () => {
    await withPage(browser(), {}, async (page) => {
      const said = listen(page)
      await answer(page, { body: JSON.stringify(corrected) })
      const frame = await frameOf(page, attributes)
      const link = frame.locator('figure > .status:first-child a')
      await link.waitFor()
      expect(await link.textContent()).toBe(corrected.message)
      expect(await link.evaluate((node) => (node as HTMLAnchorElement).href)).toBe(`${site}about/#corrections`)
      expect(await link.evaluate((node) => (node as HTMLAnchorElement).target || document.querySelector('base')?.target)).toBe('_blank')
      expect(said).toEqual([])
    })
  })
})

describe('an embed says nothing', () => {
  it.each([
    ['an answer that is no JSON', 200, '<!doctype html>'],
    ['an answer that is no status', 200, '["corrected"]'],
    ['a failure', 500, JSON.stringify(corrected)],
  ])('of %s', async (_, status, body) => {
    await withPage(browser(), {}, async (page) => {
      await answer(page, { status, body })
      const thrown: string[] = []
      page.on('pageerror', (error) => thrown.push(error.message))
      const frame = await frameOf(page)
      await settle(frame)
      expect(await frame.locator('.status').count()).toBe(0)
      expect(await frame.locator('figure').isVisible()).toBe(true)
      expect(thrown).toEqual([])
    })
  })

  it('where the network lets nothing through', async () => {
    await withPage(browser(), {}, async (page) => {
      await page.route(`**/${embed}status.json`, (route) => route.abort())
      const thrown: string[] = []
      page.on('pageerror', (error) => thrown.push(error.message))
      const failed = page.waitForEvent('requestfailed')
      await page.goto(`${site}${embed}`)
      await failed
      await settle(page.mainFrame())
      expect(await page.locator('.status').count()).toBe(0)
      expect(thrown).toEqual([])
    })
  })
})

it('takes nothing in a status for markup, and no address of another site', async () => {
  await withPage(browser(), {}, async (page) => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await answer(page, { body: JSON.stringify({ status: 'withdrawn', message: hostile, url: '/\\other.example/' }) })
    const said = listen(page)
    const frame = await frameOf(page)
    const line = frame.locator('.status')
    await line.waitFor()
    expect(await line.textContent()).toBe(hostile)
    expect(await line.locator('*').count()).toBe(1)
    // The chart's own page, which the embed leads to anyway.
    expect(await line.locator('a').evaluate((node) => (node as HTMLAnchorElement).href)).toBe(site + embed.replace('/embed/', '/charts/'))
    expect(said).toEqual([])
  })
})

it('is whole without any script', async () => {
  await withPage(browser(), {}, async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const address = elsewhere(`<iframe title="ours" width="600" height="900" sandbox src="${site}${embed}"></iframe>`)
    await page.goto(address)
    const frame = page.frameLocator('iframe')
    for (const part of ['figcaption', '.drawing svg:visible', '.source', 'a.quiet', 'summary'])
      expect(await frame.locator(part).first().isVisible(), part).toBe(true)
    expect(asked).toEqual([address, `${site}${embed}`])
  })
})

it('has an answer for every embed, current since no chart has been corrected', () => {
  expect(embeds.length).toBeGreaterThan(7)
  for (const each of embeds)
    expect(JSON.parse(readFileSync(path.join(inject('folder'), each, 'status.json'), 'utf8'))).toEqual({ status: 'current' })
})
