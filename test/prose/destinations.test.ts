import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { languageTags } from '#language'
import { checkImages, checkLinks, pagesOf } from '#prose'
import type { ProseNode } from '#prose'
import { readStory } from '#story'
import { marked } from '../story/tiny.ts'
import { problemsIn } from './passages.ts'

const anchors = new Set(['sources', 'market', 'market/2030', 'fact-users', 'source-report'])
const destinations = {
  story: '/tiny/',
  pages: new Set(['/', '/about/', '/favicon.svg', '/tiny/', '/tiny/charts/dots/', '/tiny/sources/']),
  base: '/',
}

let linksIn: (text: string) => string[]

beforeAll(() => {
  linksIn = (text) => problemsIn(text, (file, _, tree) => checkLinks(file, tree, anchors, destinations))
})

describe('a link may lead', () => {
  it.each([
    ['to a section', '#market'],
    ['to a step', '#market/2030'],
    ['to a fact', '#fact-users'],
    ['to a source', '#source-report'],
    ['to a part of the story by its whole address', '/tiny/#market'],
    ['to the story', '/tiny/'],
    ['to the front page', '/'],
    ['to a page of the site', '/about/'],
    ['to a page by the way from here', '../about/'],
    ['to the page of a chart', 'charts/dots/'],
    ['to an entry of the ledger', 'sources/#fact-users'],
    ['to a file', '/favicon.svg'],
    ['to another site', 'https://firm.example/market'],
    ['to a letter', 'mailto:desk@pasar.example'],
  ])('%s', (_, url) => {
    expect(linksIn(`See [it](${url}).`)).toEqual([])
  })
})

describe('a link may not lead', () => {
  const rows: [what: string, text: string, message: string][] = [
    ['to no section', 'See «[it](#markt).', 'the link "#markt" leads to no part of the story; did you mean "#market"?'],
    [
      'to no fact of the prose',
      'See «[it](#fact-user).',
      'the link "#fact-user" leads to no part of the story; did you mean "#fact-users"?',
    ],
    ['to no page', 'See «[it](/abut/).', 'the link "/abut/" leads nowhere; did you mean "/about/"?'],
    ['to a page without its last slash', 'See «[it](/about).', 'the link "/about" leads nowhere; did you mean "/about/"?'],
    ['to no chart', 'See «[it](charts/dot/).', 'the link "charts/dot/" leads nowhere; did you mean "/tiny/charts/dots/"?'],
    ['to nothing at all', 'See «[it]().', 'the link "" has no address; expected one in its parentheses'],
    [
      'by reference to no section',
      'See [it][a].\n\n«[a]: #markt',
      'the link "#markt" leads to no part of the story; did you mean "#market"?',
    ],
  ]
  it.each(rows)('%s', (_, given, message) => {
    const { text, place } = marked(given)
    expect(linksIn(text)).toEqual([`${place} ${message}`])
  })
})

describe('on a site that lies under a path', () => {
  const under = (text: string): string[] =>
    problemsIn(text, (file, _, tree) => checkLinks(file, tree, anchors, { ...destinations, base: '/explainers/' }))

  it.each([
    ['by the way from the story', '../about/'],
    ['by the whole address', '/explainers/about/'],
    ['to a file of the site', '../favicon.svg'],
    ['to a part of the story', '/explainers/tiny/#market'],
    ['to what others have beside it', '/politics/'],
  ])('a link may lead %s', (_, url) => {
    expect(under(`See [it](${url}).`)).toEqual([])
  })

  it.each([
    ['/about/', 'leads out of the site, which lies under /explainers/; did you mean "../about/"?'],
    ['/about', 'leads out of the site, which lies under /explainers/; did you mean "../about/"?'],
    ['/favicon.svg', 'leads out of the site, which lies under /explainers/; did you mean "../favicon.svg"?'],
    ['/', 'leads out of the site, which lies under /explainers/; did you mean "../"?'],
    ['/explainers/abut/', 'leads nowhere; did you mean "/about/"?'],
    ['/explainers/about', 'leads nowhere; did you mean "/explainers/about/"?'],
  ])('a link to %s %s', (url, fault) => {
    expect(under(`See [it](${url}).`)).toEqual([`1:5 the link "${url}" ${fault}`])
  })
})

it('a story may lead to every page and file that the site has of it', async () => {
  const built = readFileSync('test/addresses.txt', 'utf8').trim().split('\n')
  const { story } = await readStory(process.cwd(), 'indonesia-ecommerce')
  const tags = languageTags.filter((tag, place) => place === 0 || built.includes(`/indonesia-ecommerce/${tag}/`))
  const pages = await pagesOf(process.cwd(), story, tags)
  // The page that says of an address that it leads nowhere is no place to lead to; what Astro names by its content cannot be known before.
  const own = built.filter((address) => !/^\/(?:404\.html|_astro\/|sitemap|_headers)/.test(address))
  expect(own.length).toBeGreaterThan(50)
  expect(own.filter((address) => !pages.has(address))).toEqual([])
  expect([...pages].filter((address) => !built.includes(address))).toEqual(['/404/'])
})

it('an image says what it shows', () => {
  const check = (file: string, _: string, tree: ProseNode): ReturnType<typeof checkImages> => checkImages(file, tree)
  expect(problemsIn('See ![what it shows](a.png).', check)).toEqual([])
  expect(problemsIn('See ![](a.png) and ![ ](b.png).', check)).toEqual([
    '1:5 an image without alt text; expected ![what the picture shows and means](…)',
    '1:20 an image without alt text; expected ![what the picture shows and means](…)',
  ])
})
