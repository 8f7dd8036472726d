import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, inject, it, test } from 'vitest'
import { interfaceWords } from '#language'
import { useBrowser, withPage } from './browser.ts'
import { withHost } from './host.ts'
import { embeds, isOriginal, readBuilt } from './pages.ts'

const browser = useBrowser()
const site = inject('site')
const limits = { embed: 14_600, 'market-growth': 8000 }

const chartOf = (embed: string): string => path.basename(embed)
const brotli = (text: string, quality: number): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length
const limitOf = (embed: string): number => (chartOf(embed) === 'market-growth' ? limits['market-growth'] : limits.embed)

afterAll(() => {
  const rows = embeds.map((embed) => [
    `/${embed}`.padEnd(48),
    ...[brotli(readBuilt(embed), 11), brotli(readBuilt(embed), 5), limitOf(embed)].map((bytes) => String(bytes).padStart(7)),
  ])
  console.log(['embed, bytes'.padEnd(48) + '  brotli   at 5   limit', ...rows.map((row) => row.join(''))].join('\n'))
})

it('is there for every chart that has a page', () => {
  expect(embeds.map(chartOf)).toContain('market-growth')
  for (const embed of embeds) expect(readBuilt(embed.replace('/embed/', '/charts/'))).toContain('<figure class="chart"')
})

describe.each(embeds)('/%s', (embed) => {
  const html = readBuilt(embed)
  const { document } = parseHTML(html)

  it('comes in one answer that fits the first flight of a connection', () => {
    expect(brotli(html, 11)).toBeLessThanOrEqual(limitOf(embed))
    expect(html).toMatch(/^<!doctype html>/i)
    expect(document.querySelectorAll('script').length).toBe(1)
    expect([...document.querySelectorAll('[src], link[rel=stylesheet], link[rel=preload], img, source')]).toEqual([])
    expect(html).not.toMatch(/@import|@font-face|url\(/)
  })

  it('is kept out of search engines, and says whose page it stands for and how it unfolds', () => {
    const page = `https://pasar.example/${embed.replace('/embed/', '/charts/')}`
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(page)
    expect(document.querySelector('meta[name=responsive-embedded-sizing]')?.getAttribute('content')).toBe('allow-origins=*')
    expect(document.querySelector('link[type="application/json+oembed"]')?.getAttribute('href')).toBe(
      `https://pasar.example/${embed.replace('/embed/', '/oembed/').replace(/\/$/, '.json')}`,
    )
  })

  it('names its source, how far the facts reach, and leads back to the story outside the frame', () => {
    const { site: words, colon } = interfaceWords(document.documentElement.lang)
    const source = document.querySelector('.source')?.textContent.trim() ?? ''
    expect([words.source + colon, words.sourcesOfChart + colon].some((start) => source.startsWith(start))).toBe(true)
    // The day stands in it in the words of each language.
    expect(source).toMatch(/(?:Facts to 8 June 2026|Faits jusqu’au 8 juin 2026|Fakta hingga 8 Juni 2026)\.$/)
    expect(document.querySelector('base')?.getAttribute('target')).toBe('_blank')
    expect(document.querySelector('a.quiet')?.getAttribute('href')).toBe(`../../#${chartOf(embed)}`)
    expect(document.querySelector('base')?.getAttribute('href')).toBe(`/${embed.replace('/embed/', '/charts/')}`)
  })

  test('stands whole from 200 to 1600 px without anything sticking out', async () => {
    await withPage(browser(), {}, async (page) => {
      await page.goto(`${site}${embed}`)
      for (const width of [200, 279, 295, 296, 320, 600, 1000, 1600]) {
        await page.setViewportSize({ width, height: 300 })
        const { across, drawing, table } = await page.evaluate(() => ({
          across: document.documentElement.scrollWidth,
          drawing: [...document.querySelectorAll('.drawing svg')].some((svg) => svg.getBoundingClientRect().width > 0),
          table: document.querySelector('table')?.checkVisibility() ?? false,
        }))
        expect(across, `at ${String(width)} px`).toBeLessThanOrEqual(width)
        // Under 280 px inside, the table stands instead.
        expect({ drawing, table }, `at ${String(width)} px`).toEqual({ drawing: width >= 296, table: width < 296 })
      }
    })
  })

  // How it behaves is the same in every language.
  if (!isOriginal(embed)) return

  test('asks nothing of anybody but for its status, once, and breaks no rule of its own', async () => {
    await withPage(browser(), {}, async (page) => {
      const asked: string[] = []
      const faults: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => {
        if (!message.text().includes('404')) faults.push(message.text())
      })
      const answered = page.waitForResponse(`${site}${embed}status.json`)
      await page.goto(`${site}${embed}`)
      await answered
      await page.waitForLoadState('networkidle')
      expect(asked).toEqual([`${site}${embed}`, `${site}${embed}status.json`])
      expect(faults).toEqual([])
      expect(await page.context().cookies()).toEqual([])
    })
  })

  test('answers by key in a frame that has scripts and nothing else', async () => {
    await inFrame(embed, 'allow-scripts', async (page) => {
      const frame = page.frameLocator('iframe')
      const drawing = frame.locator('.drawing[role=application]')
      await drawing.focus()
      await page.keyboard.press('Home')
      await expect.poll(() => frame.locator('.tip').isVisible()).toBe(true)
      const said = (await frame.locator('.tip b').textContent()) ?? ''
      expect(said).not.toBe('')
      expect(await frame.locator('tbody').textContent()).toContain(said)
      await page.keyboard.press('Escape')
      await expect.poll(() => frame.locator('.tip').isVisible()).toBe(false)
      expect(await drawing.evaluate((node) => getComputedStyle(node).touchAction)).toBe('pan-y')
    })
  })

  test('leaves the way back to the page that it stands in', async () => {
    await inFrame(embed, 'allow-scripts allow-same-origin', async (page) => {
      const before = await page.evaluate(() => history.length)
      const frame = page.frameLocator('iframe')
      await frame.locator('.drawing[role=application]').waitFor()
      for (const button of await frame.locator('.views button').all()) await button.click()
      expect(await page.evaluate(() => history.length)).toBe(before)
    })
  })

  test('can be read in a frame that has no script at all', async () => {
    await inFrame(embed, '', async (page) => {
      const frame = page.frameLocator('iframe')
      await expect.poll(() => frame.locator('.drawing svg:visible').count()).toBe(1)
      expect(await frame.locator('h1').textContent()).toBe(document.querySelector('h1')?.textContent)
      expect(await frame.locator('.views, .walk, .choose select').filter({ visible: true }).count()).toBe(0)
      await expect.poll(() => frame.locator('summary').isVisible()).toBe(true)
    })
  })

  test('prints whole and white', async () => {
    await withPage(browser(), { colorScheme: 'dark' }, async (page) => {
      await page.goto(`${site}${embed}`)
      await page.emulateMedia({ media: 'print' })
      const { ground, hidden, away } = await page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor,
        hidden: [...document.querySelectorAll('button, summary, select, .quiet')].filter((node) => node.checkVisibility()).length,
        away: [...document.querySelectorAll('svg.wide .away')].filter((node) => getComputedStyle(node).opacity === '0').length,
      }))
      expect({ ground, hidden, away }).toEqual({ ground: 'rgb(255, 255, 255)', hidden: 0, away: 0 })
    })
  })
})

