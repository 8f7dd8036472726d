import type { BrowserContextOptions, Frame, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { expectWhole } from './embeds/frames.ts'
import { useHosts } from './embeds/server.ts'

const browser = useBrowser()
const hosts = useHosts()

declare global {
  interface Window {
    /** What the page was sent, and when the last of it came. */
    got: unknown[]
    gotAt: number
  }
}

/** Two busy cores may take their time; what never comes never comes. */
const patience = { timeout: 15_000, interval: 50 }

const remember = `<script>
window.got = []
window.gotAt = 0
addEventListener('message', ({data}) => { got.push(data); gotAt = performance.now() })
</script>`
const obey = `<script>
addEventListener('message', ({data, source}) => {
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source && data.sentinel === 'amp') frame.style.height = data.height + 'px'
})
</script>`

/** Opens a host's page, without margins, and gives it with its first frame once that has spoken. */
function visit<T>(body: string, use: (page: Page, frame: Frame) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
  return withPage(browser(), { viewport: { width: 600, height: 800 }, ...options }, async (page) => {
    const errors: unknown[] = []
    page.on('pageerror', (error) => errors.push(error))
    page.on('dialog', (dialog) => {
      errors.push(dialog.message())
      void dialog.dismiss()
    })
    const html = `<!doctype html><title>Host</title><style>body{margin:0}iframe{display:block;width:100%;border:0}</style>${remember}${body}`
    await page.goto(hosts().add({ html }))
    await page.waitForFunction(() => window.got.length > 0)
    const frame = page.frames().find((each) => each !== page.mainFrame())
    if (!frame) throw new TypeError('invalid page: no frame; expected one')
    const value = await use(page, frame)
    expect(errors).toEqual([])
    return value
  })
}

/** Heights told to a page, one a burst. */
const told = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    window.got.flatMap((data) =>
      typeof data === 'object' && data && 'sentinel' in data ? [(data as unknown as { height: number }).height] : [],
    ),
  )

