import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import type { Variant } from './variants.ts'

/** What one cold load of a page cost. Times in milliseconds from the press, sizes in bytes. */
export interface Load {
  bytes: number
  requests: number
  firstPaint: number
  largestPaint: number
  /**
   * For the page as it is and without charts: all of its HTML, and so every drawing, is there and the frame after it is painted. For the one
   * that draws in the browser: the last drawing is in the page and the frame after it is painted.
   */
  drawn: number
  /** Of every task after the first paint what it takes above 50 ms, until the page rests. */
  blocking: number
  /** The same while it is scrolled to its end. */
  blockingInScroll: number
  /** How far things moved under the reader, while it loaded and while it was scrolled to its end. */
  shift: number
  heap: number
}

declare global {
  interface Window {
    bench: { drawn: number; largest: number; shift: number; tasks: { start: number; duration: number }[] }
  }
}

/** A mid-range phone, as Lighthouse has it, on a slow mobile network. */
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }
const slowdown = 4
const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

/** Opens a page in a context that knows nothing, on that phone, and lends it and its own tools. */
export async function onPhone<T>(
  browser: Browser,
  use: (page: Page, tools: CDPSession, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(phone)
  try {
    const page = await context.newPage()
    const tools = await context.newCDPSession(page)
    await tools.send('Network.enable')
    await tools.send('Network.setCacheDisabled', { cacheDisabled: true })
    await tools.send('Network.emulateNetworkConditions', network)
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(watch)
    return await use(page, tools, context)
  } finally {
    await context.close()
  }
}

/** Loads a page cold, lets it rest, then scrolls it to its end. */
export function loadCold(browser: Browser, address: string, variant: Variant): Promise<Load> {
  return onPhone(browser, async (page, tools) => {
    let [bytes, requests] = [0, 0]
    tools.on('Network.requestWillBeSent', () => (requests += 1))
    tools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await page.addInitScript(`(${String(watchDrawn)})(${JSON.stringify(variant === 'plot' ? 'drawn' : 'readystatechange')})`)
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.waitForFunction(() => window.bench.drawn > 0)
    const paints = await page.evaluate(() => ({
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      largestPaint: window.bench.largest,
      drawn: window.bench.drawn,
      rest: performance.now(),
    }))
    await tools.send('HeapProfiler.collectGarbage')
    const { usedSize: heap } = await tools.send('Runtime.getHeapUsage')
    await scrollToEnd(page)
    const { shift, tasks } = await page.evaluate(() => window.bench)
    const blocking = (from: number, until: number): number =>
      tasks.filter(({ start }) => start >= from && start < until).reduce((total, { duration }) => total + Math.max(0, duration - 50), 0)
    const { rest, ...times } = paints
    return {
      bytes,
      requests,
      ...times,
      blocking: blocking(times.firstPaint, rest),
      blockingInScroll: blocking(rest, Infinity),
      shift,
      heap,
    }
  })
}

/** Half a screen at a time, as long as what comes near needs to load. */
async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo({ top, behavior: 'instant' })
      await frame()
      await frame()
    }
  })
  await page.waitForLoadState('networkidle')
}

/** Runs in the page before anything else. */
function watch(): void {
  window.bench = { drawn: 0, largest: Number.NaN, shift: 0, tasks: [] }
  const observe = (type: string, heed: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(heed)).observe({ type, buffered: true })
  }
  observe('largest-contentful-paint', ({ startTime }) => (window.bench.largest = startTime))
  observe('layout-shift', (entry) => (window.bench.shift += (entry as PerformanceEntry & { value: number }).value))
  observe('longtask', ({ startTime: start, duration }) => window.bench.tasks.push({ start, duration }))
}

function watchDrawn(event: string): void {
  document.addEventListener(
    event,
    () =>
      // A message sent in a frame arrives when that frame has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => (window.bench.drawn = performance.now())
        port2.postMessage(undefined)
      }),
    { once: true },
  )
}

/** How far things move when a link opens the page at a part of it, until it rests. */
export function shiftAt(browser: Browser, address: string): Promise<number> {
  return onPhone(browser, async (page) => {
    await page.goto(address, { waitUntil: 'networkidle' })
    return page.evaluate(() => window.bench.shift)
  })
}
