import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it, test } from 'vitest'
import { readContent } from '#prose'
import type { Edition } from '#prose'
import { useBrowser, withPage } from './browser.ts'
import { pages, readBuilt } from './pages.ts'

const story = 'indonesia-ecommerce'
const browser = useBrowser()
const { editions } = await readContent(process.cwd(), story)

const addresses = pages.filter((page) => page.includes('/charts/'))
const idOf = (page: string): string => page.split('/').at(-2) ?? ''
const documentOf = (page: string): Document => parseHTML(readBuilt(page)).document
const textOf = (node: Element | null | undefined): string => node?.textContent.replaceAll(/[ \n]+/g, ' ').trim() ?? ''

/** The story in the language of a page, and its address there. */
function storyOf(page: string): { edition: Edition; path: string } {
  const edition = editions.find(({ telling }) => documentOf(page).documentElement.lang === telling.language.tag) ?? editions[0]
  return { edition, path: page.replace(/charts\/.*/, '') }
}

it('makes a page for every chart that the data declares, in every language', () => {
  const charts = Object.keys(editions[0].telling.story.data.charts)
  expect(addresses.map(idOf).sort()).toEqual(charts.flatMap((chart) => editions.map(() => chart)).sort())
})

describe.each(addresses)('/%s', (page) => {
  const id = idOf(page)
  const document = documentOf(page)
  const { edition, path } = storyOf(page)
  const figure = document.querySelector('figure.chart')

  it('says the chart’s finding as its headline, to search engines and to those it is sent to', () => {
    const { title, dek } = edition.telling.words.charts[id] ?? {}
    expect(textOf(document.querySelector('h1'))).toBe(title)
    expect(document.title).toBe(title)
    expect(document.querySelector('meta[property="og:title"]')?.getAttribute('content')).toBe(title)
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(dek)
  })

  it('shows the one chart under the id it has in the story, in words beside it, and its numbers open', () => {
    expect([...document.querySelectorAll('figure.chart')].map((node) => node.id)).toEqual([id])
    expect(textOf(figure?.querySelector('.words'))).toBe(edition.telling.words.charts[id]?.alt)
    expect(figure?.querySelector('details.numbers')?.hasAttribute('open')).toBe(true)
    const inStory = documentOf(path).getElementById(id)
    expect(textOf(figure?.querySelector('table'))).toBe(textOf(inStory?.querySelector('table')))
  })

  it('writes out every source that the chart credits, with its link, and how far the facts reach', () => {
    const credited = [...(figure?.querySelectorAll('.source a') ?? [])].map((link) => link.getAttribute('href')?.slice(1))
    expect(credited.length).toBeGreaterThan(0)
    for (const source of credited) {
      const entry = document.getElementById(source ?? '')
      expect(textOf(entry)).toMatch(/\S.{10,}/)
      const { url } = edition.telling.story.data.sources[source?.replace('source-', '') ?? ''] ?? {}
      expect(entry?.querySelector('a')?.getAttribute('href')).toBe(url)
    }
    expect(textOf(figure?.querySelector('.source'))).toMatch(
      /(?:Facts to 8 June 2026|Faits jusqu’au 8 juin 2026|Fakta hingga 8 Juni 2026)\./,
    )
  })

  it('leads to the chart’s place in the story', () => {
    const link = document.querySelector('.from a')
    expect(link?.getAttribute('href')).toBe(`/${path}#${id}`)
    expect(textOf(link)).toBe(edition.frontmatter.title)
  })

  it('is to machines a page and a dataset that are parts of the story’s', () => {
    const { '@graph': graph } = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}') as {
      '@graph': Record<string, unknown>[]
    }
    const [home, ownUrl] = ['https://pasar.example/', `https://pasar.example/${page}`]
    const { title, alt } = edition.telling.words.charts[id] ?? {}
    const shared = {
      url: ownUrl,
      name: title,
      description: alt,
      datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      license: expect.stringMatching(/^https:/) as string,
      publisher: { '@id': `${home}#publisher` },
    }
    expect(graph).toEqual([
      expect.objectContaining({ '@type': 'Organization', '@id': `${home}#publisher` }),
      expect.objectContaining({ '@type': 'WebPage', mainEntity: { '@id': `${ownUrl}#dataset` }, ...shared }),
      expect.objectContaining({
        '@type': 'Dataset',
        '@id': `${ownUrl}#dataset`,
        isPartOf: { '@id': `${home}${path}#dataset` },
        ...shared,
      }),
    ])
    for (const source of (graph[2]?.isBasedOn ?? []) as string[]) expect(source).toMatch(/^https?:/)
  })
})

