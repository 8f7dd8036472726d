import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it, test } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { charted, isOriginal, pages, stories } from './pages.ts'

const browser = useBrowser()
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

function visit<T>(address: string, use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' }, async (page) => {
    await page.goto(`${inject('site')}${address}`)
    return use(page)
  })
}

function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

/** The entries of a ledger are made alike: a few under each heading stand for its hundreds. */
function thin(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const node of document.querySelectorAll('.ledger .entry:nth-of-type(n + 4), .ledger .source-list > li:nth-of-type(n + 10)'))
      node.remove()
  })
}

/** What axe finds, a line for each element it complains of. */
function audit(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: auditor } = window as unknown as { axe: typeof axe }
    const { violations } = await auditor.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    return violations.flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${impact ?? 'minor'} ${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`),
    )
  })
}

it.each(pages)('/%s never scrolls sideways, from 200 to 1920 px', async (address) => {
  await visit(address, async (page) => {
    for (const state of ['closed', 'open']) {
      if (state === 'open') await openAll(page)
      for (const width of [200, 320, 360, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 })
        const wide = await page.evaluate(async () => {
          // What a script lays over a drawing follows it in the frame after.
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
          const { scrollWidth, clientWidth } = document.documentElement
          if (scrollWidth <= clientWidth) return []
          const sticking = [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > clientWidth + 0.5)
          return [
            `page is ${String(scrollWidth)} px`,
            ...sticking.slice(-5).map((node) => `${node.localName}.${node.getAttribute('class') ?? ''} "${node.textContent.slice(0, 40)}"`),
          ]
        })
        expect.soft(wide, `${String(width)} px, details ${state}`).toEqual([])
      }
    }
  })
})

describe.each(pages.filter(isOriginal))('/%s', (address) => {
  it('gives axe nothing to find, light or dark, narrow or wide, with every detail open', async () => {
    await visit(address, async (page) => {
      // Evaluated by the browser’s own tools: the page’s CSP refuses it as a script.
      await page.evaluate(axeSource)
      await thin(page)
      expect.soft(await audit(page), 'details closed').toEqual([])
      await openAll(page)
      for (const width of [320, 1280])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme })
          expect.soft(await audit(page), `${colorScheme}, ${String(width)} px`).toEqual([])
        }
    })
  })

  it('has one headline, headings that skip no level, and one of each landmark', async () => {
    await visit(address, async (page) => {
      const levels = await page
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((headings) => headings.map((heading) => Number(heading.localName[1])))
      expect(levels.filter((level) => level === 1)).toEqual([1])
      expect(
        levels.flatMap((level, index) => (level > (levels[index - 1] ?? 0) + 1 ? [`h${String(level)}, heading ${String(index + 1)}`] : [])),
      ).toEqual([])
      for (const landmark of ['banner', 'main', 'contentinfo'] as const) expect(await page.getByRole(landmark).count(), landmark).toBe(1)
    })
  })

  it('lets the keyboard skip to its content', async () => {
    await visit(address, async (page) => {
      await page.keyboard.press('Tab')
      const skip = page.locator(':focus')
      expect(await skip.getAttribute('href')).toBe('#main')
      const box = await skip.boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    })
  })

  it('shows where the keyboard is at every stop', async () => {
    await visit(address, async (page) => {
      await openAll(page)
      await thin(page)
      // What stands in a frame has stops of its own.
      await page.locator('pasar-chart').evaluateAll((nodes) => {
        for (const node of nodes) node.remove()
      })
      const count = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex]')].filter(
            // A panel that a script keeps for later has stops too, which are none yet.
            (node) => node.tabIndex >= 0 && node.checkVisibility({ visibilityProperty: true }),
          ).length,
      )
      const unseen: string[] = []
      for (let stop = 0; stop < count; stop += 1) {
        await page.keyboard.press('Tab')
        const fault = await page.evaluate(() => {
          const node = document.activeElement
          if (!node || node === document.body) return 'the keyboard ran out of stops'
          const name = `${node.localName}.${node.getAttribute('class') ?? ''} "${(node.textContent.trim() || node.getAttribute('aria-label')) ?? ''}"`
          const { outlineStyle, outlineWidth } = getComputedStyle(node)
          if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `${name} has no outline`
          if (!node.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return `${name} is hidden`
          if (node.closest('[aria-hidden="true"], [inert]')) return `${name} is hidden from screen readers`
          const { width, height, top, bottom } = node.getBoundingClientRect()
          if (width * height === 0) return `${name} has no size`
          if (bottom <= 0 || top >= innerHeight) return `${name} is off screen`
          return undefined
        })
        if (fault !== undefined) unseen.push(fault)
      }
      expect(unseen).toEqual([])
    })
  })

  it('says of every head of a table what it heads', async () => {
    await visit(address, async (page) => {
      const bare = await page
        .locator('th')
        .evaluateAll((heads) =>
          heads.filter((head) => !['col', 'row'].includes(head.getAttribute('scope') ?? '')).map((head) => head.outerHTML),
        )
      expect(bare).toEqual([])
      const headless = await page
        .locator('table')
        .evaluateAll((tables) =>
          tables
            .filter((table) => !table.querySelector('thead th') || table.querySelector('tbody tr:not(:has(th[scope=row]))'))
            .map((table) => table.textContent),
        )
      expect(headless).toEqual([])
    })
  })
})

test.each(charted.filter((page) => isOriginal(page) || stories.includes(page)))(
  '/%s tells a screen reader what each of its drawings says',
  async (address) => {
    await visit(address, async (page) => {
      const figures = await page.locator('figure.chart').evaluateAll((nodes) =>
        nodes.map((figure) => {
          const images = [...figure.querySelectorAll('[role="img"]')]
          return {
            id: figure.id,
            caption: figure.querySelector('figcaption')?.textContent.trim() ?? '',
            names: images.map((image) => image.getAttribute('aria-label') ?? ''),
            outside: [...figure.querySelectorAll('svg')].filter((svg) => !images.some((image) => image.contains(svg))).length,
            table: figure.querySelectorAll('table tbody tr').length,
          }
        }),
      )
      expect(figures).not.toEqual([])
      for (const { id, caption, names, outside, table } of figures) {
        expect.soft(caption, id).not.toBe('')
        expect.soft(names, id).toHaveLength(1)
        expect.soft(names[0], id).toMatch(/^\S.{40,}/)
        expect
          .soft(names[0], id)
          .not.toMatch(/^(?:(?:an?|the|this) )?(?:\w+ )?(?:chart|graph|map|picture|image|drawing|timeline) (?:of|shows|showing)/i)
        expect.soft(outside, id).toBe(0)
        expect.soft(table, id).toBeGreaterThan(0)
      }
    })
  },
)
