import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, inject, it, test } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { measureLabels } from './labels.ts'

const browser = useBrowser()
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

function visit<T>(hash: string, options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser(), { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options }, async (page) => {
    await page.goto(`${inject('site')}indonesia-ecommerce/#${hash}`)
    await page.locator(`#${hash.split('/')[0] ?? ''} .drawing[role=application]`).waitFor()
    return use(page)
  })
}

describe('a line of the reader’s own', () => {
  const parts = (page: Page) => {
    const figure = page.locator('#market-growth')
    return {
      figure,
      button: figure.locator('.play button'),
      amount: figure.locator('.play input'),
      result: figure.locator('.play output'),
      slider: figure.locator('.grip input'),
      grip: figure.locator('.grip'),
      title: figure.locator('figcaption > :first-child'),
      label: figure.locator('.yours text').filter({ visible: true }),
    }
  }
  const hash = (page: Page): string => new URL(page.url()).hash
  const playing = (page: Page): Promise<string | null> => page.locator('#market-growth').getAttribute('data-playing')
  const middle = async (page: Page): Promise<{ x: number; y: number }> => {
    const box = await parts(page).grip.boundingBox()
    if (!box) throw new TypeError('no handle')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  /** Marks of forecasts and later editions that can be seen. */
  const given = (page: Page): Promise<number> =>
    page.locator('#market-growth svg :is(.forecast, .context) [data-mark]').filter({ visible: true }).count()
  const draw = async (page: Page, amount: number): Promise<void> => {
    const { button, amount: field } = parts(page)
    await button.click()
    await field.fill(String(amount))
    await button.click()
  }

  it('is asked for before the forecast is seen, and the forecast comes with what the line is worth', async () => {
    await visit('market-growth', {}, async (page) => {
      const { button, result, title, grip, label } = parts(page)
      const finding = await title.textContent()
      await button.click()
      expect(await playing(page)).toBe('drawing')
      expect(await given(page)).toBe(0)
      expect(await title.textContent()).toContain('?')
      const { x, y } = await middle(page)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x - 40, y - 80, { steps: 4 })
      await page.mouse.up()
      expect((await middle(page)).y).toBeCloseTo(y - 80, -1)
      expect(await given(page)).toBe(0)
      const drawn = await label.textContent()
      await button.click()
      expect(await playing(page)).toBe('shown')
      expect(await given(page)).toBeGreaterThan(5)
      expect(await grip.count()).toBe(0)
      expect(await title.textContent()).toBe(finding)
      const [, guess = ''] = /guess-(\d+)$/.exec(hash(page)) ?? []
      expect(Number(guess)).toBeGreaterThan(90)
      expect(drawn).toContain(guess)
      expect(await label.textContent()).toContain(guess)
      expect(await result.textContent()).toContain(`$${guess} billion`)
    })
  })

  it('goes by touch, from the handle only, and leaves the rest of the drawing to the scroll', async () => {
    await visit('market-growth', phone, async (page) => {
      const { button, label, result, figure } = parts(page)
      await button.tap()
      const { x, y } = await middle(page)
      const touch = await page.context().newCDPSession(page)
      // It rests before it is lifted, for the page would take the next tap as the end of a throw.
      const finger = [0, 20, 60, 60, undefined]
      for (const [moment, up] of finger.entries())
        await touch.send('Input.dispatchTouchEvent', {
          type: moment === 0 ? 'touchStart' : up === undefined ? 'touchEnd' : 'touchMove',
          touchPoints: up === undefined ? [] : [{ x, y: y - up }],
          timestamp: Date.now() / 1000 - 1 + moment / 5,
        })
      expect((await middle(page)).y).toBeCloseTo(y - 60, -1)
      expect(Number(/\d+/.exec((await label.textContent()) ?? '')?.[0])).toBeGreaterThan(80)
      const actions = await figure.evaluate((node) =>
        ['.drawing', '.grip'].map((selector) => getComputedStyle(node.querySelector(selector) ?? node).touchAction),
      )
      expect(actions).toEqual(['pan-y', 'none'])
      await button.tap()
      await expect.poll(() => result.textContent()).toContain('below the forecast')
    })
  })

  it('goes by keyboard alone, and Escape puts everything back', async () => {
    await visit('market-growth', {}, async (page) => {
      const { button, slider, result, title } = parts(page)
      const finding = await title.textContent()
      await button.focus()
      await page.keyboard.press('Enter')
      const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('type') ?? '')
      expect(await focused()).toBe('range')
      expect(await slider.getAttribute('aria-valuetext')).toBe('$62 billion')
      await page.keyboard.press('ArrowUp')
      expect(await slider.getAttribute('aria-valuetext')).toBe('$63 billion')
      await page.keyboard.press('End')
      expect(await slider.getAttribute('aria-valuetext')).toBe('$170 billion')
      await page.keyboard.press('Escape')
      expect(await playing(page)).toBeNull()
      expect(await title.textContent()).toBe(finding)
      expect(await given(page)).toBeGreaterThan(5)
      expect(await button.evaluate((node) => node === document.activeElement)).toBe(true)
      expect(hash(page)).toBe('#market-growth')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Home')
      await page.keyboard.press('Enter')
      expect(hash(page)).toBe('#market-growth/guess-1')
      expect(await result.textContent()).toContain('a fall of')
      expect(await button.evaluate((node) => node === document.activeElement)).toBe(true)
    })
  })

  it('can be typed, and takes nothing, too much and too fine as far as it goes', async () => {
    await visit('market-growth', {}, async (page) => {
      const { button, amount, label } = parts(page)
      await button.click()
      for (const [typed, kept] of [
        ['110', '110'],
        ['', '110'],
        ['9999', '170'],
        ['-40', '1'],
        ['75.6', '76'],
      ] as const) {
        await amount.fill(typed)
        await amount.blur()
        expect(await amount.inputValue(), typed).toBe(kept)
        expect(await label.textContent(), typed).toContain(`$${kept}bn`)
      }
      await amount.press('Enter')
      expect(hash(page)).toBe('#market-growth/guess-76')
    })
  })

  test.each([
    [20, ['$140 billion below the forecast', 'a fall of', '$120 billion below the last']],
    [62, ['$98 billion below the forecast', 'no growth at all', '$78 billion below the last']],
    [140, ['$20 billion below the forecast', 'growth of 12.3 per cent a year', 'the same as the last']],
    [160, ['the same as the forecast', 'growth of 14.5 per cent a year', '$20 billion above the last']],
    [170, ['$10 billion above the forecast', 'growth of 15.5 per cent a year', '$30 billion above the last']],
  ])('of $%i billion is compared with the forecast and with what became of it', async (guess, sayings) => {
    await visit(`market-growth/guess-${String(guess)}`, {}, async (page) => {
      const { result } = parts(page)
      await expect.poll(() => result.textContent()).toContain(`$${String(guess)} billion`)
      for (const saying of sayings) expect(await result.textContent()).toContain(saying)
    })
  })

  it('is in the address, comes with a link, and goes and comes by back and forward', async () => {
    await visit('market-growth', {}, async (page) => {
      const { label, figure } = parts(page)
      await draw(page, 110)
      expect(hash(page)).toBe('#market-growth/guess-110')
      await page.goBack()
      await expect.poll(() => playing(page)).toBeNull()
      expect(await figure.locator('.yours').count()).toBe(0)
      await page.goForward()
      await expect.poll(() => playing(page)).toBe('shown')
      expect(await label.textContent()).toContain('$110bn')
      await page.reload()
      await expect.poll(() => playing(page)).toBe('shown')
      expect(await label.textContent()).toContain('$110bn')
    })
  })

  it('ends with another view, whoever shows it, and leaves that view to stand', async () => {
    await visit('market-growth/guess-110', {}, async (page) => {
      const { button, figure, result } = parts(page)
      await expect.poll(() => playing(page)).toBe('shown')
      await figure.locator('[data-view="2030"]').first().click()
      expect(await playing(page)).toBeNull()
      expect(await result.textContent()).toBe('')
      expect(hash(page)).toBe('#market-growth/2030')
      await button.click()
      await figure.locator('.views [data-view=later]').click()
      expect(await playing(page)).toBeNull()
      expect(await figure.getAttribute('data-view')).toBe('later')
      expect(await figure.locator('.grip, .yours').count()).toBe(0)
    })
  })

  it('goes back by Escape to the view, or to the line, from which it was begun', async () => {
    await visit('market-growth/2030', {}, async (page) => {
      const { button, figure, label } = parts(page)
      await expect.poll(() => figure.getAttribute('data-view')).toBe('2030')
      await button.click()
      await page.keyboard.press('Escape')
      expect(await figure.getAttribute('data-view')).toBe('2030')
      await draw(page, 110)
      await button.click()
      await page.keyboard.press('End')
      await page.keyboard.press('Escape')
      expect(await playing(page)).toBe('shown')
      expect(await label.textContent()).toContain('$110bn')
    })
  })

  it('is announced once, when it is compared', async () => {
    await visit('market-growth', {}, async (page) => {
      await page.evaluate(() => {
        const said: string[] = []
        Object.assign(window, { said })
        new MutationObserver((changes) => {
          for (const { target } of changes) if (target.textContent) said.push(target.textContent)
        }).observe(document.querySelector('#market-growth .play output') ?? document.body, { childList: true })
      })
      await draw(page, 110)
      const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
      expect(said).toHaveLength(1)
    })
  })

  test.each([320, 360, 768, 1280])('never meets a label of the drawing at %i px', async (width) => {
    await visit('market-growth', { viewport: { width, height: 800 } }, async (page) => {
      for (const guess of [1, 30, 62, 90, 125, 132, 140, 150, 160, 170]) {
        await page.evaluate((part) => {
          location.hash = `#market-growth/guess-${String(part)}`
        }, guess)
        await expect.poll(() => parts(page).label.textContent()).toContain(`$${String(guess)}bn`)
        const { faults } = await measureLabels(page)
        expect.soft(faults.filter((fault) => fault.includes('you:')).map((fault) => `${String(guess)}: ${fault}`)).toEqual([])
      }
    })
  })
})

