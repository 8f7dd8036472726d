import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { describe, expect, it, test } from 'vitest'
import { htmlFiles, pages, readBuilt, stories } from './pages.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Both forms are HTML; Astro writes one, the formatter of our sources the other.
    'void-style': 'off',
    // A finding is a sentence, and a sentence may pass 70 characters.
    'long-title': 'off',
    // Astro writes `>` in text as it is, which HTML allows.
    'no-raw-characters': ['error', { relaxed: true }],
    // A row's id is an address, CHART/MARK; HTML allows anything but space.
    'valid-id': ['error', { relaxed: true }],
    // Trailing space comes from the templates; a reader never sees it.
    'no-trailing-whitespace': 'off',
  },
})

const documentOf = (page: string): Document => parseHTML(readBuilt(page)).document
const content = (document: Document, selector: string): string => document.querySelector(selector)?.getAttribute('content') ?? ''

it.each(htmlFiles())('/%s is valid HTML', async (page) => {
  const { results } = await validator.validateString(readBuilt(page))
  const messages = results.flatMap((result) => result.messages)
  expect(
    messages.map(
      ({ line, column, ruleId, message, selector }) => `${String(line)}:${String(column)} ${ruleId} ${message} ${selector ?? ''}`,
    ),
  ).toEqual([])
})

describe.each(pages)('the head of /%s', (page) => {
  const document = documentOf(page)

  it('says what the page is, in which language and for whom to show it how wide', () => {
    expect(document.title).toMatch(/\S.{5,}/)
    expect(content(document, 'meta[name=description]')).toMatch(/^\S.{24,300}$/)
    expect(document.documentElement.getAttribute('lang')).toMatch(/^(?:en|fr|id)$/)
    expect(content(document, 'meta[name=viewport]')).toBe('width=device-width, initial-scale=1')
    for (const name of ['title', 'description', 'url', 'site_name', 'type'])
      expect(content(document, `meta[property="og:${name}"]`), name).not.toBe('')
  })

  it('gives the one address the page goes by, or keeps it out of search engines', () => {
    const canonical = [...document.querySelectorAll('link[rel=canonical]')].map((link) => link.getAttribute('href'))
    if (page === '404.html') {
      expect(canonical).toEqual([])
      expect(content(document, 'meta[name=robots]')).toBe('noindex')
    } else {
      expect(canonical).toEqual([`https://pasar.example/${page}`])
      expect(content(document, 'meta[property="og:url"]')).toBe(canonical[0])
      expect(content(document, 'meta[name=robots]')).not.toContain('noindex')
    }
  })
})

it('gives no two pages the same title', () => {
  const titles = pages.map((page) => documentOf(page).title)
  expect(titles).toEqual([...new Set(titles)])
})

test('the sitemap lists every page but those kept out of search engines', () => {
  const open = htmlFiles().filter((page) => !content(documentOf(page), 'meta[name=robots]').includes('noindex'))
  expect(pages.filter((page) => page !== '404.html').sort()).toEqual(open)
})

describe.each(stories)('the linked data of /%s', (page) => {
  const scripts = [...documentOf(page).querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent)
  const { '@context': context, '@graph': graph } = JSON.parse(scripts[0] ?? '{}') as {
    '@context': string
    '@graph': Record<string, unknown>[]
  }

  it.each(['Article', 'Dataset'])('holds one %s with its publisher and the day it was published', (type) => {
    expect(scripts).toHaveLength(1)
    expect(context).toBe('https://schema.org')
    const things = graph.filter((thing) => thing['@type'] === type)
    expect(things).toHaveLength(1)
    const [thing] = things
    expect(thing).toMatchObject({
      datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      description: expect.stringMatching(/\S/) as string,
      license: expect.stringMatching(/^https:/) as string,
    })
    const publisher = graph.find((other) => other['@id'] === (thing?.publisher as { '@id': string })['@id'])
    expect(publisher).toMatchObject({ '@type': 'Organization', name: 'Pasar' })
  })

  it('names no person as its author', () => {
    expect(scripts.join('')).not.toContain('"Person"')
    for (const thing of graph) if (thing.author) expect(thing.author).toEqual(thing.publisher)
  })
})
