import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { watchShifts } from './shifts.ts'

const browser = useBrowser()
const story = `${inject('site')}indonesia-ecommerce/`

function visit<T>(options: BrowserContextOptions, hash: string, use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options }, async (page) => {
    await watchShifts(page)
    await page.goto(`${story}${hash}`)
    return use(page)
  })
}

const viewOf = (page: Page, chart: string): Promise<string | undefined> =>
  page.locator(`[id="${chart}"]`).evaluate((figure) => figure.dataset.view)
const hashOf = (page: Page): string => new URL(page.url()).hash

/** Scrolls as a reader does, with the wheel, until an element's upper edge stands at a share of the screen's height. */
async function wheelTo(page: Page, selector: string, share: number): Promise<void> {
  await page.mouse.move(4, 200)
  const far = await page.locator(selector).evaluate((node, at) => node.getBoundingClientRect().top - innerHeight * at, share)
  await page.evaluate(() => {
    window.scrolled = new Promise((resolve) => {
      addEventListener('scrollend', resolve, { once: true })
    })
  })
  await page.mouse.wheel(0, far)
  await page.evaluate(() => window.scrolled)
}

declare global {
  interface Window {
    scrolled: Promise<unknown>
    listened: string[]
  }
}

const sizes: [width: number, height: number][] = [
  [320, 568],
  [360, 740],
  [412, 915],
  [768, 1024],
  [1024, 600],
  [1280, 900],
  [1920, 1080],
]

describe.each(sizes.filter(([width]) => [360, 768, 1280].includes(width)))('on a screen of %i by %i', (width, height) => {
  it('a link to any step opens on it, with its view, and nothing moves', async () => {
    const steps = await visit({}, '', (page) =>
      page.locator('.step').evaluateAll((nodes) => nodes.map(({ id, dataset }) => ({ id, view: dataset.view ?? '' }))),
    )
    expect(steps.length).toBeGreaterThanOrEqual(8)
    for (const { id, view } of steps)
      await visit({ viewport: { width, height } }, `#${id}`, async (page) => {
        await page.waitForLoadState('networkidle')
        const step = page.locator(`[id="${id}"]`)
        const place = await step.evaluate((node) => {
          const range = document.createRange()
          range.selectNodeContents(node.querySelector('p') ?? node)
          const { top } = range.getBoundingClientRect()
          const scene = node.closest('figure')?.querySelector('.scene')?.getBoundingClientRect()
          const figure = node.closest('figure')
          return { top, scene: scene?.bottom ?? 0, layout: figure?.dataset.layout, id: figure?.id ?? '' }
        })
        expect.soft(place.top, `${id} is on the screen`).toBeGreaterThanOrEqual(0)
        expect.soft(place.top, `${id} is on the screen`).toBeLessThan(height)
        if (place.layout === 'under') expect.soft(place.top, `${id} is clear of its drawing`).toBeGreaterThanOrEqual(place.scene - 1)
        if (place.layout !== 'after') await expect.poll(() => viewOf(page, place.id), { message: id }).toBe(view)
        expect.soft(hashOf(page)).toBe(`#${id}`)
        expect.soft(await page.evaluate(() => window.shifts), id).toEqual([])
      })
  })
})

