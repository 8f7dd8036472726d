import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { engines } from './driver.ts'
import type { Driver } from './driver.ts'
import { launch } from './launch.ts'

const story = `${inject('site')}indonesia-ecommerce/`
/** For a person to look at: how each engine showed the end of each path. */
const shots = path.resolve('shots', 'engines')
const patience = { timeout: 20_000, interval: 100 }

/** The longest texts of each drawing, which the prose does not have; without those whose letters a PDF may join. */
const longestTexts = `[...document.querySelectorAll('figure.chart')].map((figure) => ({
  id: figure.id,
  texts: [...figure.querySelectorAll('svg.wide text, svg.wide tspan')]
    .flatMap((node) => (node.childElementCount > 0 || /f[fil]/.test(node.textContent) ? [] : node.textContent))
    .sort((a, b) => b.length - a.length)
    .slice(0, 3),
}))`

const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

describe.each(engines)('in %s', (engine) => {
  let reader: Driver
  beforeAll(async () => {
    reader = await launch(engine)
    await reader.open(story)
    console.log(await reader.read<string>('navigator.userAgent'))
  })
  afterEach(async ({ task }) => {
    await mkdir(shots, { recursive: true })
    const name = task.name
      .split(' ')
      .slice(0, 4)
      .join('-')
      .replaceAll(/[^\w-]/g, '')
    await writeFile(path.join(shots, `${engine}-${name}.png`), await reader.screenshot())
  })
  afterAll(() => reader.close())

  const quote = JSON.stringify
  const until = <T>(expression: string) => expect.poll(() => reader.read<T>(expression), patience)
  // Through the page: a driver would wait for a load that an entry of the same page never has.
  const back = (): Promise<void> => reader.read('history.back()')
  const textOf = (selector: string): Promise<string> => reader.read(`document.querySelector(${quote(selector)})?.innerText ?? ''`)
  const isSeen = (selector: string): string =>
    `document.querySelector(${quote(selector)})?.checkVisibility({ visibilityProperty: true }) ?? false`

  /** Waits until the page no longer scrolls. */
  async function rest(): Promise<void> {
    const still = `new Promise((resolve) => {
      const before = scrollY
      let frames = 0
      requestAnimationFrame(function next() {
        if (scrollY !== before || (frames += 1) === 20) resolve(scrollY === before)
        else requestAnimationFrame(next)
      })
    })`
    await until(still).toBe(true)
  }

  /** A chart on the screen whose behaviours have come. */
  async function wake(chart: string): Promise<void> {
    await reader.read(`document.getElementById(${quote(chart)}).scrollIntoView({ behavior: 'instant' })`)
    await until(`document.querySelector('#${chart} .drawing').getAttribute('role')`).toBe('application')
  }

  test('the story is read: headline, sections and a drawing in every figure, nothing wider than the screen', async () => {
    await reader.open(story)
    expect(await textOf('h1')).not.toBe('')
    expect(await reader.read<number>(`document.querySelectorAll('.prose section').length`)).toBeGreaterThan(5)
    const figures = await reader.read<{ id: string; drawings: number }[]>(
      `[...document.querySelectorAll('figure.chart')].map((figure) => ({
        id: figure.id,
        drawings: [...figure.querySelectorAll('.drawing svg')].filter((svg) => svg.getBoundingClientRect().height > 60).length,
      }))`,
    )
    expect(figures.length).toBeGreaterThanOrEqual(8)
    expect(figures.filter(({ drawings }) => drawings !== 1)).toEqual([])
    const underlined = (selector: string): string => `getComputedStyle(document.querySelector(${quote(selector)})).textDecorationLine`
    for (const selector of ['.prose a.fact', '.prose summary', '.play button']) await until(underlined(selector)).toBe('underline')
    const { scroll, screen } = await reader.read<{ scroll: number; screen: number }>(
      '({ scroll: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth })',
    )
    expect(scroll).toBeLessThanOrEqual(screen)
    const fonts = `document.fonts.ready.then((fonts) => [...fonts].filter((font) => font.status === 'loaded').length)`
    await until<number>(fonts).toBeGreaterThanOrEqual(2)
  })

  test('a step that is scrolled to shows its view and is in the address', async () => {
    await reader.open(story)
    await wake('market-growth')
    for (const view of ['2030', 'later']) {
      await reader.read(`document.getElementById('market/${view}').scrollIntoView({ behavior: 'instant', block: 'center' })`)
      await until(`document.getElementById('market-growth').dataset.view`).toBe(view)
      await until('location.hash').toBe(`#market/${view}`)
    }
    const before = await reader.read<number>('scrollY')
    await reader.press('PageDown')
    await until<number>('scrollY').toBeGreaterThan(before + 100)
  })

  test('a link to a step lands on it', async () => {
    await reader.open(`${story}#market/2030`)
    await until(`document.getElementById('market-growth').dataset.view`).toBe('2030')
    await until(`Math.abs(document.getElementById('market/2030').getBoundingClientRect().top) < innerHeight`).toBe(true)
  })

  test('the contents lead to a section, and back goes where the reader was', async () => {
    await reader.open(story)
    await reader.click('.contents summary')
    await reader.click('.contents a[href="#shares"]')
    await until<number>('scrollY').toBeGreaterThan(1000)
    await rest()
    await back()
    await until('scrollY').toBe(0)
  })

  test('a chart says the numbers of its marks by key, as its table has them', async () => {
    await reader.open(story)
    await wake('market-growth')
    await reader.read(`document.querySelector('#market-growth .drawing').focus()`)
    await reader.press('Home')
    await until(isSeen('#market-growth .tip')).toBe(true)
    const first = await textOf('#market-growth .tip')
    const row = await reader.read<string[]>(
      `[...document.querySelector('#market-growth tbody tr').cells].map((cell) => cell.textContent.trim())`,
    )
    for (const cell of row.filter((text) => text !== '')) expect(first).toContain(cell)
    await reader.press('ArrowRight')
    await until(`document.querySelector('#market-growth .tip').innerText`).not.toBe(first)
    expect(await reader.read(`document.querySelector('#market-growth .voice').textContent`)).not.toBe('')
    await reader.press('Escape')
    await until(isSeen('#market-growth .tip')).toBe(false)
  })

  test('a figure in the prose opens what it rests on, and Escape gives the focus back', async () => {
    await reader.open(story)
    await until(`document.querySelector('.card') !== null`).toBe(true)
    await reader.click('.prose a.fact')
    await until(isSeen('.card')).toBe(true)
    expect(await textOf('.card')).toMatch(/\S.{20,}/)
    const inside = `(({ left, right, top, bottom }) => left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight)(document.querySelector('.card').getBoundingClientRect())`
    expect(await reader.read(inside)).toBe(true)
    await reader.press('Escape')
    await until(isSeen('.card')).toBe(false)
    expect(await reader.read(`document.activeElement === document.querySelector('.prose a.fact')`)).toBe(true)
    expect(await reader.read('location.hash')).toBe('')
  })

  test('a table opens in place', async () => {
    await reader.open(story)
    expect(await reader.read(isSeen('#platform-shares table'))).toBe(false)
    await reader.click('#platform-shares summary')
    await until(isSeen('#platform-shares table')).toBe(true)
    expect(await reader.read<number>(`document.querySelectorAll('#platform-shares tbody tr').length`)).toBeGreaterThan(5)
  })

  test('the map shows the state that is chosen, has it in the address and goes back', async () => {
    await reader.open(story)
    await wake('player-map')
    const hidden = `[...document.querySelectorAll('#player-map [data-state].away')].filter((panel) => panel.closest('svg').getBoundingClientRect().height > 0).map((panel) => panel.dataset.state)`
    await reader.click('#player-map .views [data-view=after]')
    await until(hidden).toEqual(['2023-11-13'])
    await until('location.hash').toBe('#player-map/after')
    await reader.click('#player-map .views [data-view=talks]')
    await until(hidden).toEqual(['2024-01-31'])
    await back()
    await until(hidden).toEqual(['2023-11-13'])
  })

  test('a company that is pressed on the map is told of and in the address, and Escape takes it back', async () => {
    await reader.open(story)
    await wake('player-map')
    await reader.click('#player-map .views [data-view=talks]')
    await reader.click('#player-map svg.wide [data-state="2023-11-13"] [data-mark=tokopedia] circle')
    await until(isSeen('#player-map .about')).toBe(true)
    expect(await textOf('#player-map .about')).toContain('GoTo owns Tokopedia')
    expect(await reader.read('location.hash')).toBe('#player-map/tokopedia')
    expect(await reader.read<number>(`document.querySelectorAll('#player-map .about a[href^="#source-"]').length`)).toBeGreaterThan(0)
    await reader.press('Escape')
    await until(isSeen('#player-map .about')).toBe(false)
    await reader.open(`${story}#player-map/shopee`)
    await until(isSeen('#player-map .about')).toBe(true)
    expect(await textOf('#player-map .about')).toContain('Shopee')
  })

  test('on paper there are words, drawings and sources, and nothing to press', async () => {
    await reader.open(story)
    await wake('player-map')
    const pdf = await reader.print()
    if (pdf) {
      await mkdir(shots, { recursive: true })
      const file = path.join(shots, `${engine}.pdf`)
      await writeFile(file, pdf)
      const sheets = bare(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }))
      for (const { id, texts } of await reader.read<{ id: string; texts: string[] }[]>(longestTexts))
        expect(
          texts.filter((text) => sheets.includes(bare(text))),
          `${id} is drawn on paper`,
        ).not.toEqual([])
    }
    // The rules for paper, on the screen: not every engine can be made to print.
    await reader.read(`(function turn(rules) {
      for (const rule of rules) {
        if (rule.media?.mediaText === 'print') rule.media.mediaText = 'all'
        else if (rule.media?.mediaText === 'screen') rule.media.mediaText = 'not all'
        if (rule.cssRules) turn(rule.cssRules)
      }
    })([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]))`)
    const seen = (selector: string): Promise<string[]> =>
      reader.read(`[...document.querySelectorAll(${quote(selector)})]
        .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().height > 1)
        .map((node) => node.outerHTML.slice(0, 80))`)
    expect(await seen('button, select, summary, nav, .tip, .card, .progress')).toEqual([])
    expect(await seen('.drawing svg')).toHaveLength(await reader.read<number>(`document.querySelectorAll('figure.chart').length`))
    expect((await seen('.source-list > li')).length).toBeGreaterThan(10)
    expect(await reader.read(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(255, 255, 255)')
  })
})
