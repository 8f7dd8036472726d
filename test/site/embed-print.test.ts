import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { installPackages } from '../../src/commands/packages.ts'
import { useBrowser, withPage } from './browser.ts'
import { withHost } from './host.ts'

const browser = useBrowser()
const site = inject('site')
const [embed, picture] = [`${site}indonesia-ecommerce/embed/market-growth/`, `${site}indonesia-ecommerce/charts/market-growth.png`]
const hasPoppler = (): boolean => spawnSync('pdftotext', ['-v']).error === undefined
const readable = hasPoppler() || (installPackages('poppler-utils') && hasPoppler())

/** Prints a page whose chart stands far below what anybody scrolled to: its words, and how many pictures are on its sheets. */
async function print(chart: string): Promise<{ text: string; pictures: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'print-'))
  try {
    const file = path.join(folder, 'page.pdf')
    await withHost(`<p>An article</p><div style="height:20000px"></div>${chart}`, (host) =>
      withPage(browser(), { viewport: { width: 800, height: 600 } }, async (page) => {
        await page.goto(host, { waitUntil: 'networkidle' })
        await writeFile(file, await page.pdf({ format: 'A4' }))
      }),
    )
    const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' })
    return { text: run('pdftotext', file, '-'), pictures: run('pdfimages', '-list', file).trim().split('\n').length - 2 }
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe.skipIf(!readable)('a chart that nobody scrolled to is on paper all the same', () => {
  it('as the frame itself, whole', async () => {
    const { text } = await print(`<iframe loading="lazy" src="${embed}" style="width:100%;height:750px"></iframe>`)
    expect(text).toContain('Indonesian e-commerce was expected')
    expect(text).toContain('Facts to 8 June 2026')
  })

  it('as its picture, where a script would have put the frame', async () => {
    const image = `<a href="${site}"><img loading="lazy" src="${picture}" alt="A chart" width="1200" height="900" style="width:100%"></a>`
    const { pictures } = await print(`<script async src="${site}embed.js"></script><pasar-chart src="${embed}">${image}</pasar-chart>`)
    expect(pictures).toBe(1)
  })
})
