import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'

const browser = useBrowser()
const chart = '#user-counts'

function visit<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), { viewport: { width: 1280, height: 900 }, ...options }, async (page) => {
    await page.goto(`${inject('site')}indonesia-ecommerce/${chart}`)
    await page.locator(`${chart} .drawing[role=application]`).waitFor()
    return use(page)
  })
}

/** Chooses views one upon the other and says in the same moment, before anything has moved, which dots set out and which wait for them. */
function chooseViews(page: Page, ...views: string[]): Promise<{ dots: number; waiting: string[]; key: boolean }> {
  return page.evaluate(
    ([figure, names]) => {
      for (const name of names) document.querySelector<HTMLElement>(`${figure} [data-view=${name}]`)?.click()
      const svg = [...document.querySelectorAll(`${figure} .drawing svg`)].find((one) => one.checkVisibility())
      const travellers = [...(svg?.querySelectorAll('.travellers path') ?? [])]
      const waiting = [...(svg?.querySelectorAll('.aloft:not(.hole)') ?? [])]
      return {
        dots: travellers.flatMap((path) => path.getAttribute('d')?.match(/M/g) ?? []).length,
        waiting: waiting.map((path) => path.closest('[data-mark]')?.getAttribute('data-mark') ?? 'key'),
        key: svg?.querySelector('.dots.ink')?.classList.contains('aloft') ?? true,
      }
    },
    [chart, views] as const,
  )
}

const shownMarks = (page: Page): Promise<string[]> =>
  page
    .locator(`${chart} svg.wide g[data-mark]:not(.away), ${chart} svg.narrow g[data-mark]:not(.away)`)
    .filter({ visible: true })
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-mark') ?? ''))

describe('the fields of dots', () => {
  it('send a dot for each that the chosen field has, and leave the dot of the key where it explains them', async () => {
    await visit({}, async (page) => {
      const { dots, waiting, key } = await chooseViews(page, 'tokopedia')
      expect(waiting).toEqual(['tokopedia-users-2024'])
      expect(dots).toBe(18)
      expect(key).toBe(false)
      await page.locator(`${chart} svg .travellers`).waitFor({ state: 'detached' })
      expect(await page.locator(`${chart} .aloft`).count()).toBe(0)
    })
  })

  it('turn round on their way when the reader chooses again', async () => {
    await visit({}, async (page) => {
      const { waiting, dots } = await chooseViews(page, 'tokopedia', 'accounts')
      expect(waiting).toEqual(['tiktok-users-2023', 'population-2023'])
      expect(dots).toBe(125 + 154)
      await page.locator(`${chart} svg .travellers`).waitFor({ state: 'detached' })
      expect(await page.locator(`${chart} .aloft`).count()).toBe(0)
    })
  })

  it('change without moving for a reader who asked for less motion', async () => {
    await visit({ reducedMotion: 'reduce' }, async (page) => {
      expect(await chooseViews(page, 'reach')).toEqual({ dots: 0, waiting: [], key: false })
      expect(await shownMarks(page)).toEqual(['tiktok-reach-2023'])
    })
  })

  it('stand as they were drawn when the choice is taken back', async () => {
    await visit({ reducedMotion: 'reduce' }, async (page) => {
      const drawn = (): Promise<string> => page.locator(`${chart} .drawing`).innerHTML()
      const before = await drawn()
      const button = page.locator(`${chart} [data-view=internet]`)
      await button.click()
      expect(await drawn()).not.toBe(before)
      await button.click()
      expect((await drawn()).replaceAll(' class=""', '')).toBe(before)
    })
  })
})

describe.each([
  { name: 'by mouse at 1280 px', options: {} },
  { name: 'by touch at 360 px', options: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
  { name: 'by touch at 320 px', options: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } },
])('a field chosen $name', ({ options }) => {
  it('stands alone and as wide as the drawing, with the words that keep accounts and people apart', async () => {
    await visit({ reducedMotion: 'reduce', ...options }, async (page) => {
      const button = page.locator(`${chart} [data-view=accounts]`)
      await ('hasTouch' in options ? button.tap() : button.click())
      expect(await shownMarks(page)).toEqual(['tiktok-users-2023', 'population-2023', 'accounts-per-100'])
      const share = page.locator(`${chart} [data-mark=accounts-per-100] text`).filter({ visible: true })
      expect((await share.locator('tspan').allTextContents()).join(' ')).toContain('if every account were a person')
      const widths = await page.evaluate((figure) => {
        const svg = [...document.querySelectorAll<SVGSVGElement>(`${figure} .drawing svg`)].find((one) => one.checkVisibility())
        const [field, frame] = [svg?.querySelector('[data-height] .dots')?.getBoundingClientRect(), svg?.getBoundingClientRect()]
        return { field: field?.width ?? 0, frame: frame?.width ?? 0 }
      }, chart)
      expect(widths.field / widths.frame).toBeGreaterThan(0.95)
      expect(widths.field).toBeLessThanOrEqual(widths.frame)
    })
  })
})
