import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Readability } from '@mozilla/readability'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it, test } from 'vitest'
import { interfaceWords } from '#language'
import { useBrowser, withPage } from './browser.ts'
import { charted, stories } from './pages.ts'

const browser = useBrowser()
const source = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8')

/** A page's text as it stands, and what a reader view makes of it. White space is single spaces. */
interface Reading {
  page: Told
  view: Told
  /** Text of every element of the view but the tables that open. */
  lines: string[]
  /** What only controls say, one by one or a row of them together. */
  controls: string[]
  captions: { title: string; dek: string; source: string }[]
}

interface Told {
  headings: string[]
  paragraphs: string[]
  /** Links to the details of a figure, with the paragraph they stand in. */
  figures: { address: string; figure: string; paragraph: string }[]
}

/** Reads a page to its end, so that all that scripts add is there, and then as Firefox's Reader View does. */
async function read(page: Page, address: string): Promise<Reading> {
  await page.goto(`${inject('site')}${address}`)
  for (const figure of await page.locator('figure.chart').all()) await figure.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  // Evaluated by the browser’s own tools: the page’s CSP refuses it as a script.
  await page.evaluate(source)
  return page.evaluate(() => {
    const { Readability: Reader } = window as unknown as { Readability: typeof Readability }
    const article = new Reader(document.cloneNode(true) as Document).parse()
    const view = new DOMParser().parseFromString(article?.content ?? '', 'text/html')
    const textOf = (node: Element | null): string => (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
    const tellOf = (paragraphs: Element[], headings: Element[]): Told => ({
      headings: headings.map(textOf),
      paragraphs: paragraphs.map(textOf),
      figures: paragraphs.flatMap((paragraph) =>
        [...paragraph.querySelectorAll('a[href*="#fact-"]')].map((link) => ({
          address: new URL(link.getAttribute('href') ?? '', location.href).hash,
          figure: textOf(link),
          paragraph: textOf(paragraph),
        })),
      ),
    })
    const told = [
      ...document.querySelectorAll('.prose section p:not(figcaption p, .source, .views, .walk, .choose, noscript p, .to-chart), .words'),
    ]
    const known = new Set(told.map(textOf))
    const page = tellOf(told, [...document.querySelectorAll('main h2')])
    const kept = [...view.querySelectorAll('p')].filter((paragraph) => known.has(textOf(paragraph)))
    const reading = { page, view: tellOf(kept, [...view.querySelectorAll('h2')]) }
    for (const details of view.querySelectorAll('details')) details.remove()
    const controls = [
      ...document.querySelectorAll('.skip, .contents summary, .share, .to-chart, .to-chart a, .views, .play, .choose, .walk, .walk button'),
    ]
    const captions = [...document.querySelectorAll('figure.chart')].map((figure) => ({
      title: textOf(figure.querySelector('figcaption > :first-child')),
      dek: textOf(figure.querySelector('.dek')),
      source: textOf(figure.querySelector('.source')),
    }))
    return { ...reading, lines: [...view.body.querySelectorAll('*')].map(textOf), controls: controls.map(textOf), captions }
  })
}

describe.each(stories)('a reader view of /%s', (address) => {
  it.each([true, false])('has every paragraph, heading and figure in its place, once (scripts: %s)', async (javaScriptEnabled) => {
    await withPage(browser(), { viewport: { width: 1280, height: 800 }, javaScriptEnabled }, async (page) => {
      const reading = await read(page, address)
      expect(reading.page.figures.length).toBeGreaterThan(80)
      expect(reading.view).toEqual(reading.page)
    })
  })

  it('has the title and the caption of every chart, its source, and no word of a control', async () => {
    await withPage(browser(), { viewport: { width: 360, height: 740 } }, async (page) => {
      const { lines, captions, controls } = await read(page, address)
      expect(captions.length).toBeGreaterThan(0)
      const owed = captions.flatMap(({ title, dek, source }) => [title, dek, source])
      expect(owed.filter((line) => !lines.includes(line))).toEqual([])
      const { share, toChart } = interfaceWords((await page.locator('html').getAttribute('lang')) ?? '').site
      expect(controls).toEqual(expect.arrayContaining([share, toChart]))
      expect(lines.filter((line) => controls.includes(line))).toEqual([])
    })
  })
})

test.each(charted.filter((page) => !stories.includes(page)))('a reader view of /%s tells the picture in words', async (address) => {
  await withPage(browser(), {}, async (page) => {
    const { page: written, view, lines, captions } = await read(page, address)
    expect(written.paragraphs).toHaveLength(1)
    expect(view).toEqual(written)
    expect(captions.flatMap(({ dek, source }) => [dek, source]).filter((line) => !lines.includes(line))).toEqual([])
  })
})
