import { describe, expect, inject, test } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { systemFonts } from './fonts.ts'
import { embeds } from './pages.ts'

const browser = useBrowser()
const widths = [296, 320, 330, 400, 510, 575, 576, 600, 660, 768, 930, 1000, 1200, 1600]
/** What a step may keep free beyond what is needed, a row of buttons that a browser sets closer by its kerning (a line of text is less), and what rounding adds. */
const slack = 25 + 39 + 2

describe.each(embeds)('/%s', (embed) => {
  test('keeps free what it needs in each of the usual fonts, and in the widest of them hardly a line more', async () => {
    await withPage(browser(), { bypassCSP: true }, async (page) => {
      await page.goto(`${inject('site')}${embed}`)
      for (const font of Object.keys(systemFonts)) {
        await page.evaluate((family) => document.documentElement.style.setProperty('--font-sans', `"${family}"`), font)
        for (const width of widths) {
          await page.setViewportSize({ width, height: 400 })
          const { kept, needed } = await page.evaluate(() => {
            const box = document.querySelector<HTMLElement>('.box')
            const height = (): number => box?.getBoundingClientRect().height ?? Number.NaN
            const before = height()
            delete box?.dataset.reserved
            const after = height()
            if (box) box.dataset.reserved = ''
            return { kept: before, needed: after }
          })
          const place = `${font} at ${String(width)} px`
          expect(needed, place).toBeGreaterThan(200)
          // What is kept is a whole number of pixels and the caption's, so a page that grew is one that kept too little.
          expect(kept, `${place}: ${String(needed)} px are needed`).toBeGreaterThan(needed)
          if (font === 'DejaVu Sans') expect(kept - needed, place).toBeLessThanOrEqual(slack)
        }
      }
    })
  })
})
