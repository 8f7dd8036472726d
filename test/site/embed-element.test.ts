import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { expectWhole } from './embeds/frames.ts'
import type { HostPage } from './embeds/server.ts'
import { useHosts } from './embeds/server.ts'

const browser = useBrowser()
const hosts = useHosts()
const patience = { timeout: 15_000, interval: 50 }

const picture =
  '<a href="/story/"><img src="/picture.svg" alt="The market grew" width="1200" height="600" style="max-width:100%;height:auto"></a>'
const chart = (attributes = '', src = hosts().frame): string => `<pasar-chart src="${src}" ${attributes}>${picture}</pasar-chart>`
const script = (attributes = ''): string => `<script ${attributes} src="${hosts().script}"></script>`
const page = (body: string, head = ''): HostPage => ({
  html: `<!doctype html><html lang="en"><title>Host</title><style>body{margin:0}pasar-chart{display:block}</style>${head}<body>${body}</body></html>`,
})

interface Visit {
  page: Page
  /** Addresses, from the root, of the frames that were asked for so far. */
  requests: () => readonly string[]
}

/** Opens a host's page, in which nothing may go wrong. */
function visit<T>(host: HostPage, use: (visit: Visit) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
  return withPage(browser(), { viewport: { width: 600, height: 800 }, ...options }, async (opened) => {
    const errors: unknown[] = []
    const from = hosts().asked.length
    opened.on('pageerror', (error) => errors.push(error))
    opened.on('dialog', (dialog) => {
      errors.push(dialog.message())
      void dialog.dismiss()
    })
    await opened.goto(hosts().add(host))
    const value = await use({ page: opened, requests: () => hosts().asked.slice(from) })
    expect(errors).toEqual([])
    return value
  })
}

const charts = (opened: Page): Locator => opened.locator('pasar-chart')
const isPicture = (opened: Page): Promise<boolean> => opened.locator('pasar-chart img').first().isVisible()
const frameOf = (opened: Page): Locator => opened.locator('pasar-chart iframe').first()
const theme = async (opened: Page): Promise<string | undefined> =>
  opened.frames()[1]?.evaluate(() => document.documentElement.style.colorScheme)

