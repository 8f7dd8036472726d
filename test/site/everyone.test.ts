import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it, test } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { stories } from './pages.ts'

const browser = useBrowser()
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const [story = ''] = stories

function visit<T>(options: Parameters<typeof withPage>[1], use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options }, async (page) => {
    await page.goto(`${inject('site')}${story}`)
    return use(page)
  })
}

/** Brings every chart to where its behaviours load, and waits for them. */
async function wakeAll(page: Page): Promise<string[]> {
  const figures = await page.locator('figure.chart').all()
  for (const figure of figures) {
    await figure.scrollIntoViewIfNeeded()
    await figure.locator('.drawing[role=application]').waitFor()
  }
  return Promise.all(figures.map(async (figure) => (await figure.getAttribute('id')) ?? ''))
}

/** Waits until what the page has been told is on the screen. */
function painted(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))))
}

/** What axe finds inside one element. */
function audit(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(async (root) => {
    const { axe: auditor } = window as unknown as { axe: typeof axe }
    const { violations } = await auditor.run(root, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    )
  }, selector)
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('gives axe nothing to find with a tip open, in any view, or with a figure’s details open', async () => {
    await visit({ colorScheme }, async (page) => {
      const charts = await wakeAll(page)
      await page.evaluate(axeSource)
      for (const chart of charts) {
        await page.locator(`#${chart} .drawing`).focus()
        // Focus scrolls, and where the story is told by steps a step may come into view with it.
        await painted(page)
        await page.keyboard.press('Home')
        expect.soft(await page.locator(`#${chart} .tip`).isVisible(), chart).toBe(true)
        expect.soft(await audit(page, `#${chart}`), `${chart} with its tip`).toEqual([])
        await page.keyboard.press('Escape')
        for (const button of await page.locator(`#${chart} .views button`).all()) {
          await button.click()
          expect.soft(await audit(page, `#${chart}`), `${chart}, ${await button.innerText()}`).toEqual([])
        }
      }
      await page.locator('.prose a.fact').first().click()
      await page.locator('.card').waitFor()
      expect.soft(await audit(page, '.card'), 'details').toEqual([])
    })
    // Some forty audits of a page of eight charts.
  }, 300_000)
})

it('keeps every word when a reader widens its spacing', async () => {
  await visit({ viewport: { width: 320, height: 800 } }, async (page) => {
    const lost = await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      )
      document.adoptedStyleSheets = [sheet]
      const { scrollWidth, clientWidth } = document.documentElement
      const clipped = [...document.querySelectorAll<HTMLElement>('main *:not(svg, svg *, .unseen, .scroll, .scroll *)')].filter((node) => {
        const { overflowX, overflowY } = getComputedStyle(node)
        return (
          (overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1) ||
          (overflowY !== 'visible' && node.scrollHeight > node.clientHeight + 1)
        )
      })
      return [
        ...(scrollWidth > clientWidth ? [`page is ${String(scrollWidth)} px`] : []),
        ...clipped.map((node) => node.outerHTML.slice(0, 80)),
      ]
    })
    expect(lost).toEqual([])
  })
})

it('draws marks, labels and focus in forced colours', async () => {
  await visit({ forcedColors: 'active', colorScheme: 'dark' }, async (page) => {
    await wakeAll(page)
    const faint = await page.evaluate(() =>
      [...document.querySelectorAll<SVGElement>('figure.chart svg :is(.dot, .bar, .line, text)')]
        .filter((node) => node.checkVisibility())
        .filter((node) => {
          const { fill, stroke } = getComputedStyle(node)
          const ground = getComputedStyle(node.closest('svg') ?? node).backgroundColor
          return [fill, stroke].every((paint) => paint === 'none' || paint === ground)
        })
        .map((node) => node.outerHTML.slice(0, 80)),
    )
    expect(faint).toEqual([])
    const drawing = page.locator('.drawing').first()
    await drawing.focus()
    await page.keyboard.press('Home')
    expect(await drawing.evaluate((node) => getComputedStyle(node).outlineStyle)).not.toBe('none')
    expect(await page.locator('.tip').first().isVisible()).toBe(true)
  })
})

