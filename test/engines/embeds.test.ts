import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withHost } from '../site/host.ts'
import { engines } from './driver.ts'
import type { Driver } from './driver.ts'
import { launch } from './launch.ts'

const site = inject('site')
const embed = `${site}indonesia-ecommerce/embed/market-growth/`
const shots = path.resolve('shots', 'engines')
const patience = { timeout: 20_000, interval: 100 }

/** Pages of somebody else: how dark they are, and whether they say so. */
const hosts = [
  { name: 'a light page', style: 'body{background:#fff}', dark: false },
  { name: 'a dark page that says so', style: ':root{color-scheme:dark}body{background:#111}', dark: true },
  { name: 'a dark page that says nothing', style: 'body{background:#111}', dark: true },
]

describe.each(engines)('an embed in %s', (engine) => {
  let reader: Driver
  beforeAll(async () => {
    reader = await launch(engine)
  })
  afterAll(() => reader.close())

  /** Colours of the host's ground and of the frame's corner, and how far the lightest and the darkest of its title are apart. */
  async function pixels(): Promise<{ host: number[]; corner: number[]; contrast: number }> {
    const image = (await reader.screenshot()).toString('base64')
    return reader.read(`(async () => {
      const { left, top } = document.querySelector('pasar-chart').getBoundingClientRect()
      const image = Object.assign(new Image(), { src: 'data:image/png;base64,${image}' })
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
      const context = canvas.getContext('2d')
      context.drawImage(image, 0, 0)
      const at = (x, y) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]
      const greens = [...context.getImageData(left + 8, top + 20, 300, 40).data].filter((_, index) => index % 4 === 1)
      return { host: at(2, 2), corner: at(left + 3, top + 3), contrast: Math.max(...greens) - Math.min(...greens) }
    })()`)
  }

  test.each(hosts)('stands on $name as on its own, as high as it says, and can be read', async ({ name, style, dark }) => {
    const chart = `<pasar-chart src="${embed}"><a href="${site}"><img src="data:," alt="A chart"></a></pasar-chart>`
    const body = `<style>${style}body{margin:20px}</style>${chart}<script async src="${site}embed.js"></script>`
    await withHost(body, async (address) => {
      await reader.open(address)
      const frame = `document.querySelector('pasar-chart').shadowRoot?.querySelector('.told iframe')`
      await expect.poll(() => reader.read<number>(`${frame}?.getBoundingClientRect().height ?? 0`), patience).toBeGreaterThan(400)
      await expect.poll(async () => (await pixels()).contrast, patience).toBeGreaterThan(120)
      const { host, corner } = await pixels()
      await mkdir(shots, { recursive: true })
      await writeFile(path.join(shots, `${engine}-embed-${name.split(' ').join('-')}.png`), await reader.screenshot())
      expect(corner).toEqual(host)
      expect(dark ? Math.max(...host) < 64 : Math.min(...host) > 192).toBe(true)
    })
  })
})