describe('an embedded chart', () => {
  it.each([
    ['before its script', () => page(chart() + script())],
    ['after its script', () => page(chart(), script())],
    ['after an async script, twice pasted', () => page(chart() + script('async') + chart() + script('async'))],
    ['with the script five times', () => page(script().repeat(2) + chart() + script().repeat(3))],
    [
      'in shadow roots, open and closed',
      () =>
        page(
          `<div><template shadowrootmode="open">${chart()}</template></div><div><template shadowrootmode="closed">${chart()}</template></div>${script()}`,
        ),
    ],
    [
      'added later',
      () =>
        page(
          `${script()}<div id="later"></div><script>addEventListener('load', () => later.innerHTML = ${JSON.stringify(chart())})</script>`,
        ),
    ],
  ])('stands whole where it comes %s', async (_, make) => {
    const host = make()
    await visit(host, async ({ page: opened, requests }) => {
      const frames = host.html.split('<pasar-chart ').length - 1
      await expectWhole(opened, frames)
      expect(requests()).toHaveLength(frames)
      for (const each of await opened.locator('pasar-chart img').all()) expect(await each.isVisible()).toBe(false)
    })
  })

  it('stands in a page with a strict policy', async () => {
    const site = new URL(hosts().frame).origin
    const policy = `default-src 'none'; script-src ${site}; frame-src ${site}; img-src ${site}`
    await visit({ html: `<!doctype html><title>Strict</title>${chart()}${script()}`, policy }, async ({ page: opened }) => {
      const reports: string[] = []
      opened.on('console', (message) => reports.push(message.text()))
      await expectWhole(opened, 1)
      expect(reports.filter((text) => text.includes('Content Security Policy'))).toEqual([])
    })
  })

  it('is a linked picture with its words where scripts are stripped', async () => {
    await visit(
      page(chart() + script()),
      async ({ page: opened, requests }) => {
        await opened.getByRole('link').getByRole('img', { name: 'The market grew' }).waitFor()
        expect(requests()).toEqual([])
      },
      { javaScriptEnabled: false },
    )
  })

  it('is the picture until its frame has said its height, and nothing moves then or before', async () => {
    await withPage(browser(), { viewport: { width: 600, height: 800 } }, async (opened) => {
      // Without a word from the frame the promise is what the page is laid out by.
      let release: (() => void) | undefined
      const held = new Promise<void>((resolve) => (release = resolve))
      await opened.route(/\/frame\//, async (route) => {
        await held
        await route.continue()
      })
      await opened.addInitScript(() => {
        new PerformanceObserver((list) => {
          document.documentElement.dataset.shift = JSON.stringify(list.getEntries())
        }).observe({ type: 'layout-shift', buffered: true })
      })
      // 296 px is what the frame is at 600 px: 24 px a line of its ten lines, and the margins.
      await opened.goto(hosts().add(page(`${chart('heights="0 999 0 0, 560 290 0.01 720"')}<p>After</p>`, script())), {
        waitUntil: 'commit',
      })
      await frameOf(opened).waitFor({ state: 'attached' })
      expect(await isPicture(opened)).toBe(true)
      expect((await charts(opened).boundingBox())?.height).toBe(296)
      release?.()
      await expect.poll(() => isPicture(opened), patience).toBe(false)
      await expectWhole(opened, 1)
      expect((await charts(opened).boundingBox())?.height).toBe(296)
      expect(await opened.evaluate(() => document.documentElement.dataset.shift)).toBeUndefined()
    })
  })

  it.each(['', 'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'http://[', 'about:blank'])(
    'stays a picture where its address is %j',
    async (src) => {
      await visit(page(chart('', src) + script()), async ({ page: opened, requests }) => {
        await opened.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
        expect(await isPicture(opened)).toBe(true)
        expect(await opened.locator('pasar-chart iframe').count()).toBe(0)
        expect(requests()).toEqual([])
      })
    },
  )

  it('stays a picture where its frame is not let in', async () => {
    const policy = `script-src ${new URL(hosts().frame).origin}; frame-src 'none'`
    await visit({ ...page(chart() + script()), policy }, async ({ page: opened }) => {
      await frameOf(opened).waitFor({ state: 'attached' })
      await opened.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
      expect(await isPicture(opened)).toBe(true)
    })
  })

  it.each([
    ['its own', 'title="Ours"', 'Ours'],
    ['that of its picture', '', 'The market grew'],
  ])('has a frame with a title: %s', async (_, attributes, title) => {
    await visit(page(chart(attributes), script()), async ({ page: opened }) => {
      await expect.poll(() => frameOf(opened).getAttribute('title'), patience).toBe(title)
    })
  })

  it('moves in the page and goes on', async () => {
    await visit(page(`${chart()}<main></main>${script()}`), async ({ page: opened }) => {
      await expectWhole(opened, 1)
      await opened.evaluate(() => document.querySelector('main')?.append(document.querySelector('pasar-chart') ?? ''))
      await expect.poll(() => isPicture(opened), patience).toBe(false)
      await expectWhole(opened, 1)
    })
  })
})

it('a hundred charts are loaded as they are scrolled to', async () => {
  await visit(page(chart('heights="0 296 0 0"').repeat(100) + script()), async ({ page: opened, requests }) => {
    await expect.poll(() => requests().length, patience).toBeGreaterThan(1)
    await expect.poll(() => isPicture(opened), patience).toBe(false)
    console.log(`loaded at first: ${String(requests().length)} of 100`)
    expect(requests().length).toBeLessThan(30)
    await charts(opened).last().scrollIntoViewIfNeeded()
    await expect.poll(() => opened.locator('pasar-chart img').last().isVisible(), patience).toBe(false)
  })
})

