import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { useBrowser, withPage } from './browser.ts'

const browser = useBrowser()
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
      await expect.poll(async () => (await panels(page)).map(({ state }) => state)).toEqual(['2023-11-13', '2024-01-31'])
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