/** Shows an embed on a page of another origin, in a frame with that sandbox. */
function inFrame(embed: string, sandbox: string, use: (page: Page) => Promise<void>): Promise<void> {
  return withHost(`<iframe src="${site}${embed}" sandbox="${sandbox}" width="660" height="800"></iframe>`, (host) =>
    withPage(browser(), { viewport: { width: 700, height: 900 } }, async (page) => {
      await page.goto(host)
      await use(page)
    }),
  )
}

describe('what an address asks of an embed', () => {
  const embed = embeds.find((each) => chartOf(each) === 'market-growth') ?? ''
  const open = async <T>(search: string, read: (page: Page) => Promise<T>, colorScheme: 'light' | 'dark' = 'light'): Promise<T> =>
    withPage(browser(), { colorScheme }, async (page) => {
      await page.goto(`${site}${embed}${search}`)
      await page.locator('.drawing[role=application]').waitFor()
      return read(page)
    })
  const ground = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const [light, dark] = ['rgb(251, 247, 239)', 'rgb(18, 23, 42)']

  it.each([
    ['', 'light', light],
    ['', 'dark', dark],
    ['?theme=auto', 'dark', dark],
    ['?theme=nonsense', 'dark', dark],
    ['?theme=light', 'dark', light],
    ['?theme=dark', 'light', dark],
    ['?background=transparent', 'light', 'rgba(0, 0, 0, 0)'],
  ] as const)('%s is shown to a reader who likes it %s on %s', async (search, scheme, expected) => {
    expect(await open(search, ground, scheme)).toBe(expected)
  })

  it('may be one of its views, and leaves the others to be chosen', async () => {
    await open('?view=estimated', async (page) => {
      const names = await page
        .locator('.views button')
        .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset.view))
      expect(names.length).toBeGreaterThan(1)
    })
    const [first = ''] = parseHTML(readBuilt(embed)).document.querySelector('figure')?.getAttribute('data-views')?.split(' ') ?? []
    await open(`?view=${first}`, async (page) => {
      expect(await page.locator(`.views [data-view="${first}"]`).getAttribute('aria-pressed')).toBe('true')
      expect(await page.locator('svg.wide .away').count()).toBeGreaterThan(0)
    })
  })

  it('may be without its title, which a screen reader is still told', async () => {
    await open('?title=off', async (page) => {
      expect(await page.locator('h1').isVisible()).toBe(false)
      expect(await page.locator('.box').getAttribute('data-reserved')).toBeNull()
      await expect.poll(() => page.getByRole('figure').getAttribute('aria-labelledby')).toBe('market-growth-title')
    })
  })

  it('is nothing where it is nonsense', async () => {
    const plain = await open('', (page) => page.locator('body').innerText())
    expect(await open('?view=%3Cscript%3E&title=1&background=red&x=y#?secret', (page) => page.locator('body').innerText())).toBe(plain)
  })
})