describe('the theme of an embedded chart', () => {
  it.each([
    ['white paper', '', 'light'],
    ['black paper', 'body{background:#111}', 'dark'],
    ['a black part of a white page', 'main{background:#111}', 'dark'],
    ['a dark page without a colour of its own', ':root{color-scheme:dark}', 'dark'],
    ['a veil that shows white paper', 'main{background:rgb(0 0 0 / .1)}', 'light'],
    ['a colour of another space', 'body{background:oklch(0.2 0.05 270)}', 'dark'],
  ])('is that of the page on %s, and lets it through', async (_, css, expected) => {
    await visit(page(`<main>${chart()}</main>${script()}`, `<style>${css}</style>`), async ({ page: opened, requests }) => {
      await expect.poll(() => theme(opened), patience).toBe(expected)
      expect((requests()[0] ?? '').replace(/^[^?]*/, '')).toBe(`?background=transparent&theme=${expected}`)
      expect(await frameOf(opened).evaluate((node) => getComputedStyle(node).colorScheme)).toBe(expected)
    })
  })

  it('is the one it is given, on its own paper where the page is of the other', async () => {
    await visit(page(chart('theme="dark"') + script()), async ({ page: opened, requests }) => {
      await expect.poll(() => theme(opened), patience).toBe('dark')
      expect((requests()[0] ?? '').replace(/^[^?]*/, '')).toBe('?theme=dark')
    })
  })

  it('follows the page without loading again', async () => {
    const css = '<style>[data-theme=dark]{background:#000}body{transition:background .1s}.night{background:#000}</style>'
    await visit(page(chart() + script(), css), async ({ page: opened, requests }) => {
      await expectWhole(opened, 1)
      const set = (root: string, name: string, value: string): Promise<void> =>
        opened.locator(root).evaluate((node, [key, to]) => node.setAttribute(key, to), [name, value] as const)
      await set('html', 'data-theme', 'dark')
      await expect.poll(() => theme(opened), patience).toBe('dark')
      await set('html', 'data-theme', 'light')
      await expect.poll(() => theme(opened), patience).toBe('light')
      await set('body', 'class', 'night')
      await expect.poll(() => theme(opened), patience).toBe('dark')
      expect(await frameOf(opened).evaluate((node) => node.style.colorScheme)).toBe('dark')
      expect(requests()).toHaveLength(1)
    })
  })

  it('follows the reader’s own where the page does', async () => {
    await visit(page(chart() + script(), '<meta name="color-scheme" content="light dark">'), async ({ page: opened, requests }) => {
      await expect.poll(() => theme(opened), patience).toBe('light')
      await opened.emulateMedia({ colorScheme: 'dark' })
      await expect.poll(() => theme(opened), patience).toBe('dark')
      expect(requests()).toHaveLength(1)
    })
  })
})

describe('the language of an embedded chart', () => {
  const embed = (): string => hosts().frame.replace('/frame/', '/frame/story/embed/market-growth/')

  it.each([
    ['fr-CA', 'follow="lang" languages="id fr"', '/frame/story/fr/embed/market-growth/'],
    ['de', 'follow="lang" languages="id fr"', '/frame/story/embed/market-growth/'],
    ['fr', 'languages="id fr"', '/frame/story/embed/market-growth/'],
    ['fr', 'follow="lang"', '/frame/story/embed/market-growth/'],
  ])('in a page in %s with %s is that of %s', async (lang, attributes, expected) => {
    await visit(page(`<main lang="${lang}">${chart(attributes, embed())}</main>${script()}`), async ({ requests }) => {
      await expect.poll(() => requests().map((address) => address.replace(/\?.*/, '')), patience).toEqual([expected])
    })
  })
})

describe('ten thousand hostile messages', () => {
  it.each([
    ['from the page itself', () => page(`${chart()}${script()}<script src="${hosts().thrower}"></script>`), 0],
    ['from the chart’s own frame and from another', () => page(`${chart()}<iframe src="${hosts().frame}"></iframe>${script()}`), 2],
  ])('%s change nothing', async (_, make, throwers) => {
    await visit(make(), async ({ page: opened, requests }) => {
      await expect.poll(() => isPicture(opened), patience).toBe(false)
      const look = (): Promise<unknown> =>
        charts(opened).evaluate((node) => [document.documentElement.outerHTML, node.shadowRoot?.innerHTML, scrollY, location.href])
      // The frame beside it has no say in how high the chart is.
      await opened
        .frames()
        .at(-1)
        ?.evaluate(() => window.parent.postMessage({ height: 5000 }, '*'))
      if (throwers > 0) for (const frame of opened.frames().slice(1)) await frame.addScriptTag({ url: hosts().thrower })
      const before = await look()
      const asked = requests().length
      if (throwers === 0) await opened.evaluate(() => window.throwAt(window, 5, 10_000))
      else for (const frame of opened.frames().slice(1)) await frame.evaluate(() => window.throwAt(window.parent, 6, 5000))
      await opened.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
      expect(await look()).toEqual(before)
      expect(requests()).toHaveLength(asked)
    })
  })

  it.each([
    [-5, 50],
    [49.2, 50],
    [300.2, 301],
    [1e9, 20_000],
  ])('a frame that says %d is %d px high', async (said, given) => {
    await visit(page(chart() + script()), async ({ page: opened }) => {
      await expect.poll(() => isPicture(opened), patience).toBe(false)
      await opened.frames()[1]?.evaluate((height) => window.parent.postMessage({ height }, '*'), said)
      await expect.poll(() => frameOf(opened).evaluate((node) => node.clientHeight), patience).toBe(given)
    })
  })
})

it('a real chart stands in our element whole, dark on dark', async () => {
  const src = `${inject('site')}indonesia-ecommerce/embed/market-growth/`
  await visit(page(chart('', src) + script(), '<style>body{background:#111}</style>'), async ({ page: opened }) => {
    await expectWhole(opened, 1)
    expect(await theme(opened)).toBe('dark')
  })
})
