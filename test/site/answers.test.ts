import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { useBrowser } from './browser.ts'

const browser = useBrowser()
const story = `${inject('site')}indonesia-ecommerce/`

/** A page whose chart answers: scrolled to, and its behaviours loaded. */
async function awake(page: Page, chart: string): Promise<Page> {
  await page.goto(`${story}#${chart}`)
  await page.locator(`#${chart} .drawing[role=application]`).waitFor()
  return page
}

/** Where a mark's dot stands on the screen. */
async function dotOf(page: Page, chart: string, mark: string): Promise<{ x: number; y: number }> {
  const box = await page
    .locator(`#${chart} svg.wide circle[data-mark="${mark}"], #${chart} svg.narrow circle[data-mark="${mark}"]`)
    .filter({ visible: true })
    .boundingBox()
  if (!box) throw new TypeError(`no dot of ${mark}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const tipOf = (page: Page, chart: string): Promise<string> => page.locator(`#${chart} .tip`).innerText()

describe('a chart that is asked for its numbers', () => {
  let page: Page
  beforeAll(async () => {
    page = await awake(await browser().newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }), 'market-growth')
  })
  afterAll(async () => {
    await page.close()
  })

  test('says what the mark under the pointer is, in the words of its row', async () => {
    const { x, y } = await dotOf(page, 'market-growth', 'market-2030')
    await page.mouse.move(x + 3, y + 3)
    const tip = page.locator('#market-growth .tip')
    await tip.waitFor()
    const cells = await page.locator('[id="market-growth/market-2030"] > *').allTextContents()
    const text = await tip.innerText()
    for (const cell of cells.filter((each) => each !== '')) expect(text).toContain(cell)
    await page.mouse.move(5, 5)
    await tip.waitFor({ state: 'hidden' })
  })

  test('says the same by keyboard, aloud, and walks from the first mark to the last', async () => {
    const drawing = page.locator('#market-growth .drawing')
    await drawing.focus()
    await page.keyboard.press('Home')
    const first = await tipOf(page, 'market-growth')
    expect(await page.locator('#market-growth .voice').textContent()).toBe(first.split('\n').join('. '))
    await page.keyboard.press('End')
    const last = await tipOf(page, 'market-growth')
    expect(last).not.toBe(first)
    await page.keyboard.press('ArrowRight')
    expect(await tipOf(page, 'market-growth')).toBe(last)
    await page.keyboard.press('Escape')
    expect(await page.locator('#market-growth .tip').isVisible()).toBe(false)
    await page.keyboard.press('Tab')
    expect(await drawing.evaluate((node) => node === document.activeElement)).toBe(false)
  })
})

test.each([
  { chart: 'market-growth', mark: 'market-2030' },
  { chart: 'market-growth', mark: 'market-2030-edition-2025' },
  { chart: 'market-growth', mark: 'growth-needed' },
  { chart: 'timeline', mark: 'deal-announced' },
  { chart: 'platform-shares', mark: 'shares-shopee' },
])('a label of $chart answers for its mark, $mark, however far from it it stands', async ({ chart, mark }) => {
  const page = await awake(await browser().newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }), chart)
  const label = page
    .locator(`#${chart} svg.wide text[data-mark="${mark}"], #${chart} svg.wide [data-mark="${mark}"] text`)
    .filter({ visible: true })
    .last()
  await label.scrollIntoViewIfNeeded()
  const box = await label.boundingBox()
  if (!box) throw new TypeError(`no label of ${mark}`)
  await page.mouse.move(box.x + box.width - 3, box.y + box.height / 2)
  await page.locator(`#${chart} .tip`).waitFor()
  const head = await page.locator(`[id="${chart}/${mark}"] > :first-child`).textContent()
  expect((await tipOf(page, chart)).split('\n')[0]).toBe(head)
  const pointed = page.locator(`#${chart} svg.wide .pointed:not(text)`)
  expect(new Set(await pointed.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-mark'))))).toEqual(new Set([mark]))
  await page.close()
})

