import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { interfaceWords } from '#language'
import { readContent } from '#prose'
import { offerOf } from '../../src/outlets/offer.ts'
import type { Offer } from '../../src/outlets/offer.ts'
import { linkedPicture, plainIframe, snippet } from '../../src/outlets/snippet.ts'
import { useBrowser, withPage } from './browser.ts'

const browser = useBrowser()
const site = inject('site')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const story = 'indonesia-ecommerce/'
const chart = 'market-growth'
const chartPage = `${story}charts/${chart}/`
const tabs = ['Snippet', 'Iframe', 'WordPress', 'Picture', 'Data']
let offer: Offer

beforeAll(async () => {
  const { editions } = await readContent(process.cwd(), 'indonesia-ecommerce')
  offer = await offerOf(editions[0], chart, `/${story}`, new URL('https://pasar.example'))
})

declare global {
  interface Window {
    copied: string[]
  }
}

/** Opens a page whose clipboard is ours, waits until the chart answers, and writes down what the page's policy refuses. */
async function visit<T>(
  options: Parameters<typeof withPage>[1] & { address?: string; clipboard?: boolean },
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const { address = story, clipboard = true, ...context } = options
  return withPage(browser(), { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...context }, async (page) => {
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text())
    })
    await page.addInitScript((has) => {
      window.copied = []
      const writeText = (text: string): Promise<void> => {
        window.copied.push(text)
        return Promise.resolve()
      }
      Object.defineProperty(navigator, 'clipboard', { value: has ? { writeText } : undefined })
    }, clipboard)
    await page.goto(`${site}${address}`)
    const result = await use(page)
    expect(refused).toEqual([])
    return result
  })
}

async function open(page: Page): Promise<void> {
  await page.locator(`#${chart}`).scrollIntoViewIfNeeded()
  await page.locator(`#${chart} .use`).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Use this chart' }).waitFor()
}

const shownText = (page: Page, name: string): Promise<string> =>
  page.locator('dialog').getByRole('textbox', { name, exact: true }).inputValue()
const focusedText = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent.trim() ?? '')

