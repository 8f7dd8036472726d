import { parseHTML } from 'linkedom'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it, test } from 'vitest'
import { readContent, usesOf } from '#prose'
import type { Edition } from '#prose'
import { useBrowser, withPage } from './browser.ts'
import { readBuilt } from './pages.ts'

const id = 'indonesia-ecommerce'
const address = `${id}/sources/`
const browser = useBrowser()
const { document } = parseHTML(readBuilt(address))
const squeeze = (text = ''): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim()
let edition: Edition

beforeAll(async () => {
  const { editions } = await readContent(process.cwd(), id)
  edition = editions[0]
})

describe('the ledger', () => {
  it('has every fact once: as it prints, what it is, how sure and as of when', () => {
    const { story, print, nameFact, language } = edition.telling
    const entries = [...document.querySelectorAll('.entry')]
    expect(entries.map((entry) => entry.id).toSorted()).toEqual([...story.facts.keys()].map((fact) => `fact-${fact}`).toSorted())
    for (const fact of story.facts.values()) {
      const entry = document.getElementById(`fact-${fact.id}`)
      const head = [fact.value === undefined ? '' : print(fact.id), nameFact(fact.id)].join(' ')
      expect(squeeze(entry?.querySelector('h3')?.textContent), fact.id).toBe(squeeze(head))
      const sure = squeeze(entry?.querySelector('.sure')?.textContent)
      expect(sure, fact.id).toContain(language.kinds[fact.kind])
      expect(sure, fact.id).toContain(fact.period.slice(0, 4))
    }
  })

  it('names the sources of what is said and the inputs of what is worked out, with links', () => {
    const { story } = edition.telling
    for (const { id: fact, derivation, sources } of story.facts.values()) {
      const links = [...document.querySelectorAll(`[id="fact-${fact}"] dl > div:first-child a`)].map((link) => link.getAttribute('href'))
      if (derivation) expect(links.filter((link) => link?.startsWith('#fact-')).length, fact).toBeGreaterThan(1)
      else expect(links, fact).toEqual(sources.flatMap((source) => story.data.sources[source]?.url ?? []))
    }
  })

  it('leads to every place that uses a fact', () => {
    for (const [fact, uses] of usesOf(edition)) {
      const links = [...document.querySelectorAll(`[id="fact-${fact}"] a`)].map((link) => link.getAttribute('href') ?? '')
      const places = new Set(links.map((link) => (link.startsWith('#') ? `/${address}${link}` : link)))
      expect(
        uses.map((use) => `/${id}/${use.address}`).filter((place) => !places.has(place)),
        fact,
      ).toEqual([])
    }
  })

  it('stands in the order of the story, then what charts alone show', () => {
    const heads = [...document.querySelectorAll('.group h2')].map((head) => squeeze(head.textContent))
    const titles = edition.outline.sections.map(({ title }) => title)
    expect(heads.map((head) => head.replace(/ \d+$/, ''))).toEqual([...titles, 'On charts only', 'Shown nowhere by themselves'])
    const counts = heads.map((head) => Number(/\d+$/.exec(head)?.[0]))
    expect(counts.reduce((total, count) => total + count, 0)).toBe(edition.telling.story.facts.size)
  })

  it('has every source, with the events and companies that rest on it', () => {
    const { story } = edition.telling
    expect([...document.querySelectorAll('#sources li[id]')].map((item) => item.id)).toEqual(
      Object.keys(story.data.sources).map((source) => `source-${source}`),
    )
    expect(squeeze(document.getElementById('source-akset-regulation-31-2023')?.textContent)).toContain(
      'Events: Trade Ministry issues Regulation 31 of 2023',
    )
  })
})

/** The entries that are to be seen, and the headings over them. */
async function seen(page: Page): Promise<{ entries: string[]; heads: number; counts: number[] }> {
  return {
    entries: await page.locator('.entry:visible').evaluateAll((nodes) => nodes.map((node) => node.id.replace('fact-', ''))),
    heads: await page.locator('.group h2:visible').count(),
    counts: (await page.locator('.group h2:visible small').allTextContents()).map(Number),
  }
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
])('%s', (_, javaScriptEnabled) => {
  test('a choice leaves the entries that have it, as many as it says, under their headings', async () => {
    await withPage(browser(), { viewport: { width: 360, height: 800 }, javaScriptEnabled }, async (page) => {
      await page.goto(`${inject('site')}${address}`)
      const { facts } = edition.telling.story
      await page.selectOption('#by-kind', 'claimed')
      const claimed = [...facts.values()].filter(({ kind }) => kind === 'claimed').map((fact) => fact.id)
      const first = await seen(page)
      expect(first.entries.toSorted()).toEqual(claimed.toSorted())
      expect(first.heads).toBeLessThan(8)
      expect(await page.locator('#by-kind option:checked').textContent()).toContain(`(${String(claimed.length)})`)
      await page.selectOption('#by-source', 'kumparan-2023-06-15')
      expect((await seen(page)).entries).toEqual([])
      await page.selectOption('#by-kind', '')
      expect((await seen(page)).entries.toSorted()).toEqual(
        [...facts.values()]
          .filter(({ sources }) => sources.includes('kumparan-2023-06-15'))
          .map((fact) => fact.id)
          .toSorted(),
      )
    })
  })
})

test('what is chosen is in the address, and counted; an entry that a link names is shown whatever is chosen', async () => {
  await withPage(browser(), { viewport: { width: 1280, height: 800 } }, async (page) => {
    await page.goto(`${inject('site')}${address}?kind=claimed&section=parcels&source=nothing`)
    const voice = page.getByRole('status')
    expect(await seen(page)).toEqual({ entries: ['parcels-per-day'], heads: 1, counts: [1] })
    expect(await voice.textContent()).toBe(`1 of ${String(edition.telling.story.facts.size)} shown`)
    await page.selectOption('#by-kind', 'derived')
    expect(new URL(page.url()).search).toBe('?kind=derived&section=parcels')
    // A fact that two charts and another part of the story use is worked out here.
    await page.locator('#fact-parcels-per-second .formula a').click()
    expect(new URL(page.url()).hash).toBe('#fact-parcels-per-day')
    await expect.poll(() => page.locator('#fact-parcels-per-day').isVisible()).toBe(true)
    expect(new URL(page.url()).search).toBe('?section=parcels')
  })
})

test('the details of a figure in the story lead to its entry', async () => {
  await withPage(browser(), { viewport: { width: 320, height: 800 } }, async (page) => {
    await page.goto(`${inject('site')}${id}/`)
    await page.locator('.prose a.fact[href="#fact-market-2030"]').first().click()
    const card = page.getByRole('dialog')
    expect(squeeze((await card.textContent()) ?? '')).toContain('about $160 billion')
    await card.getByRole('link', { name: 'Where it is used, and more' }).click()
    await expect.poll(() => page.url()).toBe(`${inject('site')}${address}#fact-market-2030`)
    expect(await page.locator('#fact-market-2030').isVisible()).toBe(true)
  })
})