describe.each(sizes)('on a screen of %i by %i', (width, height) => {
  it('neither a drawing that sticks nor the words of a step are ever cut', async () => {
    await visit({ viewport: { width, height } }, '', async (page) => {
      await page.waitForLoadState('networkidle')
      const told = await page.locator('figure[data-first]').evaluateAll((figures) =>
        figures.map((figure) => ({
          id: figure.id,
          layout: figure.dataset.layout,
          steps: [...figure.querySelectorAll('.step')].map((step) => step.id),
        })),
      )
      for (const { id, layout, steps } of told.filter((each) => each.layout !== 'after'))
        for (const step of steps) {
          await wheelTo(page, `[id="${step}"]`, layout === 'over' ? 0.9 : layout === 'under' ? 0.7 : 0.3)
          const { svg, text, masthead, font } = await page.evaluate(
            ([figure, target]) => {
              const drawing = [...document.querySelectorAll<SVGSVGElement>(`[id="${figure}"] .drawing svg`)].find(
                (each) => each.getBoundingClientRect().width > 0,
              )
              const edges = (node: Element | null | undefined): { top: number; bottom: number; left: number; right: number } => {
                const { top, bottom, left, right } = node?.getBoundingClientRect() ?? new DOMRect()
                return { top, bottom, left, right }
              }
              const bar = document.querySelector('.masthead')
              return {
                svg: edges(drawing),
                text: edges(document.getElementById(target)?.querySelector('p')),
                masthead: bar && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().bottom : 0,
                font: (drawing?.getBoundingClientRect().height ?? 0) / (drawing?.viewBox.baseVal.height ?? 1),
              }
            },
            [id, step] as const,
          )
          expect.soft(svg.top, `${step}: top of the drawing`).toBeGreaterThanOrEqual(masthead - 1)
          expect.soft(svg.bottom, `${step}: bottom of the drawing`).toBeLessThanOrEqual(height + 1)
          expect.soft(font, `${step}: labels are legible`).toBeGreaterThanOrEqual(0.87)
          if (layout === 'beside') expect.soft(text.left, `${step}: beside the drawing`).toBeGreaterThanOrEqual(svg.right)
          if (layout === 'under') expect.soft(text.top, `${step}: under the drawing`).toBeGreaterThanOrEqual(svg.bottom)
          if (layout === 'over') {
            const above = await page.evaluate(
              ([target]) => {
                const node = document.getElementById(target)
                const { left, top, bottom } = node?.getBoundingClientRect() ?? new DOMRect()
                return bottom <= innerHeight ? node?.contains(document.elementFromPoint(left + 20, (top + bottom) / 2)) : true
              },
              [step] as const,
            )
            expect.soft(above, `${step}: over the drawing`).toBe(true)
          }
        }
    })
  })
})

describe('a reader who scrolls', () => {
  it('sees the view of each step, and has it in the address without a pile of history', async () => {
    await visit({}, '', async (page) => {
      await page.waitForLoadState('networkidle')
      const entries = (): Promise<number> => page.evaluate(() => history.length)
      const before = await entries()
      expect(await viewOf(page, 'market-growth')).toBe('2023')
      for (const view of ['2023', '2030', 'later']) {
        await wheelTo(page, `[id="market/${view}"]`, 0.3)
        await expect.poll(() => hashOf(page)).toBe(`#market/${view}`)
        expect(await viewOf(page, 'market-growth')).toBe(view)
      }
      await wheelTo(page, '#partners h2', 0.1)
      await expect.poll(() => hashOf(page)).toBe('')
      expect(await viewOf(page, 'market-growth')).toBe('later')
      expect(await entries()).toBe(before)
    })
  })

  it('comes back to a step by back and forward after a link', async () => {
    await visit({}, '#market/2030', async (page) => {
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => {
        location.hash = '#market/later'
      })
      await expect.poll(() => viewOf(page, 'market-growth')).toBe('later')
      await page.goBack()
      await expect.poll(() => viewOf(page, 'market-growth')).toBe('2030')
      expect(hashOf(page)).toBe('#market/2030')
      await page.goForward()
      await expect.poll(() => viewOf(page, 'market-growth')).toBe('later')
    })
  })

  it('keeps a view that a link chose until the next step is read', async () => {
    await visit({}, '#market-growth/later', async (page) => {
      await page.waitForLoadState('networkidle')
      await expect.poll(() => viewOf(page, 'market-growth')).toBe('later')
      expect(hashOf(page)).toBe('#market-growth/later')
      await wheelTo(page, '[id="market/2030"]', 0.3)
      await expect.poll(() => viewOf(page, 'market-growth')).toBe('2030')
    })
  })

  it('shows after a leap over its steps what the last of them says, and before the first what the first will', async () => {
    await visit({ viewport: { width: 768, height: 1024 } }, '', async (page) => {
      const leap = (place: 'start' | 'end'): Promise<void> =>
        page.evaluate((place) => {
          const steps = document.querySelector('#market-growth .steps')
          const { top, bottom } = steps?.getBoundingClientRect() ?? new DOMRect()
          scrollBy({ top: place === 'end' ? bottom - 0.6 * innerHeight : top - innerHeight, behavior: 'instant' })
        }, place)
      const views = await page.locator('#market-growth .step').evaluateAll((steps) => steps.map(({ dataset }) => dataset.view))
      await leap('end')
      await expect.poll(() => viewOf(page, 'market-growth')).toBe(views.at(-1))
      await leap('start')
      await expect.poll(() => viewOf(page, 'market-growth')).toBe(views[0])
    })
  })

  it('is not followed by a scroll listener, nor held up by a wheel or a finger', async () => {
    await withPage(browser(), {}, async (page) => {
      await page.addInitScript(() => {
        window.listened = []
        const target: { addEventListener: (...args: never[]) => void } = EventTarget.prototype
        target.addEventListener = new Proxy(target.addEventListener, {
          apply(add, node, args: Parameters<EventTarget['addEventListener']>) {
            const [type, , options] = args
            const waits = ['wheel', 'touchmove'].includes(type) && !(typeof options === 'object' && options.passive)
            if (type === 'scroll' || waits) window.listened.push(type)
            Reflect.apply(add, node, args)
          },
        })
      })
      await page.goto(story)
      for (const figure of await page.locator('figure.chart').all()) {
        await figure.scrollIntoViewIfNeeded()
        await figure.locator('.drawing[role=application]').waitFor()
      }
      expect(await page.evaluate(() => window.listened)).toEqual([])
    })
  })
})

