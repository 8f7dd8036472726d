import { createServer } from 'node:http'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { bundleClassic } from '../../embed/bundle.ts'

/** What a host's page with many charts costs it. */
export interface HostLoad {
  /** What the host's page itself did on its main thread, in milliseconds, until it was quiet. */
  loaded: number
  /** The same once it was scrolled to its end. */
  scrolled: number
  /** Frames that were loaded before anybody scrolled. */
  frames: number
}

const charts = 100

const kinds = {
  'our element': (src: string) => `<pasar-chart src="${src}" heights="0 600 0 0"><a href="${src}">Chart</a></pasar-chart>`,
  'bare lazy frame': (src: string) => `<iframe loading="lazy" style="width:100%;height:600px;border:0" src="${src}"></iframe>`,
  'bare frame': (src: string) => `<iframe style="width:100%;height:600px;border:0" src="${src}"></iframe>`,
}

/**
 * Loads a page of another site with a hundred charts, once as our elements and once as bare frames.
 *
 * @param embed address of the chart at `localhost`; the pages stand at 127.0.0.1, so that the frames are another site's
 */
export async function loadHosts(browser: Browser, embed: string): Promise<Map<string, HostLoad>> {
  const { code } = await bundleClassic(path.resolve('src/embed/host.ts'))
  const server = createServer(({ url = '' }, response) => {
    const chart = Object.values(kinds)[Number(url.slice(1))]
    const frames = Array.from({ length: charts }, (_, n) => chart?.(`${embed}?n=${String(n)}`)).join('\n')
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end(`<!doctype html><title>Host</title><script>${code}</script>${frames}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const loads = new Map<string, HostLoad>()
  for (const [place, kind] of Object.keys(kinds).entries())
    loads.set(kind, await load(browser, `http://127.0.0.1:${String(port)}/${String(place)}`))
  server.closeAllConnections()
  server.close()
  return loads
}

async function load(browser: Browser, address: string): Promise<HostLoad> {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 } })
  const page = await context.newPage()
  let frames = 0
  page.on('framenavigated', (frame) => (frames += frame.url().includes('/embed/') ? 1 : 0))
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
  // Quiet is half a second in which no frame came and the page did next to nothing.
  const quiet = async (): Promise<number> => {
    for (;;) {
      const [before, came] = [await busy(), frames]
      await page.waitForTimeout(500)
      const after = await busy()
      if (frames === came && after - before < 5) return before
    }
  }
  await page.goto(address, { waitUntil: 'commit' })
  const [loaded, atFirst] = [await quiet(), frames]
  for (let turn = 0; turn < charts; turn += 1) {
    await page.mouse.wheel(0, 650)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
  const scrolled = await quiet()
  await context.close()
  return { loaded, scrolled, frames: atFirst }
}

/** Prints the loads as a table. */
export function printHosts(loads: ReadonlyMap<string, HostLoad>): void {
  console.log(
    `\n${String(charts)} charts in a page of another site${'main thread, ms'.padStart(22)}${'after scrolling'.padStart(18)}${'frames at first'.padStart(18)}`,
  )
  for (const [kind, { loaded, scrolled, frames }] of loads)
    console.log(`  ${kind.padEnd(36)}${loaded.toFixed(0).padStart(19)}${scrolled.toFixed(0).padStart(18)}${String(frames).padStart(18)}`)
}
