import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { systemFonts } from './fonts.ts'
import { measureLabels } from './labels.ts'
import { charted, isOriginal, stories } from './pages.ts'

const browser = useBrowser()
const widths = [320, 375, 768, 1280]
const own = 'our own font'
const pages = new Map<string, Page>()

beforeAll(async () => {
  // In another language the pages of charts show the same drawings as the story.
  for (const address of charted.filter((page) => isOriginal(page) || !stories.includes(page))) {
    // Told by steps, a chart shows one view at a time; as it is written it stands whole.
    const page = await browser().newPage({ javaScriptEnabled: false })
    await page.goto(`${inject('site')}${address}`)
    pages.set(address, page)
  }
})
afterAll(async () => {
  for (const page of pages.values()) await page.close()
})

function isInstalled(page: Page, font: string): Promise<boolean> {
  return page.evaluate((name) => {
    const canvas = document.createElement('canvas').getContext('2d')
    const widthIn = (family: string): number | undefined => {
      if (canvas) canvas.font = `100px ${family}`
      return canvas?.measureText('How Indonesia shops online').width
    }
    return widthIn(`"${name}", monospace`) !== widthIn('monospace')
  }, font)
}

/**
 * Sets the font of the interface. Ours is loaded anew, under another name, because a page may go on without a font that came late.
 */
async function dress(page: Page, font: string): Promise<void> {
  await page.evaluate(
    async ({ font, own }) => {
      const { style } = document.documentElement
      style.removeProperty('--font-sans')
      if (font === own && ![...document.fonts].some(({ family }) => family === own)) {
        // Narrow screens have none of ours, and their labels hold in it all the same.
        const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
        const families = rules.map((rule) => (rule instanceof CSSStyleRule ? rule.style.getPropertyValue('--font-sans').split(',')[0] : ''))
        const rule = rules.find(
          (rule) => rule instanceof CSSFontFaceRule && families.includes(rule.style.getPropertyValue('font-family').trim()),
        )
        if (!(rule instanceof CSSFontFaceRule)) throw new TypeError('invalid styles: no font of ours that --font-sans begins with')
        const face = new FontFace(own, rule.style.getPropertyValue('src'), { weight: rule.style.getPropertyValue('font-weight') })
        document.fonts.add(await face.load())
      }
      style.setProperty('--font-sans', `"${font}"`)
    },
    { font, own },
  )
}

describe.each(widths)('at %d px wide', (width) => {
  test.each([own, ...Object.keys(systemFonts)])(
    'in %s no label touches another, leaves its drawing or is too small to read',
    async (font) => {
      for (const [address, page] of pages) {
        if (font !== own && !(await isInstalled(page, font))) {
          console.log(`SKIPPED: ${font} is not installed here, so no label was measured in it at ${String(width)} px.`)
          return
        }
        await page.setViewportSize({ width, height: 800 })
        await dress(page, font)
        const { measured, faults } = await measureLabels(page)
        for (const chart of await page.locator('figure.chart').evaluateAll((figures) => figures.map(({ id }) => id)))
          expect.soft(measured[chart] ?? 0, `labels of ${chart} on /${address}`).toBeGreaterThan(0)
        expect.soft(faults.map((fault) => `/${address} at ${String(width)} px in ${font}: ${fault}`)).toEqual([])
      }
    },
  )
})

it('would find a label moved onto its neighbour, one moved out and one shrunk', async () => {
  const [page] = pages.values()
  if (!page) throw new TypeError('invalid pages: none; expected one with a chart')
  await page.setViewportSize({ width: 1280, height: 800 })
  await dress(page, own)
  await page.evaluate(() => {
    const svg = document.querySelector('figure.chart svg.wide')
    for (const attributes of [{ y: 40 }, { y: 46 }, { x: 639, y: 20 }, { y: 60, 'font-size': 9 }]) {
      const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
      for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value))
      text.textContent = `moved ${Object.values(attributes).join(' ')}`
      svg?.append(text)
    }
  })
  const { faults } = await measureLabels(page)
  await page.reload()
  expect(faults).toContainEqual(expect.stringMatching(/"moved 40" and "moved 46" overlap by/))
  expect(faults).toContainEqual(expect.stringMatching(/"moved 639 20" leaves the drawing at the right by/))
  expect(faults).toContainEqual(expect.stringMatching(/"moved 60 9" is 10\.\d px high, under 11\.9 px/))
})