describe('a chart told by steps', () => {
  it('stands whole without scripts, once, and then its steps', async () => {
    await visit({ javaScriptEnabled: false }, '#market/2030', async (page) => {
      const faults = await page.locator('figure:has(.steps)').evaluateAll((figures) =>
        figures.flatMap((figure) => {
          const hidden = figure.querySelectorAll('.drawing .away').length
          const scene = figure.querySelector('.scene')?.getBoundingClientRect()
          const steps = figure.querySelector('.steps')?.getBoundingClientRect()
          return hidden > 0 || !scene || !steps || steps.top < scene.bottom ? [figure.id] : []
        }),
      )
      expect(faults).toEqual([])
      expect(await page.locator('.to-chart:visible').count()).toBe(0)
    })
  })

  it('stands whole on paper, once, and then its steps', async () => {
    await visit({}, '#market/2023', async (page) => {
      await page.waitForLoadState('networkidle')
      await expect.poll(() => viewOf(page, 'market-growth')).toBe('2023')
      await page.emulateMedia({ media: 'print' })
      const unseen = await page
        .locator('figure[data-first] .drawing [data-views]')
        .evaluateAll((nodes) =>
          nodes
            .filter((node) => getComputedStyle(node).visibility === 'hidden' || getComputedStyle(node).opacity === '0')
            .map((node) => node.outerHTML.slice(0, 80)),
        )
      expect(unseen).toEqual([])
      const order = await page.locator('figure[data-first]').evaluateAll((figures) =>
        figures.map((figure) => {
          const [scene, steps] = ['.scene', '.steps'].map((part) => figure.querySelector(part)?.getBoundingClientRect())
          return (steps?.top ?? 0) >= (scene?.bottom ?? Infinity) - 1
        }),
      )
      expect(order).toEqual(order.map(() => true))
    })
  })

  it('offers each step’s view by a link where the drawing is longer than the screen', async () => {
    await visit({ viewport: { width: 320, height: 568 } }, '', async (page) => {
      await page.waitForLoadState('networkidle')
      const figure = page.locator('figure[data-layout=after]').last()
      const id = (await figure.getAttribute('id')) ?? ''
      const step = figure.locator('.step').first()
      const view = await step.getAttribute('data-view')
      await step.locator('.to-chart a').click()
      await expect.poll(() => viewOf(page, id)).toBe(view)
      expect(hashOf(page)).toBe(`#${id}/${view ?? ''}`)
      await page.goBack()
      await expect.poll(() => viewOf(page, id)).toBeUndefined()
    })
  })

  it('changes its view without a movement where less motion is wanted', async () => {
    const longest = (reducedMotion: 'reduce' | 'no-preference'): Promise<number> =>
      visit({ reducedMotion }, '', (page) =>
        page
          .locator('figure[data-first] .drawing [data-views]')
          .evaluateAll((nodes) =>
            Math.max(...nodes.flatMap((node) => getComputedStyle(node).transitionDuration.split(',').map(Number.parseFloat))),
          ),
      )
    expect(await longest('reduce')).toBe(0)
    expect(await longest('no-preference')).toBeGreaterThan(0)
  })
})