test('a link to a view of a chart shows it on the chart’s own page', async () => {
  await withPage(browser(), { viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.goto(`${inject('site')}${story}/charts/market-growth/#market-growth/2023`)
    await page.locator('#market-growth[data-view="2023"]').waitFor()
    expect(await page.locator('#market-growth svg.wide .away').count()).toBeGreaterThan(0)
  })
})

/** What the page handed to the device or the clipboard. */
interface Handed {
  shared?: ShareData
  copied?: string
}

/** Gives the page a device of our own: one that shares, one that has a clipboard only, or one that has neither. */
async function openWith(
  page: Page,
  device: 'share' | 'clipboard' | 'refuses' | 'nothing',
  address: string,
): Promise<() => Promise<Handed>> {
  await page.addInitScript((has) => {
    const handed: Handed = {}
    Object.assign(window, { handed })
    const define = (name: string, value: unknown): void => {
      Object.defineProperty(navigator, name, { value, configurable: true })
    }
    define(
      'share',
      has === 'share' || has === 'refuses'
        ? (data: ShareData) => {
            handed.shared = data
            return has === 'share' ? Promise.resolve() : Promise.reject(new DOMException('no', 'AbortError'))
          }
        : undefined,
    )
    const writeText = (text: string): Promise<void> => {
      handed.copied = text
      return Promise.resolve()
    }
    define('clipboard', has === 'clipboard' ? { writeText } : undefined)
  }, device)
  await page.goto(`${inject('site')}${story}/${address}`)
  await page.locator('#market-growth .drawing[role=application]').waitFor()
  return () => page.evaluate(() => (window as unknown as { handed: Handed }).handed)
}

describe.each([
  ['', 'in the story'],
  ['charts/market-growth/', 'on its own page'],
])('the link to a chart %s', (address) => {
  const own = `${inject('site')}${story}/charts/market-growth/`

  const open = <T>(device: Parameters<typeof openWith>[1], use: (page: Page, handed: () => Promise<Handed>) => Promise<T>): Promise<T> =>
    withPage(browser(), { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }, async (page) =>
      use(page, await openWith(page, device, `${address}#market-growth/2023`)),
    )

  it('hands the device the chart’s title and address, with the view that is shown', async () => {
    await open('share', async (page, handed) => {
      await page.locator('#market-growth .share').click()
      const { shared } = await handed()
      expect(shared).toEqual({ title: editions[0].telling.words.charts['market-growth']?.title, url: `${own}#market-growth/2023` })
      expect(await page.locator('#market-growth .share').innerText()).toBe('Link to this chart')
    })
  })

  it('goes to the clipboard where the device cannot share, says so to the eye and the ear, and takes it back', async () => {
    await open('clipboard', async (page, handed) => {
      const link = page.locator('#market-growth .share')
      await page.clock.install()
      await link.focus()
      await page.keyboard.press('Enter')
      expect(await handed()).toEqual({ copied: `${own}#market-growth/2023` })
      await page.locator('#market-growth .share:text-is("Link copied")').waitFor()
      expect(await page.locator('#market-growth .share + output').textContent()).toBe('Link copied')
      expect(await link.evaluate((node) => node === document.activeElement)).toBe(true)
      await page.clock.runFor(5000)
      expect(await link.innerText()).toBe('Link to this chart')
      expect(await page.locator('#market-growth .share + output').textContent()).toBe('')
    })
  })

  it('leaves a reader who changed their mind where they are', async () => {
    await open('refuses', async (page) => {
      const before = page.url()
      await page.locator('#market-growth .share').click()
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
      expect(page.url()).toBe(before)
    })
  })

  it('is a plain link where there is nothing to share with', async () => {
    await open('nothing', async (page) => {
      await page.locator('#market-growth .share').click()
      await page.waitForURL(own)
    })
  })
})

test('each section of the story has a link to itself that a key and a finger reach and that no heading says', async () => {
  await withPage(browser(), { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, async (page) => {
    await page.goto(`${inject('site')}${story}/`)
    const sections = [
      ...editions[0].outline.sections.map(({ id, title }) => ({ id, title })),
      { id: 'sources', title: 'Where the numbers come from' },
    ]
    for (const { id, title } of sections) {
      const link = page.locator(`[id="${id}"] .anchor`)
      expect(await page.getByRole('heading', { name: title, exact: true }).count(), id).toBe(1)
      expect(await link.getAttribute('href')).toBe(`#${id}`)
      expect(await link.evaluate((node) => getComputedStyle(node).opacity)).toBe('1')
      const box = await link.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
    }
    expect(await page.getByRole('link', { name: 'Link to this section', exact: true }).count()).toBe(sections.length)
    await page.locator('#market .anchor').tap()
    expect(new URL(page.url()).hash).toBe('#market')
  })
})