/** Waits until a frame has drawn what it was told, and the page has heard what the frame had to say about it. */
async function settle(page: Page, frame: Frame): Promise<void> {
  await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

const setTable = (frame: Frame, open: boolean): Promise<void> =>
  frame.evaluate((value) => {
    const table = document.querySelector('details')
    if (table) table.open = value
  }, open)

describe('a frame', () => {
  it('tells its height once per change, growing and shrinking', async () => {
    await visit(`${obey}<iframe src="${hosts().frame}"></iframe>`, async (page, frame) => {
      await expectWhole(page, 1)
      await settle(page, frame)
      const [closed = 0, ...rest] = await told(page)
      expect(rest).toEqual([])
      await frame.locator('summary').click()
      await expect.poll(() => told(page), patience).toEqual([closed, closed + 900])
      await settle(page, frame)
      await frame.locator('summary').click()
      await expect.poll(() => told(page), patience).toEqual([closed, closed + 900, closed])
      await expectWhole(page, 1)
      await settle(page, frame)
      expect(await told(page)).toEqual([closed, closed + 900, closed])
    })
  })

  it('that is not framed says nothing', async () => {
    await withPage(browser(), {}, async (page) => {
      await page.addInitScript(() => {
        window.got = []
        addEventListener('message', ({ data }) => window.got.push(data))
      })
      await page.goto(hosts().frame)
      await page.locator('summary').click()
      await settle(page, page.mainFrame())
      expect(await page.evaluate(() => window.got)).toEqual([])
    })
  })

  it('below the fold, where browsers hold observers back, is followed too', async () => {
    const body = `${obey}<div style="height:9000px"></div><iframe src="${hosts().frame}"></iframe>`
    await visit(body, async (page, frame) => {
      const off = async (): Promise<number> => {
        const content = await frame.evaluate(() => document.querySelector('.box')?.getBoundingClientRect().height ?? 0)
        return Math.abs(content - (await page.locator('iframe').evaluate((node) => node.clientHeight)))
      }
      await expect.poll(off, patience).toBeLessThan(2)
      for (const open of [true, false, true]) {
        await setTable(frame, open)
        await expect.poll(() => page.locator('iframe').evaluate((node) => node.clientHeight > 900), patience).toBe(open)
        await expect.poll(off, patience).toBeLessThan(2)
      }
      expect(await page.evaluate(() => scrollY)).toBe(0)
    })
  })

  it('that the host hides says nothing until it is shown', async () => {
    const body = `${obey}<iframe src="${hosts().frame}?lines=2"></iframe><iframe id="hidden" style="display:none" src="${hosts().frame}"></iframe>`
    await visit(body, async (page) => {
      await page.waitForLoadState()
      const hidden = page.frames().at(-1)
      await hidden?.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
      expect((await told(page)).length).toBe(1)
      await page.locator('#hidden').evaluate((node) => (node.style.display = 'block'))
      await expectWhole(page, 2)
    })
  })

  it('answers a host that came late', async () => {
    await visit(`<iframe src="${hosts().frame}"></iframe>`, async (page) => {
      await expect.poll(() => told(page), patience).toHaveLength(1)
      await page.evaluate(() => window[0]?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*'))
      await expect.poll(() => told(page), patience).toHaveLength(2)
    })
  })
})

describe('a loop between frame and host comes to rest', () => {
  it.each([
    ['where the chart grows with its frame', '?ratchet', ''],
    ['where the host makes the frame narrower at each height', '?drawing', "frame.style.width = frame.clientWidth - 1 + 'px'"],
    ['where the host makes the frame wider at each height', '?drawing', "frame.style.width = frame.clientWidth + 1 + 'px'"],
    ['where the host cannot decide', '', "frame.style.width = (frame.clientWidth === 600 ? 320 : 600) + 'px'"],
    ['where the host asks again at each height', '', "frame.contentWindow.postMessage({sentinel: 'amp', type: 'frames-init'}, '*')"],
  ])('%s', async (_, search, answer) => {
    const body = `${obey}<script>addEventListener('message', ({data}) => {
      if (data.sentinel !== 'amp') return
      const frame = document.querySelector('iframe')
      ${answer}
    })</script><iframe src="${hosts().frame}${search}"></iframe>`
    await visit(body, async (page) => {
      await expect
        .poll(() => page.evaluate(() => performance.now() - window.gotAt), { timeout: 20_000, interval: 100 })
        .toBeGreaterThan(2500)
      const times = (await told(page)).length
      console.log(`told ${String(times)} times`)
      expect(times).toBeGreaterThan(2)
      expect(times).toBeLessThanOrEqual(40)
    })
  })
})

describe('ten thousand hostile messages', () => {
  const throwAtFrame = (page: Page): Promise<void> => page.evaluate(() => window[0] && window.throwAt(window[0], 11, 10_000))
  const markup = (frame: Frame): Promise<string> => frame.evaluate(() => document.documentElement.outerHTML)

  it.each([
    ['a plain frame', () => hosts().frame],
    ['a chart', () => `${inject('site')}indonesia-ecommerce/embed/market-growth/`],
  ])('change nothing in %s, and are not answered', async (_, address) => {
    await visit(
      `${obey}<script src="${hosts().thrower}"></script><iframe sandbox="allow-scripts" src="${address()}"></iframe>`,
      async (page, frame) => {
        await expectWhole(page, 1)
        await settle(page, frame)
        const [before, heights] = [await markup(frame), await told(page)]
        await throwAtFrame(page)
        await settle(page, frame)
        expect(await markup(frame)).toBe(before)
        expect(await told(page)).toEqual(heights)
      },
    )
  })

  it('that are questions get a few answers', async () => {
    await visit(`<iframe src="${hosts().frame}"></iframe>`, async (page, frame) => {
      await page.evaluate(() => {
        for (let turn = 0; turn < 10_000; turn += 1) {
          window[0]?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*')
          window[0]?.postMessage(`[iFrameSizer]frame-${String(turn)}:8:false`, '*')
        }
      })
      await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
      await settle(page, frame)
      expect((await told(page)).length).toBeLessThan(40)
      const names = await page.evaluate(
        () => new Set(window.got.flatMap((data) => (typeof data === 'string' ? (/^\[iFrameSizer\][^:]+/.exec(data) ?? []) : []))).size,
      )
      expect(names).toBe(4)
    })
  })

  it('from a window that is not the host do nothing, even where they are sound', async () => {
    const body = `${obey}<iframe src="${hosts().frame}"></iframe><iframe src="${hosts().frame}?lines=2"></iframe>`
    await visit(body, async (page, frame) => {
      await expectWhole(page, 2)
      const before = await told(page)
      const stranger = page.frames().at(-1)
      await stranger?.evaluate(() => {
        const other = window.parent[0]
        other?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*')
        other?.postMessage({ pasar: 'theme', theme: 'dark' }, '*')
      })
      await settle(page, frame)
      expect(await told(page)).toEqual(before)
      expect(await frame.evaluate(() => document.documentElement.style.colorScheme)).toBe('')
    })
  })
})

it('a host may change the theme of a frame without loading it again', async () => {
  await visit(`<iframe src="${hosts().frame}"></iframe>`, async (page, frame) => {
    for (const theme of ['dark', 'light']) {
      await page.evaluate((value) => window[0]?.postMessage({ pasar: 'theme', theme: value }, '*'), theme)
      await expect.poll(() => frame.evaluate(() => document.documentElement.style.colorScheme), patience).toBe(theme)
    }
  })
})