describe('the ground of an embed', () => {
  const embed = embeds.find((each) => chartOf(each) === 'market-growth') ?? ''

  /** Colours of a pixel of the host beside the frame and of one in its corner, and of the darkest or lightest of its title. */
  async function pixels(page: Page): Promise<{ host: number[]; corner: number[]; least: number; most: number }> {
    await page.frameLocator('iframe').locator('.drawing svg:visible').waitFor()
    const box = await page.locator('iframe').boundingBox()
    if (!box) throw new TypeError('invalid frame: none')
    const image = (await page.screenshot()).toString('base64')
    return page.evaluate(
      async ({ image, x, y }) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${image}`)).blob())
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
        const context = canvas.getContext('2d')
        if (!context) throw new TypeError('invalid canvas: none')
        context.drawImage(bitmap, 0, 0)
        const at = (left: number, top: number): number[] => [...context.getImageData(left, top, 1, 1).data.slice(0, 3)]
        // The title stands under the short rule.
        const { data } = context.getImageData(x + 8, y + 20, 400, 30)
        const greens = [...data].filter((_, index) => index % 4 === 1)
        return { host: at(2, 2), corner: at(x + 3, y + 3), least: Math.min(...greens), most: Math.max(...greens) }
      },
      { image, x: Math.ceil(box.x), y: Math.ceil(box.y) },
    )
  }

  const hosts = [
    { name: 'a light page that says nothing', style: 'body{background:#fff}', dark: false },
    { name: 'a light page that says so', style: ':root{color-scheme:light}body{background:#fff}', dark: false },
    { name: 'a dark page that says so', style: ':root{color-scheme:dark}body{background:#111}', dark: true },
    { name: 'a dark page that says nothing', style: 'body{background:#111}', dark: true },
  ]
  const cases = hosts.flatMap((host) => (['light', 'dark'] as const).map((reader) => ({ ...host, reader })))

  async function seen(search: string, style: string, reader: 'light' | 'dark', scheme = '') {
    const frame = `<iframe src="${site}${embed}${search}" style="color-scheme:${scheme}" sandbox="allow-scripts" width="660" height="800"></iframe>`
    return withHost(`<style>${style}iframe{border:0}</style><br>${frame}`, (host) =>
      withPage(browser(), { viewport: { width: 700, height: 900 }, colorScheme: reader }, async (page) => {
        await page.goto(host)
        return pixels(page)
      }),
    )
  }

  it.each(cases)('lets its words be read on $name, for a reader who likes it $reader', async ({ style, reader }) => {
    const { corner, least, most } = await seen('', style, reader)
    const ground = corner[1] ?? 0
    expect(Math.max(Math.abs(most - ground), Math.abs(ground - least))).toBeGreaterThan(120)
  })

  // A frame cannot know what its host looks like; the address says it, and the host's frame says the same.
  it.each(cases)('is that of $name itself where both agree, for a reader who likes it $reader', async ({ style, reader, dark }) => {
    const theme = dark ? 'dark' : 'light'
    const { host, corner, least, most } = await seen(`?theme=${theme}&background=transparent`, style, reader, theme)
    expect(corner).toEqual(host)
    expect(most - least).toBeGreaterThan(120)
  })

  it.each(['light', 'dark'] as const)('is that of a page that is as its reader likes it, who likes it %s', async (reader) => {
    const style = ':root{color-scheme:light dark}body{background:light-dark(#fff,#111)}'
    const { host, corner, least, most } = await seen('?background=transparent', style, reader, 'light dark')
    expect(corner).toEqual(host)
    expect(most - least).toBeGreaterThan(120)
  })
})
