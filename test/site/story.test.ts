import { inflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { readContent } from '#prose'
import type { Edition } from '#prose'
import { useBrowser, withPage } from './browser.ts'

const id = 'indonesia-ecommerce'
const browser = useBrowser()
let edition: Edition
let page: Page

beforeAll(async () => {
  const { editions } = await readContent(process.cwd(), id)
  edition = editions[0]
  page = await browser().newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${inject('site')}${id}/`)
})

/** What the first report said, by the ids that the data gives its statements and figures. */
const firstReport = [
  'talks-count',
  'talks-named-count',
  'talks-unnamed-count',
  'reply-tiktok',
  'reply-tokopedia',
  'reply-bukalapak',
  'reply-blibli',
  'largest-economy',
  'ban',
  'ban-aim',
  'shop-closed',
  'tiktok-users-2023',
  'licences-tiktok-youtube',
  'licences-meta',
  'bytedance-owns-tiktok',
  'teten-critic',
  'teten-asked-for-rules',
  'teten-imported-goods',
  'teten-meeting-chew',
  'teten-wants-commitment',
  'parcels-per-day',
  'market-2023',
  'market-2030',
  'others-shopee-lazada',
]

describe('the first report', () => {
  test('is told in full, and each of its facts leads to its source', async () => {
    const { inProse, inList } = await page.evaluate(() => ({
      inProse: [...document.querySelectorAll('.prose a[href^="#fact-"]')]
        .filter((link) => link.textContent.trim() !== '')
        .map((link) => link.getAttribute('href')?.slice(6)),
      inList: [...document.querySelectorAll('#sources [id^="fact-"]')]
        .filter((entry) => entry.closest('[id^="source-"]'))
        .map((entry) => entry.id.slice(5)),
    }))
    expect(
      firstReport.filter((fact) => !inProse.includes(fact)),
      'not in the prose',
    ).toEqual([])
    expect(
      firstReport.filter((fact) => !inList.includes(fact)),
      'not in the list of sources',
    ).toEqual([])
  })

  const figures: [text: string, fact: string][] = [
    ['five', 'talks-count'],
    ['three', 'talks-named-count'],
    ['two', 'talks-unnamed-count'],
    ['125 million', 'tiktok-users-2023'],
    ['about 3 million', 'parcels-per-day'],
    ['$62 billion', 'market-2023'],
    ['about $160 billion', 'market-2030'],
  ]
  test.each(figures)('is quoted with its %s', async (text, fact) => {
    const printed = await page.locator(`.prose a[href="#fact-${fact}"]`).allTextContents()
    expect(printed.map((figure) => figure.replaceAll('\u00a0', ' '))).toContainEqual(expect.stringContaining(text))
  })

  const names = [
    'Tokopedia',
    'GoTo',
    'Bukalapak',
    'Blibli',
    'Teten Masduki',
    'Joko Widodo',
    'Shou Zi Chew',
    'ByteDance',
    'Shopee',
    'Lazada',
    'Alibaba',
    'YouTube',
    'Meta',
    'Google, Temasek and Bain',
    'Reuters',
  ]
  test('is told with the name of everyone in it', async () => {
    const text = await page.locator('div.prose').innerText()
    expect(names.filter((name) => !text.includes(name))).toEqual([])
  })
})

it('draws every chart that the data declares, once, in seven forms', async () => {
  const { charts } = edition.telling.story.data
  const drawn = await page.locator('figure.chart').evaluateAll((figures) => figures.map((figure) => figure.id))
  expect([...drawn].sort()).toEqual(Object.keys(charts).sort())
  expect(drawn).toHaveLength(8)
  expect(new Set(Object.values(charts).map((chart) => chart.form)).size).toBe(7)
})

it('names the sources of every chart under it, and how far they reach', async () => {
  const lines = await page
    .locator('figure.chart')
    .evaluateAll((figures) =>
      figures.map((figure) => figure.querySelector('.source')?.textContent.trim().replaceAll(/\s+/g, ' ') ?? figure.id),
    )
  for (const line of lines) expect.soft(line).toMatch(/^Sources?: \S.+\. Facts to 8 June 2026\.$/)
})

it('is read in six to nine minutes: 1,200 to 1,800 words beside its charts', async () => {
  const words = await page.locator('div.prose').evaluate((prose) => {
    const copy = prose.cloneNode(true) as Element
    for (const other of copy.querySelectorAll('figure, h2, h3, script, style')) other.remove()
    return copy.textContent.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0
  })
  expect(words).toBeGreaterThanOrEqual(1200)
  expect(words).toBeLessThanOrEqual(1800)
})

it('says under its headline who publishes it, when, and how far its facts reach', async () => {
  const line = await page.locator('.dateline').innerText()
  expect(line).toContain('Pasar')
  expect(line).toMatch(/Published \d{1,2} \w+ \d{4}/)
  expect(line).toContain('Facts to 8 June 2026')
})

it('prints each figure of the prose as the data has it, in text that a reader view keeps', async () => {
  const { telling, outline } = edition
  const { story, print } = telling
  const links = await page.locator('.prose a.fact').evaluateAll((nodes) =>
    nodes.map((node) => ({
      id: node.getAttribute('href')?.slice(6) ?? '',
      // A number keeps to its million by a space that does not break.
      text: node.textContent.trim().replaceAll('\u00a0', ' '),
      plain: node.closest('p, li, blockquote') !== null && node.querySelector('button, template, [hidden]') === null,
      added: ['::before', '::after'].map((side) => getComputedStyle(node, side).content).filter((content) => content !== 'none'),
    })),
  )
  expect(new Set(links.map((link) => link.id))).toEqual(new Set(outline.facts.map((fact) => fact.id)))
  for (const { id, text, plain, added } of links) {
    expect(plain, id).toBe(true)
    expect(added, id).toEqual([])
    if (story.facts.get(id)?.value === undefined) expect(text, id).not.toBe('')
    else
      expect(
        (['long', 'short', 'number', 'words'] as const).flatMap((style) => tryPrint(print, id, style)),
        id,
      ).toContain(text)
  }
})

/** Not every figure can be said in words. */
function tryPrint(print: Edition['telling']['print'], ...[id, style]: Parameters<Edition['telling']['print']>): string[] {
  try {
    return [print(id, style)]
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

describe('a figure', () => {
  afterAll(async () => {
    await page.reload()
  })

  const shown: [width: number, what: 'table' | 'narrow' | 'wide'][] = [
    [279, 'table'],
    [280, 'narrow'],
    [559, 'narrow'],
    [560, 'wide'],
    [720, 'wide'],
  ]
  it.each(shown)('%d px wide shows its %s and nothing else, never enlarged by more than a quarter', async (width, what) => {
    const figures = await page.locator('figure.chart').evaluateAll((nodes, width) => {
      for (const node of nodes as HTMLElement[]) {
        node.style.inlineSize = `${String(width)}px`
        node.style.boxSizing = 'content-box'
        node.style.paddingInline = '0'
      }
      return nodes.map((node) => {
        const drawings = [...node.querySelectorAll<SVGSVGElement>('.drawing svg')].filter((svg) => svg.checkVisibility())
        const table = node.querySelector('.numbers table')
        return {
          id: node.id,
          drawings: drawings.map((svg) => ['narrow', 'wide'].find((size) => svg.classList.contains(size)) ?? ''),
          enlarged: Math.max(0, ...drawings.map((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)),
          table: table !== null && table.checkVisibility() && table.getBoundingClientRect().height > 20,
        }
      })
    }, width)
    expect(figures).not.toEqual([])
    for (const figure of figures) {
      expect.soft(figure, figure.id).toMatchObject({ drawings: what === 'table' ? [] : [what], table: what === 'table' })
      expect.soft(figure.enlarged, figure.id).toBeLessThanOrEqual(1.25)
    }
  })
})

it.each([320, 600, 1280])('keeps at %d px, for a drawing that is laid out when it is near, the height that it will have', async (width) => {
  const drawings = await withPage(browser(), { viewport: { width, height: 800 } }, async (other) => {
    await other.goto(`${inject('site')}${id}/`)
    await other.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    return other.evaluate(() =>
      [...document.querySelectorAll<SVGSVGElement>('.drawing svg')]
        .filter((svg) => svg.checkVisibility())
        .map((svg) => {
          const late = !svg.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })
          const kept = svg.getBoundingClientRect().height
          svg.style.contentVisibility = 'visible'
          return { late, kept, needed: svg.getBoundingClientRect().height }
        }),
    )
  })
  expect(drawings.filter(({ late }) => late).length).toBeGreaterThan(drawings.length / 2)
  expect(drawings.length).toBeGreaterThanOrEqual(8)
  for (const { kept, needed } of drawings) {
    expect(needed).toBeGreaterThan(100)
    expect(kept).toBeCloseTo(needed, 1)
  }
})

describe('on paper', () => {
  it('leaves out what only a screen can use', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const controls = page.locator(
      'button:visible, summary:visible, input:visible, nav:visible, .contents:visible, .progress:visible, .skip:visible',
    )
    expect(await controls.evaluateAll((nodes) => nodes.map((node) => node.outerHTML.slice(0, 80)))).toEqual([])
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(await page.locator('.drawing svg:visible').count()).toBe(8)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  })

  it('is a few A4 pages of text with its headings as an outline', async () => {
    const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true })
    const text = pdf.toString('latin1')
    expect(text.slice(0, 5)).toBe('%PDF-')
    const sheets = text.match(/\/Type ?\/Page\b/g)?.length ?? 0
    expect(sheets).toBeGreaterThanOrEqual(4)
    expect(sheets).toBeLessThanOrEqual(20)
    expect(text.match(/\/Title ?[(<]/g)?.length).toBeGreaterThan(edition.outline.sections.length)
    // Text is shown by Tj and TJ with maps back to characters; a picture of text has neither.
    const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, data = '']) =>
      inflate(Buffer.from(data, 'latin1')),
    )
    expect(streams.filter((stream) => stream.includes('begincmap')).length).toBeGreaterThan(0)
    expect(streams.join('\n').match(/\bT[jJ]\b/g)?.length).toBeGreaterThan(500)
  })
})

function inflate(data: Buffer): string[] {
  try {
    return [inflateSync(data).toString('latin1')]
  } catch {
    // A font or a picture, in a form of its own.
    return []
  }
}
