import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { createDocument, drawChart } from '#charts'
import { formatDate } from '#language'
import { readAllContent } from '#prose'
import { site } from '../../../content/site.ts'
import { chartCardPng, chartPng, chartPngSize, chartSvg, storyCardPng } from '../../../src/outlets/pictures/index.ts'
import type { Theme } from '../../../src/outlets/pictures/index.ts'
import { chartCard } from '../../../src/outlets/pictures/chart-card.ts'
import { rasterise } from '../../../src/outlets/pictures/raster.ts'
import { openStudio } from '../../../src/outlets/pictures/studio.ts'
import { storyCard } from '../../../src/outlets/pictures/story-card.ts'
import { decodePng } from './decode.ts'
import type { Decoded } from './decode.ts'

const root = process.cwd()
const contents = await readAllContent(root)
const editions = contents.flatMap((content) => content.editions)
const cases = editions.flatMap((edition) =>
  Object.keys(edition.telling.story.data.charts).map((id) => ({ id, tag: edition.telling.language.tag, telling: edition.telling })),
)

/** An SVG as elements. */
function parse(svg: string): Element {
  const document = createDocument()
  document.body.innerHTML = svg
  const [node] = document.body.children
  if (!node) throw new TypeError('no element')
  return node
}

const unspaced = (text: string): string => text.replaceAll(/\s+/g, '')

/** What is written in a picture, in the order it stands there. */
const wordsIn = (picture: Element): string =>
  [...picture.querySelectorAll('[aria-label]')].map((node) => node.getAttribute('aria-label')).join(' ')

/** How many pixels of a part of a picture are far from its paper, darker or lighter. */
function ink({ light }: Decoded, [left, top, right, bottom]: readonly [number, number, number, number]): number {
  const paper = light(2, 2)
  let count = 0
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (Math.abs(light(x, y) - paper) > 100) count += 1
  return count
}

const drawn = new Map<string, Promise<string>>()

/** A chart's picture, drawn once for all tests that only read it. */
function svgOf({ id, tag, telling }: (typeof cases)[number], theme: Theme = 'light'): Promise<string> {
  const key = `${telling.story.id} ${tag} ${id} ${theme}`
  const svg = drawn.get(key) ?? chartSvg(root, telling, id, theme)
  drawn.set(key, svg)
  return svg
}

test('there is a picture to look at', () => {
  expect(cases.length).toBeGreaterThanOrEqual(8)
})

