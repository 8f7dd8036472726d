import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { readAllContent } from '#prose'
import type { Telling } from '#story'
import { chartSvg } from '../../src/outlets/pictures/index.ts'
import { useBrowser, withPage } from './browser.ts'
import { pages, readBuilt, stories } from './pages.ts'

const browser = useBrowser()
const site = inject('site')
const chartPages = pages.filter((page) => /\/charts\/[^/]+\/$/.test(page))

/** The language of a page in the address of a story, and the chart it is about. */
const partsOf = (page: string): { story: string; tag: string | undefined; id: string } => {
  const [, story = '', tag, id = ''] = /^([^/]+)\/(?:([a-z]{2})\/)?charts\/([^/]+)\/$/.exec(page) ?? []
  return { story, tag, id }
}

const endings = ['.svg', '.png', '-dark.png', '-card.png']
const pictureOf = (page: string, ending: string): string => `${page.replace(/\/$/, '')}${ending}`

/** What a page says of itself to social networks. */
function metaOf(html: string, name: string): string | undefined {
  return new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1]
}

/** Width and height of a PNG by its header. */
function sizeOf(bytes: Buffer): { width: number; height: number } {
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

test('there are charts to have pictures of', () => {
  expect(chartPages.length).toBeGreaterThanOrEqual(8)
})

describe.each(chartPages)('%s', (page) => {
  test.each(endings)('has a picture %s that is served as what it is', async (ending) => {
    const file = pictureOf(page, ending)
    const answer = await fetch(`${site}${file}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(ending === '.svg' ? /^image\/svg\+xml/ : /^image\/png/)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.equals(readFileSync(path.join(inject('folder'), file)))).toBe(true)
    expect(bytes.length).toBeLessThan(150_000)
    if (ending !== '.svg') expect(sizeOf(bytes)).toMatchObject(ending === '-card.png' ? { width: 1200, height: 630 } : { width: 1200 })
  })
})

test.each([...chartPages, ...stories])('%s shows social networks a card that is there, at an absolute address', (page) => {
  const html = readBuilt(page)
  const url = metaOf(html, 'og:image') ?? ''
  expect(url).toBe(`https://pasar.example/${stories.includes(page) ? `${page}card.png` : pictureOf(page, '-card.png')}`)
  const size = sizeOf(readFileSync(path.join(inject('folder'), new URL(url).pathname)))
  expect({ width: metaOf(html, 'og:image:width'), height: metaOf(html, 'og:image:height') }).toEqual({
    width: String(size.width),
    height: String(size.height),
  })
  expect(metaOf(html, 'og:image:alt')).toMatch(/\S.{12,}/)
  expect(metaOf(html, 'twitter:card')).toBe('summary_large_image')
})

test('under a path of another site the cards have that address, and the pictures are the same bytes', () => {
  const [story = ''] = stories
  const [chart = ''] = chartPages
  expect(metaOf(readBuilt(story, inject('subpathFolder')), 'og:image')).toBe(`https://news.example/desk/pasar/${story}card.png`)
  for (const file of [`${story}card.png`, ...endings.map((ending) => pictureOf(chart, ending))]) {
    const [here, there] = [inject('folder'), inject('subpathFolder')].map((folder) => readFileSync(path.join(folder, file)))
    expect(here && there?.equals(here)).toBe(true)
  }
})

/** What the eye is told about every shape of a drawing, colours as the browser paints them. */
function looksIn(page: Page, root: string): Promise<string[]> {
  return page.evaluate((root) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (!canvas) throw new TypeError('no canvas')
    const painted = (colour: string): string => {
      if (colour === 'none') return colour
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).join(',')
    }
    const number = (length: string): string => Number.parseFloat(length).toFixed(2)
    return [...document.querySelectorAll(`${root} :is(circle, path, rect, line):not(defs *)`)]
      .filter((shape) => getComputedStyle(shape).visibility !== 'hidden')
      .map((shape) => {
        const style = getComputedStyle(shape)
        const line = [painted(style.stroke), number(style.strokeWidth), style.strokeLinecap, style.strokeLinejoin, style.strokeDasharray]
        return [shape.tagName, painted(style.fill), ...(style.stroke === 'none' ? ['none'] : line), style.opacity].join(' ')
      })
  }, root)
}

/** What of a picture's words cannot be read: lines that lie on each other or leave it. */
function faultsIn(page: Page): Promise<{ lines: number; faults: string[] }> {
  return page.evaluate(() => {
    const frame = document.documentElement.getBoundingClientRect()
    const lines = [...document.querySelectorAll('[aria-label]')].map((node) => ({
      text: node.getAttribute('aria-label') ?? '',
      box: node.getBoundingClientRect(),
    }))
    const faults = lines.flatMap(({ text, box }, index) => {
      const out = box.left < 8 || box.top < 8 || box.right > frame.right - 8 || box.bottom > frame.bottom - 8
      const crossed = lines.slice(index + 1).filter(({ box: other }) => {
        const width = Math.min(box.right, other.right) - Math.max(box.left, other.left)
        const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
        return width > 1 && height > 1
      })
      return [...(out ? [`"${text}" leaves the picture`] : []), ...crossed.map((other) => `"${text}" and "${other.text}" overlap`)]
    })
    return { lines: lines.length, faults }
  })
}

describe.each(chartPages)('the picture of %s', (address) => {
  const { story, tag, id } = partsOf(address)
  let telling: Telling | undefined

  beforeAll(async () => {
    const content = (await readAllContent(process.cwd())).find((one) => one.story.id === story)
    telling = content?.editions.find((edition) => tag === undefined || edition.telling.language.tag === tag)?.telling
  })

  test.each(['light', 'dark'] as const)('looks as the page does, shape for shape (%s)', async (colorScheme) => {
    if (!telling) throw new TypeError(`no story "${story}"`)
    const svg = await chartSvg(process.cwd(), telling, id, colorScheme)
    await withPage(browser(), { viewport: { width: 1000, height: 900 }, colorScheme, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site}${address}`)
      const shown = await looksIn(page, '.drawing svg.wide')
      expect(shown.length).toBeGreaterThan(5)
      await page.setContent(`<!doctype html>${svg}`)
      expect(await looksIn(page, 'svg > g:not([aria-label])')).toEqual(shown)
    })
  })

  test('has no words on each other or cut off', async () => {
    await withPage(browser(), { viewport: { width: 1000, height: 900 } }, async (page) => {
      await page.goto(`${site}${pictureOf(address, '.svg')}`)
      const { lines, faults } = await faultsIn(page)
      expect(lines).toBeGreaterThan(10)
      expect(faults).toEqual([])
    })
  })

  test('is the same as an <img> on any page as it is alone', async () => {
    await withPage(browser(), { viewport: { width: 688, height: 900 } }, async (page) => {
      const file = `${site}${pictureOf(address, '.svg')}`
      await page.goto(file)
      const { width, height } = await page.evaluate(() => document.documentElement.getBoundingClientRect())
      await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) })
      const alone = await page.screenshot()
      // A page of the same site, but without its policy.
      const body = `<!doctype html><body style="margin:0"><img src="${file}" alt="" style="display:block">`
      await page.route(`${site}host/`, (route) => route.fulfill({ contentType: 'text/html', body }))
      await page.goto(`${site}host/`)
      await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
      expect(alone.length).toBeGreaterThan(10_000)
      expect((await page.screenshot()).equals(alone)).toBe(true)
    })
  })
})
