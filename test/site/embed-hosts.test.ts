import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { expectWhole } from './embeds/frames.ts'
import { parents } from './embeds/parents.ts'
import { useHosts } from './embeds/server.ts'
import { embeds as all, isOriginal } from './pages.ts'

const browser = useBrowser()
const hosts = useHosts()
const embeds = all.filter(isOriginal)
const widths = [320, 600, 1000, 320]

describe.each(parents)('a page with $name', ({ name, page: make, limits }) => {
  it('shows every chart whole, without a scroll bar, in columns of 320, 600 and 1000 px and back', async () => {
    const frames = [hosts().frame, ...embeds.map((embed) => inject('site') + embed)]
    await withPage(browser(), { viewport: { width: widths[0] ?? 0, height: 800 } }, async (page) => {
      const errors: unknown[] = []
      page.on('pageerror', (error) => errors.push(error))
      await page.goto(hosts().add(make(hosts(), frames)))
      const off: number[] = []
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        // What is lazy comes when it is scrolled to.
        for (const chart of await page.locator('pasar-chart').all()) await chart.scrollIntoViewIfNeeded()
        off.push(await expectWhole(page, frames.length, limits))
      }
      console.log(`${name}: ${String(frames.length)} frames, off by at most ${off.map((px) => px.toFixed(1)).join(', ')} px`)
      expect(errors).toEqual([])
    })
  })
})

it('there are embeds to be shown', () => {
  expect(embeds).not.toEqual([])
})
