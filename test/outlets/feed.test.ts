import { describe, expect, it } from 'vitest'
import { interfaceWords } from '#language'
import type { Edition, StoryContent } from '#prose'
import { parseWords, tell } from '#story'
import { feedXml } from '../../src/outlets/feed.ts'
import { replaceIn, tiny, tinyWords, validate } from '../story/tiny.ts'
import { faultsOf, readXml } from './atom.ts'
import type { Node } from './atom.ts'

const origin = new URL('https://news.example')

async function content(corrections: string, reasons: string): Promise<StoryContent> {
  const { story, problems } = await validate(replaceIn(tiny, '  charts: {\n', `  corrections: {${corrections}},\n  charts: {\n`))
  const file = parseWords('en.yaml', `${tinyWords}corrections: {${reasons}}\n`)
  if (!story || 'problems' in file) throw new TypeError(problems.join('\n'))
  const result = tell(story, file, interfaceWords('en'))
  if ('problems' in result) throw new TypeError(JSON.stringify(result.problems))
  const { telling } = result
  const edition = (language: { tag: string; locale: string }): Edition => ({
    telling: { ...telling, language: { ...telling.language, ...language } },
    frontmatter: { title: 'Shops & "stalls" <here>', standfirst: 'A sentence under it.', status: { state: 'published' } },
    braced: [],
    outline: { sections: [], charts: [], facts: [], sources: [] } as unknown as Edition['outline'],
  })
  return { story, editions: [edition({ tag: 'en', locale: 'en-GB' }), edition({ tag: 'fr', locale: 'fr-FR' })] }
}

const textOf = (node: Node | undefined, name: string): string | undefined => node?.children.find((child) => child.name === name)?.text
const entriesOf = (feed: Node): Node[] => feed.children.filter(({ name }) => name === 'entry')

describe('the feed', () => {
  it('has a story in each of its languages, dated by its data', async () => {
    const feed = readXml(feedXml([await content('', '')], origin))
    expect(faultsOf(feed)).toEqual([])
    expect(textOf(feed, 'title')).toBe('Pasar: new stories and corrections')
    expect(textOf(feed, 'id')).toBe('https://news.example/feed.xml')
    expect(entriesOf(feed).map((entry) => [entry.attributes['xml:lang'], textOf(entry, 'id')])).toEqual([
      ['en', 'https://news.example/tiny/'],
      ['fr', 'https://news.example/tiny/fr/'],
    ])
    const [entry] = entriesOf(feed)
    expect(textOf(entry, 'title')).toBe('Shops & "stalls" <here>')
    expect(textOf(entry, 'published')).toBe('2024-01-01T00:00:00Z')
    expect(textOf(entry, 'updated')).toBe('2024-02-01T00:00:00Z')
  })

  it('has each correction in each language, with what was said before', async () => {
    const corrections = `a: { date: '2024-01-20', fact: 'users', from: 41e6, to: 40e6 }, b: { date: '2024-01-30', chart: 'dots', status: 'withdrawn' }`
    const feed = readXml(feedXml([await content(corrections, 'a: "We & they < all.", b: Why')], origin))
    expect(faultsOf(feed)).toEqual([])
    expect(entriesOf(feed).map((entry) => textOf(entry, 'id'))).toEqual([
      'https://news.example/tiny/',
      'https://news.example/tiny/fr/',
      'https://news.example/tiny/#correction-b',
      'https://news.example/tiny/fr/#correction-b',
      'https://news.example/tiny/#correction-a',
      'https://news.example/tiny/fr/#correction-a',
    ])
    const [, , withdrawn, , corrected] = entriesOf(feed)
    expect(textOf(withdrawn, 'title')).toBe('Correction: 40 million accounts')
    expect(textOf(withdrawn, 'summary')).toBe('Withdrawn on 30 January 2024. Why')
    expect(textOf(corrected, 'title')).toBe('Correction: Accounts')
    expect(textOf(corrected, 'summary')).toBe('Corrected on 20 January 2024. We said 41 million; it is 40 million. We & they < all.')
    expect(textOf(corrected, 'updated')).toBe('2024-01-20T00:00:00Z')
  })

  it('is none of a site without stories', () => {
    expect(() => feedXml([], origin)).toThrow('invalid site: it has no story; expected one to tell of in the feed')
  })
})

const whole = feedXml([await content('', '')], origin)

describe('what reads feeds here finds', () => {
  it.each([
    ['an id twice', 'https://news.example/tiny/fr/</id>', 'https://news.example/tiny/</id>', 'an id stands twice'],
    ['a date without a time', '2024-01-01T00:00:00Z</published>', '2024-01-01</published>', 'is no moment of RFC 3339'],
    ['no language', '<entry xml:lang="fr">', '<entry>', 'says not which language it is in'],
    ['no link to itself', 'rel="self"', 'rel="via"', 'the feed does not link itself once'],
    ['no author', '<name>Pasar</name>', '', 'no author with a name'],
  ])('%s', (_, from, to, fault) => {
    const broken = whole.replace(from, to)
    expect(broken).not.toBe(whole)
    expect(faultsOf(readXml(broken)).join('\n')).toContain(fault)
  })

  it.each([
    ['an ampersand by itself', '&amp;', '&'],
    ['an element that does not end', '</summary>', ''],
    ['an element that another ends', '</summary>', '</title>'],
    ['a second root', '</feed>', '</feed><feed></feed>'],
  ])('%s, which is not XML', (_, from, to) => {
    expect(() => readXml(whole.replace(from, to))).toThrow(SyntaxError)
  })
})