/** Presses Tab until what has the focus is so called. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate((wanted) => {
      const node = document.activeElement
      return [node?.getAttribute('aria-label'), node?.textContent.trim(), node?.closest('label')?.textContent.trim()].includes(wanted)
    }, name)
    if (found) return
  }
  throw new Error(`Tab never came to ${name}`)
}

describe('by keyboard alone', () => {
  it('opens, goes from way to way, copies, says so, closes, and is back where it began', async () => {
    await visit({}, async (page) => {
      await open(page)
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
      await tabTo(page, 'Snippet')
      for (const [key, name] of [
        ['ArrowRight', 'Iframe'],
        ['End', 'Data'],
        ['ArrowRight', 'Snippet'],
        ['ArrowLeft', 'Data'],
        ['Home', 'Snippet'],
      ] as const) {
        await page.keyboard.press(key)
        expect(await focusedText(page)).toBe(name)
        expect(await page.getByRole('tab', { selected: true }).allInnerTexts()).toEqual([name])
        expect(await page.getByRole('tabpanel').count()).toBe(1)
        expect(await page.getByRole('tabpanel', { name }).isVisible()).toBe(true)
      }
      await tabTo(page, 'Copy: Snippet')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => window.copied)).toEqual([snippet(offer)])
      await page.locator('dialog button:text-is("Copied")').waitFor()
      expect(await page.locator('dialog').getByRole('status').textContent()).toBe('Copied')
      expect(await focusedText(page)).toBe('Copied')
      await page.keyboard.press('Escape')
      await page.locator('dialog').waitFor({ state: 'detached' })
      expect(await page.evaluate(() => document.activeElement?.matches('#market-growth .use'))).toBe(true)
    })
  })

  it('takes the words back after a while', async () => {
    await visit({}, async (page) => {
      await page.clock.install()
      await open(page)
      const button = page.locator('dialog').getByRole('button', { name: 'Copy: Snippet' })
      await button.press('Enter')
      await page.locator('dialog button:text-is("Copied")').waitFor()
      await page.clock.runFor(5000)
      expect(await button.innerText()).toBe('Copy')
      expect(await page.locator('dialog').getByRole('status').textContent()).toBe('')
    })
  })

  it('selects the text where the clipboard is out of reach, and says what to do', async () => {
    await visit({ clipboard: false }, async (page) => {
      await open(page)
      await page.locator('dialog').getByRole('button', { name: 'Copy: Snippet' }).press('Enter')
      expect(await page.locator('dialog').getByRole('status').textContent()).toBe('Selected; copy it with your keyboard')
      const selected = await page.evaluate(() => {
        const area = document.activeElement
        return area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : ''
      })
      expect(selected).toBe(snippet(offer))
    })
  })

  it('is pressed shut by its own button too', async () => {
    await visit({}, async (page) => {
      await open(page)
      await page.locator('dialog').getByRole('button', { name: 'Close' }).press('Enter')
      await page.locator('dialog').waitFor({ state: 'detached' })
      expect(await page.evaluate(() => document.activeElement?.matches('#market-growth .use'))).toBe(true)
    })
  })
})

describe('what it gives away', () => {
  it('is what the chart’s own page says, and follows the colours that are chosen', async () => {
    await visit({}, async (page) => {
      await open(page)
      const dialog = page.locator('dialog')
      for (const [choice, theme] of [
        ['Dark', 'dark'],
        ['Light', 'light'],
        ['As your page', undefined],
      ] as const) {
        await dialog.getByRole('radio', { name: choice }).check({ force: true })
        await dialog.getByRole('tab', { name: 'Snippet' }).click()
        expect(await shownText(page, 'Snippet')).toBe(snippet(offer, theme))
        await dialog.getByRole('tab', { name: 'Iframe' }).click()
        expect(await shownText(page, 'Iframe')).toBe(plainIframe(offer, theme))
        await dialog.getByRole('tab', { name: 'WordPress' }).click()
        expect(await shownText(page, 'WordPress')).toBe(offer.page)
        await dialog.getByRole('tab', { name: 'Picture' }).click()
        expect(await shownText(page, 'Picture')).toBe(linkedPicture(offer, theme))
        const frame = new URL((await dialog.locator('iframe').getAttribute('src')) ?? '', site)
        expect(frame.pathname + frame.search).toBe(`/${story}embed/${chart}/${theme === undefined ? '' : `?theme=${theme}`}`)
      }
      await dialog.getByRole('tab', { name: 'Data' }).click()
      const table = page.locator(`#${chart} .numbers table tr`)
      expect((await shownText(page, 'Data')).split('\n')).toHaveLength(await table.count())
      for (const format of ['csv', 'json']) {
        const link = dialog.getByRole('link', { name: format.toUpperCase() })
        expect(new URL((await link.getAttribute('href')) ?? '', page.url()).pathname).toBe(`/${story}charts/${chart}.${format}`)
      }
    })
  })

  it('is asked for only when the dialog is opened', async () => {
    await visit({}, async (page) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.locator(`#${chart}`).scrollIntoViewIfNeeded()
      await page.locator(`#${chart} .drawing[role=application]`).waitFor()
      await page.waitForLoadState('networkidle')
      expect(asked.filter((path) => /use|dialog|embed|charts\/market/.test(path))).toEqual([])
      expect(await page.locator('iframe').count()).toBe(0)
      await open(page)
      expect(asked).toContain(`/${chartPage}`)
    })
  })

  it('offers the languages of the story, and this one is chosen', async () => {
    await visit({}, async (page) => {
      await open(page)
      const languages = page.getByRole('group', { name: 'Language' }).getByRole('radio')
      expect(await languages.evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.textContent.trim()))).toEqual([
        'English',
        'Français',
        'Bahasa Indonesia',
      ])
      expect(await languages.first().isChecked()).toBe(true)
    })
  })

  it('changes its language and keeps all other choices', async () => {
    await visit({}, async (page) => {
      await open(page)
      await page.getByRole('tab', { name: 'Iframe' }).click()
      await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
      await page.getByRole('radio', { name: '600 px' }).check({ force: true })
      await page.getByRole('radio', { name: 'Français' }).check({ force: true })
      const dialog = page.getByRole('dialog', { name: interfaceWords('fr').use.title })
      await dialog.waitFor()
      expect(await dialog.getByRole('tab', { selected: true }).innerText()).toBe('Iframe')
      expect(await shownText(page, 'Iframe')).toContain('/fr/embed/market-growth/?theme=dark"')
      expect(
        await dialog.getByRole('radio', { checked: true }).evaluateAll((nodes) => nodes.map((node) => (node as HTMLInputElement).value)),
      ).toEqual(['dark', `/${story}fr/charts/${chart}/`, '600'])
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('use-language')
      expect(await dialog.locator('iframe').getAttribute('src')).toBe(`/${story}fr/embed/${chart}/?theme=dark`)
    })
  })
})

describe('the preview', () => {
  it.each([
    ['320 px', 320],
    ['600 px', 600],
    ['Full', undefined],
  ])('is as wide as it says and shows the chart whole: %s', async (choice, width) => {
    await visit({}, async (page) => {
      await open(page)
      await page.getByRole('radio', { name: choice }).check({ force: true })
      const frame = page.locator('dialog iframe')
      const room = await page.locator('.sample').evaluate((node) => node.clientWidth)
      expect(room).toBeGreaterThan(600)
      expect((await frame.boundingBox())?.width).toBe(width ?? room)
      const box = frame.contentFrame().locator('.box')
      await box.waitFor()
      await expect
        .poll(async () => Math.abs(((await box.boundingBox())?.height ?? 0) - ((await frame.boundingBox())?.height ?? 0)))
        .toBeLessThanOrEqual(2)
    })
  })
})

describe.each([320, 360, 768, 1280])('at %d px', (width) => {
  it.each(['light', 'dark'] as const)('gives axe nothing to find in any tab and holds all that is in it, %s', async (colorScheme) => {
    await visit({ viewport: { width, height: 800 }, colorScheme }, async (page) => {
      await open(page)
      await page.evaluate(axeSource)
      for (const name of tabs) {
        await page.getByRole('tab', { name }).click()
        const faults = await page.evaluate(async () => {
          const { axe: auditor } = window as unknown as { axe: typeof axe }
          const { violations } = await auditor.run('dialog', {
            resultTypes: ['violations'],
            rules: { 'target-size': { enabled: true } },
            // What is in the frame is tested by itself.
            iframes: false,
          })
          return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
          )
        })
        expect.soft(faults, name).toEqual([])
        const wide = await page.evaluate(() => {
          const dialog = document.querySelector('dialog')
          const { left = 0, right = 0 } = dialog?.getBoundingClientRect() ?? {}
          const sticking = [...(dialog?.querySelectorAll('*') ?? [])].filter((node) => {
            const box = node.getBoundingClientRect()
            // A frame wider than the screen is for its own scroll bar.
            return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5) && !node.matches('iframe')
          })
          return [
            ...((dialog?.scrollWidth ?? 0) > (dialog?.clientWidth ?? 0) ? ['the dialog scrolls sideways'] : []),
            ...(left < 0 || right > innerWidth ? ['the dialog is wider than the screen'] : []),
            ...sticking.map((node) => node.outerHTML.slice(0, 80)),
          ]
        })
        expect.soft(wide, name).toEqual([])
      }
    })
  })
})

describe('without scripts', () => {
  it('leads from the story to the chart’s page, where everything stands in the page', async () => {
    await withPage(browser(), { javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site}${story}`)
      await page.locator(`#${chart} a.use`).click()
      await page.waitForURL(`${site}${chartPage}#use`)
      await page.locator('.use > summary').waitFor()
      // A browser opens what an address leads into; one that does not has the summary.
      if (!(await page.locator('#use').isVisible())) await page.locator('.use > summary').click()
      expect(await page.getByRole('textbox', { name: 'Snippet', exact: true }).inputValue()).toBe(snippet(offer))
      for (const name of tabs) expect(await page.getByRole('region', { name, exact: true }).isVisible()).toBe(true)
      expect(
        await page.locator('#use input, #use button').evaluateAll((nodes) => nodes.filter((node) => node.checkVisibility()).length),
      ).toBe(0)
    })
  })
})

describe('on the chart’s own page', () => {
  it('opens where its place in the page would, and at once for an address that asks for it', async () => {
    await visit({ address: chartPage }, async (page) => {
      await page.locator('.use > summary').click()
      await page.getByRole('dialog', { name: 'Use this chart' }).waitFor()
      expect(await page.locator('details.use').getAttribute('open')).toBeNull()
    })
    await visit({ address: `${chartPage}#use` }, async (page) => {
      await page.getByRole('dialog', { name: 'Use this chart' }).waitFor()
    })
  })

  it('is where a reader lands when the story cannot fetch it', async () => {
    await visit({}, async (page) => {
      await page.route(`**/${chartPage}`, (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()))
      await page.locator(`#${chart} .use`).click()
      await page.waitForURL(`${site}${chartPage}#use`)
    })
  })
})

it('is a link like any other for whoever asks for a new tab', async () => {
  await visit({}, async (page) => {
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator(`#${chart} .use`).click({ modifiers: ['ControlOrMeta'] }),
    ])
    expect(tab.url()).toBe(`${site}${chartPage}#use`)
    expect(await page.locator('dialog').count()).toBe(0)
  })
})