describe('the record of a year', () => {
  const chosen = (page: Page) => page.locator('#forecast-record g[data-mark]:not(.away)').filter({ visible: true })
  const voice = (page: Page) => page.locator('#forecast-record output.path')

  it.each([
    { name: 'by mouse', options: {} },
    { name: 'by touch', options: phone },
    { name: 'by keyboard', options: {} },
  ])('stands alone and says its way through the editions, $name', async ({ name, options }) => {
    await visit('forecast-record', options, async (page) => {
      const button = page.locator('#forecast-record [data-view=for-2030]')
      const height = (): Promise<number> =>
        page
          .locator('#forecast-record svg')
          .filter({ visible: true })
          .evaluate((svg) => svg.getBoundingClientRect().height)
      const whole = await height()
      if (name === 'by touch') await button.tap()
      else if (name === 'by mouse') await button.click()
      else await button.press('Enter')
      expect(await chosen(page).evaluateAll((says) => says.map((say) => say.getAttribute('data-mark')))).toEqual([
        'market-2030',
        'market-2030-edition-2024',
        'market-2030-edition-2025',
      ])
      expect(await voice(page).textContent()).toBe(
        '2030: about $160 billion in the 2023 edition, about $150 billion in the 2024 edition, about $140 billion in the 2025 edition',
      )
      expect(await height()).toBeLessThan(whole / 2)
      await button.press('Escape')
      expect(await chosen(page).count()).toBeGreaterThan(10)
      expect(await height()).toBe(whole)
      expect(await voice(page).textContent()).toBe('')
    })
  })

  it('moves its figure from edition to edition, each from where the one before had put it', async () => {
    await visit('forecast-record', { reducedMotion: 'no-preference' }, async (page) => {
      await page.locator('#forecast-record [data-view=for-2023]').click()
      const moves = await chosen(page).evaluateAll((says) =>
        says.map((say) => {
          const dot = say.querySelector('circle')
          const timing = dot?.getAnimations()[0]?.effect?.getComputedTiming()
          const [first] = (dot?.getAnimations()[0]?.effect as KeyframeEffect | undefined)?.getKeyframes() ?? []
          return {
            from: Number(/-?[\d.]+/.exec(String(first?.translate ?? '0'))?.[0]),
            x: Number(dot?.getAttribute('cx')),
            delay: timing?.delay,
          }
        }),
      )
      expect(moves).toHaveLength(3)
      for (const [index, { from, x, delay = 0 }] of moves.entries()) {
        const before = moves[index - 1]
        if (!before) continue
        expect(x + from).toBeCloseTo(before.x, 1)
        expect(delay).toBeGreaterThan(before.delay ?? 0)
      }
    })
  })

  it('stands at once for a reader who asked for less motion', async () => {
    await visit('forecast-record', {}, async (page) => {
      await page.locator('#forecast-record [data-view=for-2023]').click()
      expect(
        await page.locator('#forecast-record svg').evaluateAll((all) => all.flatMap((svg) => svg.getAnimations({ subtree: true })).length),
      ).toBe(0)
    })
  })
})
