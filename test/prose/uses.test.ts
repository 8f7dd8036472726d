import { beforeAll, describe, expect, it } from 'vitest'
import { citedSources, fillFrontmatter, outlineOf, parseProse, readFrontmatter, usesOf } from '#prose'
import type { Edition, Use } from '#prose'
import type { Telling } from '#story'
import { telling as whole } from '../charts/story.ts'
import { tellTiny } from './passages.ts'

let telling: Telling

beforeAll(async () => {
  telling = await tellTiny()
})

function editionOf(text: string, title = 'A headline'): Edition {
  const parsed = parseProse('en.mdx', `---\ntitle: "${title}"\nstandfirst: A sentence under it.\n---\n\n${text}`)
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  const read = readFrontmatter('en.mdx', parsed.tree)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const { frontmatter, braced } = fillFrontmatter('en.mdx', parsed.tree, read.frontmatter, telling)
  return { telling, frontmatter, braced, outline: outlineOf(parsed.tree) }
}

const usesIn = (text: string, fact: string, title?: string): readonly Use[] | undefined => usesOf(editionOf(text, title)).get(fact)

describe('a fact is used', () => {
  it('nowhere, where nothing names it', () => {
    expect(usesIn('Words.', 'shops')).toEqual([])
  })

  it('in the prose: in each section and step once, however often that cites it', () => {
    const text = `<Section id="a" title="A">

<Fact id="shops" /> and <Fact id="shops" /> and <Compare a="rest" b="shops" />

<Scrolly chart="dots">

<Step view="all">

<Fact id="shops" />

</Step>

</Scrolly>

</Section>

<Section id="b" title="B">

<Fact id="shops" />

</Section>
`
    expect(usesIn(text, 'shops')).toEqual([
      { kind: 'prose', section: 'a', address: '#a' },
      { kind: 'prose', section: 'a', step: { chart: 'dots', view: 'all' }, address: '#a/all' },
      { kind: 'prose', section: 'b', address: '#b' },
    ])
    expect(usesIn('<Fact id="shops" /> before all sections.', 'shops')).toEqual([{ kind: 'prose', section: '', address: '' }])
  })

  it('in the headline', () => {
    expect(usesIn('Words.', 'shops', '{shops} shops')).toEqual([{ kind: 'front matter', field: 'title', address: '' }])
  })

  it('on a chart that the story shows, at its row, in the section that shows it first; what the words of the chart say of it is no more', () => {
    expect(usesIn('<Section id="a" title="A">\n\n<Chart id="dots" />\n\n</Section>', 'users')).toEqual([
      { kind: 'chart', chart: 'dots', address: 'charts/dots/#dots/users', section: 'a' },
      // The other charts have the same words.
      { kind: 'words', of: ['charts', 'yearly', 'alt'], address: 'charts/yearly/' },
      ...['heaps', 'slopes', 'map', 'globe', 'days'].map((chart): Use => ({
        kind: 'words',
        of: ['charts', chart, 'title'],
        address: `charts/${chart}/`,
      })),
      { kind: 'derived', fact: 'reach', address: 'sources/#fact-reach' },
    ])
  })

  it('at the row of its series, where a chart has a row for each', () => {
    expect(usesIn('<Chart id="slopes" />', 'slice-big')).toContainEqual({
      kind: 'chart',
      chart: 'slopes',
      address: 'charts/slopes/#slopes/big',
      section: '',
    })
  })

  it('in the name of another, which its own entry shows, and as what another is worked out from', () => {
    expect(usesIn('Words.', 'sales-2023')).toEqual([
      { kind: 'chart', chart: 'yearly', address: 'charts/yearly/#yearly/sales-2023' },
      { kind: 'words', of: ['facts', 'growth'], address: 'sources/#fact-growth' },
      { kind: 'derived', fact: 'growth', address: 'sources/#fact-growth' },
    ])
    expect(usesIn('Words.', 'people')).toContainEqual({ kind: 'derived', fact: 'reach', address: 'sources/#fact-reach' })
  })
})

it('a page names the sources of the facts that its prose cites, of its charts and those of its own, in the order of the data', () => {
  const cited = (text: string): string[] => citedSources(telling, editionOf(text).outline)
  expect(cited('Words.')).toEqual([])
  expect(cited('<Fact id="daily" />')).toEqual(['report', 'paper'])
  expect(cited('<Source id="paper" />')).toEqual(['paper'])
  expect(cited('<Chart id="dots" />')).toEqual(['report'])
  expect(cited('<Chart id="nothing" />')).toEqual([])
})

it('knows the events whose names hold a fact', () => {
  const outline = outlineOf({ type: 'root' })
  const uses = usesOf({ telling: whole, frontmatter: { title: '', standfirst: '', status: { state: 'published' } }, braced: [], outline })
  expect(uses.get('talks-count')).toContainEqual({
    kind: 'words',
    of: ['events', 'talks-reported'],
    address: 'charts/timeline/#timeline/talks-reported',
  })
})