describe.each(cases)('$id in $tag', (chart) => {
  const { id, telling } = chart
  const words = telling.words.charts[id]

  test.each(['light', 'dark'] as const)('asks nobody for a style, a font or a file (%s)', async (theme) => {
    const svg = await svgOf(chart, theme)
    expect(svg.match(/var\(|light-dark|color-mix|currentColor|oklab|NaN|undefined/g)).toBeNull()
    expect(svg.match(/ (?:class|style|data-[\w-]+|font-family|font-size|on\w+)="/g)).toBeNull()
    expect([...svg.matchAll(/href="([^"]*)"/g)].filter(([, target = '']) => !target.startsWith('#'))).toEqual([])
    const names = new Set([...parse(svg).querySelectorAll('*')].map((node) => node.localName))
    const plain = ['title', 'desc', 'defs', 'g', 'path', 'use', 'rect', 'circle', 'line']
    expect([...names].filter((name) => !plain.includes(name))).toEqual([])
    const colours = new Set([...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour))
    expect([...colours].filter((colour = '') => !/^(?:none|#[0-9a-f]{6})$/.test(colour))).toEqual([])
    expect(colours.size).toBeGreaterThan(3)
  })

  test('says all that the chart says, and what stands round it', async () => {
    const picture = parse(await svgOf(chart))
    const page = parse(drawChart(telling, id, { size: 'wide' }))
    for (const hidden of page.querySelectorAll('[visibility="hidden"]')) hidden.remove()
    const labels = [...page.querySelectorAll('text')].map((text) => text.textContent).join('')
    expect(labels.length).toBeGreaterThan(20)
    const said = unspaced(wordsIn(picture))
    expect(said).toContain(unspaced(labels))
    expect(said.startsWith(unspaced(`${words?.title ?? ''}${words?.dek ?? ''}`))).toBe(true)
    expect(said).toContain(unspaced(`${telling.language.site.factsTo(formatDate(telling.story.factsTo, telling.language))}.`))
    expect(said.endsWith(site.name)).toBe(true)
    expect(picture.querySelector('title')?.textContent).toBe(words?.title)
    expect(picture.querySelector('desc')?.textContent).toBe(words?.alt)
  })

  test('every letter that is used is there, and every one that is there is used', async () => {
    const picture = parse(await svgOf(chart))
    const there = [...picture.querySelectorAll('defs > path')].map((letter) => `#${letter.id}`)
    const used = new Set([...picture.querySelectorAll('use')].map((use) => use.getAttribute('xlink:href') ?? ''))
    expect([...used].sort()).toEqual(there.sort())
    expect(there).toEqual([...new Set(there)])
  })

  test('is a PNG of 1200 pixels across whose text has ink, light and dark', async () => {
    const size = await chartPngSize(root, telling, id)
    for (const theme of ['light', 'dark'] as const) {
      const png = await chartPng(root, telling, id, theme)
      expect(png.length).toBeLessThan(150_000)
      const picture = decodePng(png)
      expect({ width: picture.width, height: picture.height }).toEqual(size)
      expect(picture.width).toBe(1200)
      expect(picture.light(2, 2) > 128).toBe(theme === 'light')
      const title = [40, 62, 1160, 110] as const
      expect(ink(picture, title)).toBeGreaterThan(2000)
      // The same without letters has none there.
      const blank = (await svgOf(chart, theme)).replaceAll(/<use [^>]*>/g, '')
      expect(ink(decodePng(rasterise(blank, 1200)), title)).toBe(0)
    }
  })

  test('is a card of 1200 × 630 that can be read where it is small', async () => {
    const png = await chartCardPng(root, telling, id)
    expect(png.length).toBeLessThan(150_000)
    const picture = decodePng(png)
    expect([picture.width, picture.height]).toEqual([1200, 630])
    expect(ink(picture, [56, 78, 556, 250])).toBeGreaterThan(4000)
    expect(ink(picture, [630, 60, 1140, 600])).toBeGreaterThan(2000)

    const card = parse(chartCard(telling, id, await openStudio(root, 'light')))
    expect(unspaced(wordsIn(card))).toContain(unspaced(words?.title ?? ''))
    const scales = [...card.querySelectorAll('[aria-label]')].map((label) => {
      let scale = 1000
      for (let node: Element | null = label; node; node = node.parentElement)
        scale *= Number(/scale\(([\d.]+)\)/.exec(node.getAttribute('transform') ?? '')?.[1] ?? 1)
      return scale
    })
    expect(Math.min(...scales)).toBeGreaterThanOrEqual(17)
  })
})

describe.each(editions)('the card of $telling.story.id in $telling.language.tag', (edition) => {
  test('is 1200 × 630, with its headline in ink and its words whole', async () => {
    const picture = decodePng(await storyCardPng(root, edition))
    expect([picture.width, picture.height]).toEqual([1200, 630])
    expect(ink(picture, [56, 150, 1140, 300])).toBeGreaterThan(8000)
    const card = parse(storyCard(edition, await openStudio(root, 'light')))
    const said = unspaced(wordsIn(card))
    expect(said).toContain(unspaced(edition.frontmatter.title + edition.frontmatter.standfirst))
    expect(said).toContain(site.name)
  })
})

test('the same bytes are made again, in another process, zone and locale too', async () => {
  const [edition] = editions
  const [first] = cases
  if (!edition || !first) throw new TypeError('no story')
  const made = async (): Promise<string[]> => [
    ...(await Promise.all(cases.map(({ telling, id }) => chartSvg(root, telling, id)))),
    (await chartPng(root, first.telling, first.id, 'dark')).toString('base64'),
    (await chartCardPng(root, first.telling, first.id)).toString('base64'),
    (await storyCardPng(root, edition)).toString('base64'),
  ]
  const here = await made()
  expect(await made()).toEqual(here)
  const script = `
    import { readAllContent } from '#prose'
    import { chartCardPng, chartPng, chartSvg, storyCardPng } from './src/outlets/pictures/index.ts'
    const root = process.cwd()
    const editions = (await readAllContent(root)).flatMap((content) => content.editions)
    const made = []
    for (const { telling } of editions)
      for (const id of Object.keys(telling.story.data.charts)) made.push(await chartSvg(root, telling, id))
    const [{ telling }] = editions
    const [id] = Object.keys(telling.story.data.charts)
    made.push((await chartPng(root, telling, id, 'dark')).toString('base64'))
    made.push((await chartCardPng(root, telling, id)).toString('base64'))
    made.push((await storyCardPng(root, editions[0])).toString('base64'))
    console.log(JSON.stringify(made))`
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', env, maxBuffer: 2 ** 26 })
  expect(JSON.parse(output)).toEqual(here)
})
