import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { build, describe } from './build.ts'
import { chromiumFlags, ensureChromium } from './chromium.ts'
import { readSitemap } from './pages.ts'
import { reportAndExit } from './report.ts'
import { serve } from './serve.ts'

const folder = 'shots'
const widths = [360, 768, 1280]
const schemes = ['light', 'dark'] as const

console.log(describe(await build(process.cwd(), new Date()).catch(reportAndExit)))
const { server, url } = await serve('dist', 0)
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags })
await rm(folder, { recursive: true, force: true })
await mkdir(path.join(folder, 'charts'), { recursive: true })

const taken = new Set<string>()
for (const address of [...readSitemap('dist').pages, '404.html']) {
  const name = address.replace(/\/$|\.html$/, '').replaceAll('/', '-') || 'index'
  for (const width of widths)
    for (const colorScheme of schemes) {
      const suffix = `${String(width)}-${colorScheme}.png`
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' })
      await page.goto(`${url}${address}`, { waitUntil: 'networkidle' })
      await page.screenshot({ path: path.join(folder, `${name}-${suffix}`), fullPage: true })
      // Scrolled to a chart, the page would lay its masthead over it.
      await page.locator('.masthead').evaluateAll((nodes) => nodes.forEach((node) => node.remove()))
      for (const figure of await page.locator('figure.chart').all()) {
        const file = path.join(folder, 'charts', `${(await figure.getAttribute('id')) ?? ''}-${suffix}`)
        // The first page that shows a chart is the one it was made for.
        if (!taken.has(file)) await figure.screenshot({ path: file })
        taken.add(file)
      }
      await page.close()
    }
  console.log(`${path.join(folder, name)}-*.png`)
}
console.log(`${String(taken.size)} pictures of charts in ${path.resolve(folder, 'charts')}`)

await browser.close()
server.closeAllConnections()
server.close()
