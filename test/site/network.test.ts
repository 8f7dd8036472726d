import type { Page } from 'playwright-core'
import { describe, expect, inject, it, test } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { charted, htmlFiles, isOriginal, pages, readBuilt, stories } from './pages.ts'
import { watchShifts } from './shifts.ts'

declare global {
  interface Window {
    /** What the page's content security policy refused. */
    refused: string[]
  }
}

const browser = useBrowser()
const site = inject('site')

/** Writes down everything a page should not do, from before its first byte. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(site).origin) seen.push(`asked ${request.url()}`)
  })
  page.on('requestfailed', (request) => seen.push(`failed ${request.url()}: ${request.failure()?.errorText ?? ''}`))
  page.on('response', (response) => {
    if (response.status() >= 400) seen.push(`got ${String(response.status())} for ${response.url()}`)
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => seen.push(`error ${error.message}`))
  await page.addInitScript(() => {
    window.refused = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      window.refused.push(`${violatedDirective} refused ${blockedURI} ${sample}`)
    })
  })
  return seen
}

/** Lets the page be read to its end, each detail opened. */
async function read(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: 'instant' })
      await new Promise(requestAnimationFrame)
    }
  })
  await page.waitForLoadState('networkidle')
}

test.each(pages)('/%s asks no other site, sets no cookie, breaks no rule of its own and logs no error', async (address) => {
  await withPage(browser(), { viewport: { width: 1280, height: 800 } }, async (page) => {
    const seen = await watch(page)
    await page.goto(`${site}${address}`)
    await read(page)
    expect(seen).toEqual([])
    expect(await page.evaluate(() => window.refused)).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0])
  })
})

it('would see a request to another site, a refused style, an error and a cookie', async () => {
  await withPage(browser(), {}, async (page) => {
    const seen = await watch(page)
    await page.goto(site)
    await page.evaluate(() => {
      document.cookie = 'a=b'
      document.body.innerHTML = '<p style="color: red"></p><img src="https://other.example/a.png" alt="">'
      console.error('an error')
    })
    const refused = (): Promise<string> => page.evaluate(() => window.refused.join('\n'))
    await expect.poll(refused).toMatch(/style-src/)
    await expect.poll(refused).toMatch(/img-src refused https:\/\/other\.example/)
    expect(seen.join('\n')).toMatch(/an error/)
    expect(seen.join('\n')).toMatch(/Content Security Policy/)
    expect(await page.context().cookies()).toHaveLength(1)
  })
})

test.each(htmlFiles())('/%s carries a policy without an unsafe way round it', (page) => {
  const [, policy = ''] = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(readBuilt(page)) ?? []
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src [^;]*'self'|script-src [^;]*'sha256-/)
  expect(policy).not.toMatch(/unsafe|\*|data:|https?:/)
  // A style in the markup would be refused; better that it is not there.
  expect(readBuilt(page)).not.toMatch(/<[^>]* style="|<[^>]* on[a-z]+="/)
})

it.each([
  [360, 'reads at once in its own fonts', []],
  [1280, 'is set in ours', ['Source Sans 3', 'Source Serif 4']],
])('a screen of %d px %s', async (width, _, ours) => {
  await withPage(browser(), { viewport: { width, height: 800 } }, async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(...(request.resourceType() === 'font' ? [request.url()] : [])))
    await page.goto(`${site}${stories[0] ?? ''}`, { waitUntil: 'networkidle' })
    const families = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))
    const shown = families.map((family) => family.replaceAll('"', '').split('-')[0] ?? '').filter((family) => !family.includes('fallback'))
    expect([...new Set(shown)].sort()).toEqual(ours)
    expect(asked).toHaveLength(ours.length)
  })
})

describe.each(pages.filter((page) => isOriginal(page) || stories.includes(page)))('/%s', (address) => {
  it.each([360, 1280])('stands still at %d px while it loads, when its fonts come late and as it is read', async (width) => {
    await withPage(browser(), { viewport: { width, height: 800 } }, async (page) => {
      let release: () => void = () => undefined
      const held = new Promise<void>((resolve) => (release = resolve))
      await page.route('**/*.woff2', async (route) => {
        await held
        await route.continue()
      })
      await watchShifts(page)
      await page.goto(`${site}${address}`, { waitUntil: 'domcontentloaded' })
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      expect(
        await page.evaluate(() => [...document.fonts].some((face) => face.status === 'loaded' && !face.family.includes('fallback'))),
        'a font came early',
      ).toBe(false)
      release()
      await page.evaluate(async () => {
        await document.fonts.ready
        for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
          scrollTo({ top, behavior: 'instant' })
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        }
      })
      expect(await page.evaluate(() => window.shifts)).toEqual([])
    })
  })

  it('says every word without scripts', async () => {
    // What scripts add is controls and answers; what the page says is in these, and is the same.
    const told =
      'h1, h2, h3, .standfirst, .dateline, .plain p, .prose section > p, .aside p, .dek, .source, .words, .numbers th, .numbers td, .source-list li, #sources li'
    const words = (javaScriptEnabled: boolean): Promise<string[]> =>
      withPage(browser(), { javaScriptEnabled }, async (page) => {
        await page.goto(`${site}${address}`)
        const texts = await page.locator('main').locator(told).allTextContents()
        return texts.map((text) => text.replaceAll(/\s+/g, ' '))
      })
    const without = await words(false)
    expect(without.join(' ').length).toBeGreaterThan(50)
    expect(without).toEqual(await words(true))
  })
})

describe.each(charted.filter(isOriginal))('/%s without scripts', (address) => {
  it.each([360, 1280])('shows every drawing and opens every table at %d px', async (width) => {
    await withPage(browser(), { javaScriptEnabled: false, viewport: { width, height: 800 } }, async (page) => {
      await page.goto(`${site}${address}`)
      const figures = page.locator('figure.chart')
      expect(await figures.count()).toBeGreaterThan(0)
      for (const figure of await figures.all()) {
        const id = await figure.getAttribute('id')
        const drawings = figure.locator('.drawing svg:visible')
        expect(await drawings.count(), `drawings of ${id ?? ''}`).toBe(1)
        expect((await drawings.boundingBox())?.height, `height of ${id ?? ''}`).toBeGreaterThan(60)
        const table = figure.locator('table')
        const open = await figure.locator('details[open]').count()
        expect(await table.isVisible(), `table of ${id ?? ''} before it is asked for`).toBe(open === 1)
        if (open === 0) await figure.locator('summary').click()
        expect(await table.isVisible(), `table of ${id ?? ''}`).toBe(true)
      }
    })
  })
})
