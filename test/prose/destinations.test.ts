import { beforeAll, describe, expect, it } from 'vitest'
import { checkImages, checkLinks } from '#prose'
import type { ProseNode } from '#prose'
import { marked } from '../story/tiny.ts'
import { problemsIn } from './passages.ts'

const anchors = new Set(['sources', 'market', 'market/2030', 'fact-users', 'source-report'])
const destinations = { story: '/tiny/', pages: new Set(['/', '/about/', '/tiny/', '/tiny/charts/dots/', '/tiny/sources/']) }

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

it('an image says what it shows', () => {
  const check = (file: string, _: string, tree: ProseNode): ReturnType<typeof checkImages> => checkImages(file, tree)
  expect(problemsIn('See ![what it shows](a.png).', check)).toEqual([])
  expect(problemsIn('See ![](a.png) and ![ ](b.png).', check)).toEqual([
    '1:5 an image without alt text; expected ![what the picture shows and means](…)',
    '1:20 an image without alt text; expected ![what the picture shows and means](…)',
  ])
})
