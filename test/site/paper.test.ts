import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { installPackages } from '../../src/commands/packages.ts'
import { useBrowser, withPage } from './browser.ts'
import { charted, isOriginal, stories } from './pages.ts'

const browser = useBrowser()

/** A4 sheets: the words of each, and where each word stands, in points from the top left. */
interface Sheet {
  text: string
  words: { text: string; left: number; top: number; right: number; bottom: number }[]
}

/** Whether poppler's tools, which read what is on a sheet, are there or could be installed. */
function hasPoppler(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const readable = hasPoppler() || (installPackages('poppler-utils') && hasPoppler())
if (!readable) console.log('SKIPPED: pdftotext is not installed here, so no sheet was read.')

const squeeze = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim()
/** Letters and digits only: a line that breaks in a word adds a hyphen or loses one. */
const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Reads a page to its end, with something open or chosen everywhere, and prints it. */
async function print(address: string): Promise<{ sheets: Sheet[]; told: Told; controls: string[] }> {
  return withPage(
    browser(),
    { viewport: { width: 1280, height: 800 }, colorScheme: 'dark', reducedMotion: 'reduce' as const },
    async (page) => {
      await page.goto(`${inject('site')}${address}`)
      await useEverything(page)
      const told = await whatIsTold(page)
      const folder = await mkdtemp(path.join(tmpdir(), 'paper-'))
      try {
        const file = path.join(folder, 'page.pdf')
        await writeFile(file, await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }))
        const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).split('<page ').slice(1)
        const texts = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).split('\f')
        const sheets = boxes.map((box, index) => ({
          // In the order it was written, without the number of the sheet.
          text: squeeze(texts[index] ?? '').replace(new RegExp(`^${String(index + 1)} | ${String(index + 1)}$`), ''),
          words: [...box.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g)].map(
            ([, left, top, right, bottom, text = '']) => ({
              text,
              left: Number(left),
              top: Number(top),
              right: Number(right),
              bottom: Number(bottom),
            }),
          ),
        }))
        await page.emulateMedia({ media: 'print' })
        const controls = page
          .locator('button, select, input, summary, nav, .share, .anchor, .tip, .card, .unseen')
          .filter({ visible: true })
        return { sheets, told, controls: await controls.evaluateAll((nodes) => nodes.map((node) => node.outerHTML.slice(0, 80))) }
      } finally {
        await rm(folder, { recursive: true })
      }
    },
  )
}

/** Shows a view of every chart, a tip and a figure's details: the states that paper must not keep. */
async function useEverything(page: Page): Promise<void> {
  for (const figure of await page.locator('figure.chart').all()) {
    await figure.scrollIntoViewIfNeeded()
    const drawing = figure.locator('.drawing[role=application]')
    await drawing.waitFor()
    const view = figure.locator('.views button').first()
    if ((await view.count()) > 0) await view.click()
    await drawing.press('Home')
  }
  const fact = page.locator('.prose a.fact').first()
  if ((await fact.count()) > 0) await fact.click()
}

interface Told {
  headings: string[]
  paragraphs: string[]
  figures: string[]
  addresses: string[]
  labels: Record<string, string[]>
  controls: string[]
}

function whatIsTold(page: Page): Promise<Told> {
  return page.evaluate(() => {
    const textsOf = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map((node) => node.textContent.replaceAll(/[\s\u00a0]+/g, ' ').trim())
    return {
      headings: textsOf('main :is(h1, h2, h3)'),
      paragraphs: textsOf('.standfirst, .prose section > p:not(.to-chart), .words'),
      figures: textsOf('.prose a.fact'),
      addresses: [...document.querySelectorAll<HTMLAnchorElement>('.source-list a[href^=http]')].map(
        (link) => link.getAttribute('href') ?? '',
      ),
      labels: Object.fromEntries(
        [...document.querySelectorAll('figure.chart')].map((figure) => [
          figure.querySelector('figcaption > :first-child')?.textContent.trim() ?? '',
          [...figure.querySelectorAll('svg.wide text:not(.running *)')].map((label) => label.textContent),
        ]),
      ),
      controls: [...new Set(textsOf('.skip, .share, .contents summary, .numbers > summary, .to-chart a, .play button'))],
    }
  })
}

describe.skipIf(!readable).each(charted.filter(isOriginal))('/%s on A4', (address) => {
  const isStory = stories.includes(address)
  let sheets: Sheet[] = []
  let told: Told
  let text = ''
  let controls: string[] = []

  beforeAll(async () => {
    ;({ sheets, told, controls } = await print(address))
    text = sheets.map((sheet) => sheet.text).join(' ')
  })

  it('has every heading and paragraph, in order, to the last line', () => {
    const whole = bare(text)
    const missing = [...told.headings, ...told.paragraphs].filter((words) => !whole.includes(bare(words)))
    expect(missing).toEqual([])
    const places = told.paragraphs.map((words) => whole.indexOf(bare(words)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const last = sheets.at(-1)?.text ?? ''
    expect(bare(last)).toContain(bare(`https://pasar.example/${address}`))
  })

  it('has every figure of the prose and every address of a source, written out', () => {
    const whole = bare(text)
    expect(told.figures.filter((figure) => !whole.includes(bare(figure)))).toEqual([])
    expect(told.addresses.length).toBeGreaterThan(0)
    expect(told.addresses.filter((link) => !whole.includes(bare(link)))).toEqual([])
  })

  it('has no word of a control, of a tip or of what a voice says', () => {
    expect(controls).toEqual([])
    expect(told.controls.length).toBeGreaterThan(2)
    expect(told.controls.filter((words) => text.includes(words))).toEqual([])
    // The details of the first figure, which were open, stand once: in the list.
    if (isStory) expect(text.split('(claimed, 4 October 2023)')).toHaveLength(2)
  })

  it('keeps each chart whole on one sheet with its title, all of its views shown', () => {
    for (const [title, labels] of Object.entries(told.labels)) {
      const sheet = sheets.find((one) => bare(one.text).includes(bare(title)))
      expect.soft(sheet, title).toBeDefined()
      const words = bare(sheet?.text ?? '')
      expect.soft(labels.length, title).toBeGreaterThan(0)
      expect
        .soft(
          labels.filter((label) => !words.includes(bare(label))),
          title,
        )
        .toEqual([])
    }
  })

  it('keeps its words inside the margins and leaves no sheet emptier than a chart would', () => {
    for (const [index, { words }] of sheets.entries()) {
      const outside = words.filter(({ left, right, top, bottom }) => left < 55 || right > 595 - 55 || top < 45 || bottom > 842 - 15)
      expect.soft(outside, `sheet ${String(index + 1)}`).toEqual([])
      const lowest = Math.max(...words.filter(({ bottom }) => bottom < 842 - 55).map(({ bottom }) => bottom))
      if (index < sheets.length - 1) expect.soft(lowest, `sheet ${String(index + 1)} ends`).toBeGreaterThan(842 * 0.4)
    }
  })
})
