import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, inject, it } from 'vitest'
import type { Oembed } from '../../src/outlets/oembed.ts'
import { useBrowser, withPage } from './browser.ts'
import { embeds, htmlFiles, readBuilt } from './pages.ts'

const builds = [
  { name: 'at the root', folder: inject('folder'), home: 'https://pasar.example/' },
  { name: 'under a path', folder: inject('subpathFolder'), home: 'https://news.example/desk/pasar/' },
]

describe.each(builds)('the link of a chart, $name', ({ folder, home }) => {
  const charts = htmlFiles(folder).filter((file) => file.includes('/charts/'))
  const find = (page: string, selector: string): string | null | undefined =>
    parseHTML(readBuilt(page, folder)).document.querySelector(selector)?.getAttribute('href')

  it('is there', () => {
    expect(charts.length).toBeGreaterThan(7)
  })

  it.each(charts)('%s leads those who unfold it to the answer of its embed', (chart) => {
    const embed = chart.replace('/charts/', '/embed/')
    const address = find(chart, 'link[rel=alternate][type="application/json+oembed"]') ?? ''
    expect(address).toBe(find(embed, 'link[rel=alternate][type="application/json+oembed"]'))
    expect(address.startsWith(home)).toBe(true)

    const answer = JSON.parse(readFileSync(path.join(folder, address.slice(home.length)), 'utf8')) as Oembed
    expect(answer.provider_url).toBe(home)
    expect(answer.title).toBe(parseHTML(readBuilt(chart, folder)).document.querySelector('h1')?.textContent)
    const { document } = parseHTML(`<!doctype html><html><body>${answer.html}</body></html>`)
    expect(document.querySelector('a')?.getAttribute('href')).toBe(`${home}${chart}`)
    expect(document.querySelector('iframe')?.getAttribute('src')).toBe(`${home}${embed}`)
    expect(document.querySelector('iframe')?.getAttribute('height')).toBe(String(answer.height))
    expect(answer.height).toBeGreaterThan(200)
    const card = answer.thumbnail_url.slice(home.length)
    expect(card).toBe(`${chart.slice(0, -1)}-card.png`)
    const picture = readFileSync(path.join(folder, card))
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([answer.thumbnail_width, answer.thumbnail_height])
  })

  it('is said of charts alone', () => {
    const saying = htmlFiles(folder).filter((file) => readBuilt(file, folder).includes('json+oembed'))
    expect(saying.filter((file) => !/\/(?:charts|embed)\//.test(file))).toEqual([])
  })
})

describe('the height in the answer', () => {
  const browser = useBrowser()

  it.each(embeds)('is that of /%s in a frame of the width in the answer', async (embed) => {
    const file = path.join(inject('folder'), embed.replace('/embed/', '/oembed/').replace(/\/$/, '.json'))
    const { width, height } = JSON.parse(readFileSync(file, 'utf8')) as Oembed
    await withPage(browser(), { viewport: { width, height: 800 } }, async (page) => {
      await page.goto(inject('site') + embed)
      const box = await page.locator('.box').boundingBox()
      expect(Math.abs((box?.height ?? 0) - height)).toBeLessThanOrEqual(1)
    })
  })
})