describe.each([320, 360, 1280])('at %i px', (width) => {
  test('no mark of any chart has a tip that leaves the figure or covers the mark', async () => {
    const page = await browser().newPage({ viewport: { width, height: 800 } })
    await page.goto(story)
    const charts = await page.locator('figure.chart').evaluateAll((figures) => figures.map((figure) => figure.id))
    expect(charts.length).toBeGreaterThanOrEqual(8)
    for (const chart of charts) {
      await page.locator(`[id="${chart}"]`).scrollIntoViewIfNeeded()
      const drawing = page.locator(`#${chart} .drawing[role=application]`)
      await drawing.waitFor()
      const faults = await drawing.evaluate((node) => {
        const found: string[] = []
        const seen = new Set<string>()
        const press = (key: string): boolean => node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        press('Home')
        for (let step = 0; step < 80; step++) {
          const tip = node.querySelector<HTMLElement>('.tip')
          const pointed = node.querySelector('svg:not([style]) circle.pointed, svg rect.pointed, svg .pointed circle')
          if (!tip || tip.hidden) break
          if (seen.has(tip.innerText + (pointed?.outerHTML ?? ''))) break
          seen.add(tip.innerText + (pointed?.outerHTML ?? ''))
          const [box, frame] = [tip.getBoundingClientRect(), node.getBoundingClientRect()]
          if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1) found.push(`outside: ${tip.innerText}`)
          press('ArrowRight')
        }
        press('Escape')
        if (seen.size === 0) found.push('no mark answered')
        return found
      })
      expect(faults, chart).toEqual([])
    }
    await page.close()
  })
})

test('a finger on a mark says its numbers, and a finger that scrolls goes on scrolling', async () => {
  const context = await browser().newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  })
  const page = await awake(await context.newPage(), 'market-growth')
  const { x, y } = await dotOf(page, 'market-growth', 'market-2030')
  await page.touchscreen.tap(x, y)
  await page.locator('#market-growth .tip').waitFor()
  expect(await tipOf(page, 'market-growth')).toContain('$160')
  expect(await page.locator('#market-growth .drawing').evaluate((node) => getComputedStyle(node).touchAction)).toBe('pan-y')
  await context.close()
})

describe('the views of a chart', () => {
  test('hide what is not in them, go into the address, and come back with it', async () => {
    const page = await awake(await browser().newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }), 'market-growth')
    const hidden = (): Promise<number> => page.locator('#market-growth svg.wide .away').count()
    expect(await hidden()).toBe(0)
    const button = page.locator('#market-growth .views button').first()
    const view = await button.getAttribute('data-view')
    await button.click()
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(hidden).toBeGreaterThan(5)
    expect(new URL(page.url()).hash).toBe(`#market-growth/${view ?? ''}`)
    await page.goBack()
    await expect.poll(hidden).toBe(0)
    await page.goForward()
    await expect.poll(hidden).toBeGreaterThan(5)
    await page.reload()
    await expect.poll(hidden).toBeGreaterThan(5)
    await page.close()
  })

  test('are painted as pressed before the chart is laid out anew', async () => {
    const page = await awake(await browser().newPage({ viewport: { width: 360, height: 800 } }), 'market-growth')
    await page.evaluate(() => {
      const state = (): string => {
        const pressed = document.querySelector('#market-growth .views button')?.getAttribute('aria-pressed') ?? ''
        return `${pressed}, ${document.querySelector<HTMLElement>('#market-growth')?.dataset.view ?? 'no view'}`
      }
      // Before whatever the page itself hears of the press: the frame that it is painted in.
      addEventListener('click', () => requestAnimationFrame(() => (document.title = state())), { capture: true, once: true })
    })
    const button = page.locator('#market-growth .views button').first()
    await button.click()
    await expect.poll(() => page.title()).toBe('true, no view')
    await page.waitForFunction(() => document.querySelector<HTMLElement>('#market-growth')?.dataset.view !== undefined)
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await page.close()
  })
})

describe.each([320, 1280])('a figure in the prose at %i px', (width) => {
  test('opens what it rests on beside itself, and gives the focus back on Escape', async () => {
    const page = await browser().newPage({ viewport: { width, height: 700 } })
    await page.goto(story)
    await page.locator('.card').waitFor({ state: 'attached' })
    const figures = page.locator('.prose a.fact')
    for (const index of [0, 3, 8]) {
      const figure = figures.nth(index)
      const id = (await figure.getAttribute('href'))?.slice(1) ?? ''
      await figure.focus()
      await page.keyboard.press('Enter')
      const card = page.locator('.card')
      await card.waitFor()
      expect(await card.innerText()).toContain(((await page.locator(`#${id}`).innerText()).split('.')[0] ?? '').slice(0, 40))
      const box = await card.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      await page.keyboard.press('Escape')
      await card.waitFor({ state: 'hidden' })
      expect(await figure.evaluate((node) => node === document.activeElement)).toBe(true)
      expect(new URL(page.url()).hash).toBe('')
    }
    await page.close()
  })
})

test('without scripts a figure leads to its entry in the list of sources', async () => {
  const context = await browser().newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(story)
  const figure = page.locator('.prose a.fact').first()
  const address = await figure.getAttribute('href')
  await figure.click()
  expect(new URL(page.url()).hash).toBe(address)
  await context.close()
})