it('moves nothing for a reader who asked for less motion', async () => {
  await visit({}, async (page) => {
    const charts = await wakeAll(page)
    for (const chart of charts)
      for (const button of await page.locator(`#${chart} .views button`).all()) {
        await button.click()
        const moving = await page.evaluate(() =>
          document
            .getAnimations()
            .filter((animation) => animation.timeline instanceof DocumentTimeline && animation.playState === 'running')
            .map((animation) =>
              animation.effect instanceof KeyframeEffect ? (animation.effect.target?.outerHTML.slice(0, 80) ?? '') : '',
            ),
        )
        expect.soft(moving, chart).toEqual([])
      }
  })
})

it('gives a finger 24 pixels for every control', async () => {
  await visit({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, async (page) => {
    await wakeAll(page)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, summary, input, select, nav a, .masthead a')]
        .filter((node) => node.checkVisibility() && !node.matches('.contents:not([open]) nav a'))
        .map((node) => ({ node, box: node.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ node, box }) => `${node.outerHTML.slice(0, 80)} ${String(Math.round(box.width))}×${String(Math.round(box.height))}`),
    )
    expect(small).toEqual([])
  })
})

it('goes through a chart by Tab in the order it is read', async () => {
  await visit({}, async (page) => {
    const charts = await wakeAll(page)
    for (const chart of charts) {
      const stops = await page.evaluate((id) => {
        const figure = document.getElementById(id)
        const focusable = [...(figure?.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex="0"]') ?? [])]
        return focusable
          .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.hasAttribute('disabled'))
          .map((node) => ({
            name: node.className || node.localName,
            top: node.getBoundingClientRect().top,
            sticks: node.closest('.scene') !== null && getComputedStyle(node.closest('.scene') ?? node).position === 'sticky',
            order: node.tabIndex,
          }))
      }, chart)
      expect
        .soft(
          stops.filter(({ order }) => order > 0),
          `${chart} sets an order of its own`,
        )
        .toEqual([])
      expect
        .soft(
          stops.map(({ name }) => name),
          chart,
        )
        .toContain('drawing')
      // A drawing that stays while its steps pass has no place in their order.
      const tops = stops.filter(({ sticks }) => !sticks).map(({ top }) => Math.round(top))
      const back = tops.filter((top, index) => top < (tops[index - 1] ?? -Infinity) - 60)
      expect.soft(back, `${chart} jumps up`).toEqual([])
    }
  })
})

it('tells marks apart by more than colour', async () => {
  await visit({}, async (page) => {
    await wakeAll(page)
    const alike = await page.evaluate(() => {
      // Accent and grey say what matters, not which is which.
      const hue = /^c[1-6]$/
      return [...document.querySelectorAll('figure.chart')].flatMap((figure) => {
        const svg = [...figure.querySelectorAll('svg')].find((one) => one.checkVisibility())
        const named = new Set<string>()
        const shapes = new Map<string, Set<string>>()
        for (const node of svg?.querySelectorAll<SVGElement>('[data-mark]') ?? []) {
          const mark = node.dataset.mark ?? ''
          if (node.localName === 'text' || node.querySelector('text')) named.add(mark)
          const painted = node.matches('.dot, .bar, .line')
            ? node
            : (node.querySelector('.dot, .bar, .line') ?? node.closest('.dot, .bar, .line'))
          const classes = [...(painted?.classList ?? [])]
          const colour = classes.find((name) => hue.test(name))
          if (colour === undefined) continue
          const shape = classes
            .filter((name) => !hue.test(name))
            .sort()
            .join(' ')
          shapes.set(shape, (shapes.get(shape) ?? new Set()).add(`${colour} ${mark}`))
        }
        // Marks of one shape in several colours are told apart by their labels.
        return [...shapes.values()]
          .filter((marks) => new Set([...marks].map((mark) => mark.split(' ')[0])).size > 1)
          .flatMap((marks) => {
            const unnamed = [...marks].filter((mark) => !named.has(mark.split(' ')[1] ?? ''))
            return unnamed.length > 0 && new Set(unnamed.map((mark) => mark.split(' ')[0])).size > 1
              ? [`${figure.id}: ${unnamed.join(', ')}`]
              : []
          })
      })
    })
    expect(alike).toEqual([])
  })
})

test('a screen reader finds the story’s landmarks, headings and figures by name', async () => {
  await visit({}, async (page) => {
    await wakeAll(page)
    await expect(await page.locator('header.masthead').ariaSnapshot()).toMatchFileSnapshot('../output/aria/masthead.yaml')
    await expect(await page.locator('#parcel-volumes').ariaSnapshot()).toMatchFileSnapshot('../output/aria/parcel-volumes.yaml')
  })
})
