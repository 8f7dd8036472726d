import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { useBrowser, withPage } from './browser.ts'

const browser = useBrowser()
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const story = `${inject('site')}indonesia-ecommerce/`

/** The story with its player map awake, at an address of the map. */
function onMap<T>(options: Parameters<typeof withPage>[1], address: string, use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options }, async (page) => {
    await page.goto(`${story}#player-map${address}`)
    await page.locator('#player-map .drawing[role=application]').waitFor()
    return use(page)
  })
}

/** The panels that can be seen of the drawing shown, each by its state, with its distance from the drawing's top. */
function panels(page: Page): Promise<{ state: string; top: number; inside: boolean }[]> {
  return page.locator('#player-map .drawing svg').evaluateAll((drawings) =>
    drawings
      .filter((svg) => svg.checkVisibility())
      .flatMap((svg) =>
        [...svg.querySelectorAll<SVGElement>('[data-state]')]
          .filter((panel) => panel.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .map((panel) => {
            const [box, frame] = [panel.getBoundingClientRect(), svg.getBoundingClientRect()]
            return { state: panel.dataset.state ?? '', top: Math.round(box.top - frame.top), inside: box.bottom <= frame.bottom + 1 }
          }),
      ),
  )
}

describe.each([360, 1280])('the two states of the map at %i px', (width) => {
  test('stand alone in one and the same place when a view chooses them, and both on paper', async () => {
    await onMap({ viewport: { width, height: 900 } }, '/talks', async (page) => {
      const [talks, ...others] = await panels(page)
      expect(others).toEqual([])
      expect(talks).toMatchObject({ state: '2023-11-13', inside: true })
      await page.locator('#player-map .views [data-view=after]').click()
      await expect.poll(() => panels(page)).toEqual([{ ...talks, state: '2024-01-31' }])
      await page.emulateMedia({ media: 'print' })
      // As a browser says before it lays out the sheets; a picture of the medium alone does not.
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      await expect.poll(async () => (await panels(page)).map(({ state }) => state), { timeout: 5000 }).toEqual(['2023-11-13', '2024-01-31'])
    })
  })
})

test('from one state to the next what stays stands still, and only what comes or goes fades', async () => {
  await onMap({ reducedMotion: 'no-preference' }, '/talks', async (page) => {
    await expect.poll(async () => (await panels(page)).length).toBe(1)
    const moving = await page.evaluate(() => {
      document.querySelector<HTMLElement>('#player-map .views [data-view=after]')?.click()
      const ends = new Map<string, number>()
      for (const animation of document.getAnimations())
        if (
          animation instanceof CSSTransition &&
          animation.effect instanceof KeyframeEffect &&
          animation.transitionProperty === 'opacity'
        ) {
          const target = animation.effect.target
          const mark =
            target instanceof SVGElement && target.closest('#player-map') ? (target.dataset.mark ?? target.dataset.state) : undefined
          if (mark !== undefined) ends.set(mark, Number(animation.effect.getComputedTiming().endTime))
        }
      return [...ends]
    })
    const marks = moving.map(([mark]) => mark)
    expect(marks).toEqual(expect.arrayContaining(['talks-tokopedia', 'unnamed-1', 'tiktok-owns-tokopedia', 'kppu']))
    expect(marks).not.toEqual(expect.arrayContaining(['tiktok']))
    expect(marks).not.toEqual(expect.arrayContaining(['2023-11-13']))
    expect(Math.max(...moving.map(([, end]) => end))).toBeLessThanOrEqual(300)
  })
})

/** Marks of the drawing shown that stand out, and those that have gone pale. */
function weights(page: Page): Promise<{ meant: string[]; pale: string[] }> {
  return page.locator('#player-map').evaluate((figure) => {
    const svg = [...figure.querySelectorAll('.drawing svg')].find((one) => one.checkVisibility())
    const parts = [...(svg?.querySelectorAll<SVGElement>('[data-mark]') ?? [])].filter((part) =>
      part.checkVisibility({ visibilityProperty: true }),
    )
    const shapeOf = (part: SVGElement): Element => (part.matches('.line') ? part : (part.querySelector('.line, .dot') ?? part))
    const marks = (some: SVGElement[]): string[] => [...new Set(some.map(({ dataset }) => dataset.mark ?? ''))].sort()
    return {
      meant: marks(parts.filter((part) => part.matches('.meant'))),
      pale: marks(parts.filter((part) => Number(getComputedStyle(shapeOf(part)).opacity) < 1)),
    }
  })
}

const about = (page: Page) => page.locator('#player-map .about')

/** Where a player's disc is on the screen, scrolled to. */
async function discOf(page: Page, player: string): Promise<{ x: number; y: number }> {
  const disc = page.locator(`#player-map [data-mark="${player}"] circle`).filter({ visible: true }).first()
  await disc.scrollIntoViewIfNeeded()
  const box = await disc.boundingBox()
  if (!box) throw new TypeError(`no disc of ${player}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const ofTokopedia = ['goto', 'goto-owns-tokopedia', 'talks-tokopedia', 'tiktok', 'tokopedia']

describe('a company that is chosen', () => {
  test('by mouse stands out with its ties and neighbours, is told of with sources, and is in the address', async () => {
    await onMap({}, '/talks', async (page) => {
      const { x, y } = await discOf(page, 'tokopedia')
      await page.mouse.click(x, y)
      await about(page).waitFor()
      const { meant, pale } = await weights(page)
      expect(meant).toEqual(ofTokopedia)
      expect(pale).toEqual(expect.arrayContaining(['shopee', 'talks-bukalapak', 'bytedance-owns-tiktok']))
      expect(pale.filter((mark) => meant.includes(mark))).toEqual([])
      const text = await about(page).innerText()
      for (const words of ['Tokopedia', 'GoTo owns Tokopedia', 'TikTok owns Tokopedia', '75.01 per cent', 'declined to comment', 'Claimed'])
        expect(text).toContain(words)
      expect(text).toContain('Only on the map: 13 November 2023')
      const links = await about(page)
        .locator('a')
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href') ?? ''))
      expect(links.length).toBeGreaterThan(4)
      for (const link of links) expect(await page.locator(`[id="${link.slice(1)}"]`).count(), link).toBe(1)
      expect(new URL(page.url()).hash).toBe('#player-map/tokopedia')
      expect(await page.locator('#player-map .voice').textContent()).toContain('TikTok in talks with Tokopedia')
      // The same again takes it back.
      const again = await discOf(page, 'tokopedia')
      await page.mouse.click(again.x, again.y)
      await about(page).waitFor({ state: 'hidden' })
      expect((await weights(page)).pale).toEqual([])
      expect(new URL(page.url()).hash).toBe('#player-map/talks')
    })
  })

  test('by a finger on a small disc is as well told of at 360 px, and is not covered by what tells of it', async () => {
    await onMap({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, '/talks', async (page) => {
      const { x, y } = await discOf(page, 'blibli')
      await page.touchscreen.tap(x - 14, y)
      await about(page).waitFor()
      expect((await weights(page)).meant).toContain('talks-blibli')
      const panel = await about(page).boundingBox()
      const disc = await page.locator('#player-map .chosen circle').filter({ visible: true }).boundingBox()
      expect((disc?.y ?? 0) + (disc?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0)
      expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(741)
      await about(page).getByRole('button').tap()
      await about(page).waitFor({ state: 'hidden' })
    })
  })

  test('by key is the one that was walked to, along ties; Escape takes it back', async () => {
    await onMap({}, '/talks', async (page) => {
      await page.locator('#player-map .drawing').focus()
      const tip = page.locator('#player-map .tip')
      const walk = async (key: string): Promise<string> => {
        await page.keyboard.press(key)
        return ((await tip.innerText()).split('\n')[0] ?? '').trim()
      }
      expect(await walk('Home')).toBe('ByteDance')
      expect(await walk('ArrowDown')).toBe('TikTok')
      expect(await walk('ArrowDown')).toBe('Tokopedia')
      expect(await walk('ArrowDown')).toBe('GoTo')
      expect(await walk('ArrowDown')).toBe('GoTo')
      expect(await walk('ArrowUp')).toBe('Tokopedia')
      await page.keyboard.press('Enter')
      expect((await weights(page)).meant).toEqual(ofTokopedia)
      expect(await page.locator('#player-map .drawing').evaluate((node) => node === document.activeElement)).toBe(true)
      await page.keyboard.press('Escape')
      await about(page).waitFor({ state: 'hidden' })
      expect((await weights(page)).pale).toEqual([])
    })
  })

  test('from the list is the same, and a focus inside what closes goes back to the drawing', async () => {
    await onMap({}, '', async (page) => {
      const list = page.getByLabel('Look at')
      await list.selectOption({ label: 'Tokopedia' })
      await about(page).waitFor()
      expect((await weights(page)).meant).toEqual(expect.arrayContaining(ofTokopedia))
      await about(page).getByRole('button').focus()
      await page.keyboard.press('Escape')
      await about(page).waitFor({ state: 'hidden' })
      expect(await page.locator('#player-map .drawing').evaluate((node) => node === document.activeElement)).toBe(true)
      expect(await list.inputValue()).toBe('')
    })
  })

  test('is landed on by its address, and left and found again by back and forward', async () => {
    await onMap({}, '/tokopedia', async (page) => {
      await about(page).waitFor()
      const disc = await page.locator('#player-map .chosen circle').filter({ visible: true }).first().boundingBox()
      expect(disc?.y).toBeGreaterThan(0)
      expect(disc?.y).toBeLessThan(900)
      await page.getByLabel('Look at').selectOption({ label: 'Shopee' })
      await expect.poll(() => new URL(page.url()).hash).toBe('#player-map/shopee')
      await page.goBack()
      await expect.poll(() => about(page).locator('strong').innerText()).toBe('Tokopedia')
      await page.goForward()
      await expect.poll(() => about(page).locator('strong').innerText()).toBe('Shopee')
    })
  })

  test('that only the other date knows brings that date', async () => {
    await onMap({}, '/talks', async (page) => {
      await page.getByLabel('Look at').selectOption({ label: 'KPPU' })
      await expect.poll(async () => (await panels(page)).map(({ state }) => state)).toEqual(['2024-01-31'])
      expect((await weights(page)).meant).toEqual(['kppu', 'kppu-watches-tiktok', 'tiktok'])
    })
  })
})

describe('a kind of tie that is chosen', () => {
  test('stands out, says so, and is in the address', async () => {
    await onMap({}, '/talks', async (page) => {
      const talks = page.getByRole('button', { name: 'in talks with' })
      await talks.click()
      expect(await talks.getAttribute('aria-pressed')).toBe('true')
      expect(new URL(page.url()).hash).toBe('#player-map/in-talks')
      const { meant, pale } = await weights(page)
      expect(meant.filter((mark) => mark.startsWith('talks-'))).toHaveLength(5)
      expect(pale).toEqual(expect.arrayContaining(['goto-owns-tokopedia', 'shopee']))
      await page.goBack()
      await expect.poll(() => talks.getAttribute('aria-pressed')).toBe('false')
      expect((await weights(page)).pale).toEqual([])
    })
  })

  test.each([320, 360, 768, 1280])('at %i px is pressed where the legend shows it, and no two presses overlap', async (width) => {
    await onMap({ viewport: { width, height: 900 } }, '', async (page) => {
      const faults = await page.locator('#player-map .drawing').evaluate((drawing) => {
        const svg = [...drawing.querySelectorAll('svg')].find((one) => one.checkVisibility())
        const buttons = [...drawing.querySelectorAll('.kinds button')].map((button) => button.getBoundingClientRect())
        const drawn = [...(svg?.querySelectorAll('.key [data-tie]') ?? [])].map((entry) => entry.getBoundingClientRect())
        if (buttons.length === 0 || buttons.length !== drawn.length) return ['buttons and legend differ']
        return buttons.flatMap((box, index) => {
          const entry = drawn[index] ?? new DOMRect()
          const around = box.left <= entry.left && box.right >= entry.right && box.top <= entry.top + 1 && box.bottom >= entry.bottom - 1
          const met = buttons.some(
            (other, place) =>
              place > index && other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom,
          )
          return [...(around ? [] : [`button ${String(index)} misses`]), ...(met ? [`button ${String(index)} overlaps`] : [])]
        })
      })
      expect(faults).toEqual([])
    })
  })
})

describe('without scripts', () => {
  test.each([360, 1280])('a list at %i px leads to the row of a company, which stands open and marked', async (width) => {
    await withPage(browser(), { viewport: { width, height: 800 }, javaScriptEnabled: false }, async (page) => {
      await page.goto(story)
      const link = page.locator('#player-map').getByRole('link', { name: 'Tokopedia', exact: true })
      await link.click()
      expect(new URL(page.url()).hash).toBe('#player-map/tokopedia')
      const row = page.locator('[id="player-map/tokopedia"]')
      await row.waitFor()
      const [plain, marked] = await row.evaluate((node) =>
        [node.previousElementSibling ?? node, node].map((one) => getComputedStyle(one).backgroundColor),
      )
      expect(marked).not.toBe(plain)
      expect(await page.locator('#player-map select').isVisible()).toBe(false)
    })
  })
})

/** Waits for the file that makes discs fly: before it is there, the switch is a plain link. */
async function canTravel(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/travel.')))
  await page.waitForLoadState('networkidle')
}

describe('the switch between who owns whom and where they are run from', () => {
  const places = (page: Page) => page.locator('#player-places')

  test('brings the other chart, with the focus and the address, and goes back', async () => {
    await onMap({}, '', async (page) => {
      await canTravel(page)
      await page.locator('#player-map').getByRole('link', { name: 'Where they are run from' }).press('Enter')
      const back = places(page).getByRole('link', { name: 'Who owns whom' })
      await expect.poll(() => back.evaluate((node) => node === document.activeElement)).toBe(true)
      expect(new URL(page.url()).hash).toBe('#player-places')
      const box = await places(page).locator('.switch').boundingBox()
      expect(box?.y).toBeGreaterThan(48)
      expect(box?.y).toBeLessThan(300)
      expect(await page.locator('.flight').count()).toBe(0)
      await page.keyboard.press('Enter')
      expect(new URL(page.url()).hash).toBe('#player-map')
      await page.goBack()
      expect(new URL(page.url()).hash).toBe('#player-places')
    })
  })

  test.each([360, 1280])(
    'at %i px sends each disc to its place on the other chart within half a second, and a key ends it',
    async (width) => {
      await onMap({ viewport: { width, height: 800 } }, '', async (page) => {
        // Only now, or the page would still be gliding to the map.
        await page.emulateMedia({ reducedMotion: 'no-preference' })
        await canTravel(page)
        const flight = await page.evaluate(() => {
          const link = document.querySelector<HTMLElement>('#player-map .switch a')
          link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
          const circles = [...document.querySelectorAll('.flight circle')]
          const animations = circles.flatMap((circle) => circle.getAnimations())
          const ends = animations.map((animation) => Number(animation.effect?.getComputedTiming().endTime))
          for (const animation of animations) {
            animation.pause()
            animation.currentTime = 499.99
          }
          const svg = [...document.querySelectorAll('#player-places .drawing svg')].find((one) => one.checkVisibility())
          const waiting = [...(svg?.querySelectorAll('.aloft') ?? [])]
          const middle = (node: Element) => {
            const { left, top, width, height } = node.getBoundingClientRect()
            return [left + width / 2, top + height / 2]
          }
          const landed = circles.map(middle)
          const missed = waiting.filter((node) => {
            const [x = 0, y = 0] = middle(node)
            return !landed.some(([left = 0, top = 0]) => Math.hypot(left - x, top - y) < 2)
          })
          return { ends, waiting: waiting.length, missed: missed.length }
        })
        expect(Math.max(...flight.ends)).toBeLessThanOrEqual(500)
        expect(flight.waiting).toBeGreaterThan(10)
        expect(flight.missed).toBe(0)
        await page.keyboard.press('Shift')
        expect(await page.locator('.flight').count()).toBe(0)
        expect(await page.locator('.aloft').count()).toBe(0)
      })
    },
  )

  test('is a link to the other chart’s page where a chart stands alone', async () => {
    await withPage(browser(), { javaScriptEnabled: false }, async (page) => {
      await page.goto(`${story}charts/player-map/`)
      await page.getByRole('link', { name: 'Where they are run from' }).click()
      expect(page.url()).toBe(`${story}charts/player-places/`)
    })
  })
})

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([360, 1280])('axe finds nothing at %i px while a company or a kind is chosen', async (width) => {
    await onMap({ colorScheme, viewport: { width, height: 800 } }, '/tiktok', async (page) => {
      await about(page).waitFor()
      await page.evaluate(axeSource)
      // What the masthead covers half of is no small target.
      await page.locator('#player-map').evaluate((figure) => {
        figure.scrollIntoView()
      })
      expect(await audit(page)).toEqual([])
      await page.getByRole('button', { name: 'owns' }).click()
      expect(await audit(page)).toEqual([])
      const small = await page.locator('#player-map :is(button, select, .switch a)').evaluateAll((nodes) =>
        nodes
          .map((node) => ({ node, box: node.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ node }) => node.outerHTML),
      )
      expect(small).toEqual([])
    })
  })
})

/** What axe finds in the map. */
function audit(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: auditor } = window as unknown as { axe: typeof axe }
    const { violations } = await auditor.run('#player-map', { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
  })
}
