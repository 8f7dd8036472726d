import { describe, expect, it } from 'vitest'
import { readContent } from '#prose'
import { filters, filterStyle, ledgerOf, valuesIn, valuesOf } from '../../src/outlets/ledger.ts'
import { restingOn } from '../../src/outlets/resting.ts'
import { useLabel } from '../../src/outlets/use-label.ts'

const { editions } = await readContent(process.cwd(), 'indonesia-ecommerce')
const [edition] = editions
const { telling, outline } = edition
const ledger = ledgerOf(edition)
const entries = ledger.groups.flatMap((group) => group.entries)
const groupOf = (id: string): (typeof ledger.groups)[number] | undefined =>
  ledger.groups.find((group) => group.entries.some(({ fact }) => fact.id === id))

describe('the ledger', () => {
  it('has every fact once', () => {
    expect(entries.map(({ fact }) => fact.id).toSorted()).toEqual([...telling.story.facts.keys()].toSorted())
    expect(ledger.count).toBe(entries.length)
  })

  it('has a fact under the section that first cites it, in the order of the text', () => {
    expect(ledger.groups.slice(0, outline.sections.length).map(({ section }) => section)).toEqual(outline.sections.map(({ id }) => id))
    expect(groupOf('market-2023')?.section).toBe('market')
    expect(groupOf('talks-unnamed-count')?.section).toBe('partners')
    const cited = ledger.groups.filter(({ section }) => section !== undefined).flatMap((group) => group.entries.map(({ fact }) => fact.id))
    expect(cited).toEqual(outline.facts.map(({ id }) => id))
  })

  it('tells those that only charts show from those that nothing does', () => {
    expect(groupOf('market-2018')?.title).toBe('On charts only')
    expect(groupOf('jnt-2024-h1')?.title).toBe('Shown nowhere by themselves')
  })

  it('has a fact under every section that cites it or shows it on a chart', () => {
    expect(entries.find(({ fact }) => fact.id === 'market-2023')?.sections).toEqual(['market', 'record'])
  })

  it('offers what some entry has, with how many have it', () => {
    for (const filter of filters)
      for (const { value, count } of ledger.choices[filter]) {
        expect(count, value).toBeGreaterThan(0)
        expect(entries.filter((entry) => valuesOf(entry, filter).includes(value)).length, value).toBe(count)
        expect(ledger.groups.filter((group) => valuesIn(group, filter).includes(value)).length, value).toBeGreaterThan(0)
      }
    expect(ledger.choices.kind.map(({ value }) => value)).toEqual(['reported', 'estimated', 'forecast', 'claimed', 'derived'])
  })

  it('has a rule for each choice, which hides what has not its value', () => {
    const rules = filterStyle(ledger).split('}').slice(0, -1)
    expect(rules).toHaveLength(filters.reduce((total, filter) => total + ledger.choices[filter].length, 0))
    expect(rules[0]).toBe(
      '.filters:has(#by-kind>[value="reported"]:checked)~.group:not([data-kind~="reported"],:has(:target)),.filters:has(#by-kind>[value="reported"]:checked)~.group>.entry:not([data-kind~="reported"],:target){display:none',
    )
  })
})

it('calls every place that uses a fact by a name', () => {
  const labels = (id: string): string[] =>
    (entries.find(({ fact }) => fact.id === id)?.uses ?? []).map((use) => `${use.kind}: ${useLabel(edition, use)}`)
  expect(labels('talks-count')).toEqual([
    'prose: TikTok was said to want a partner; no company confirmed it',
    'words: TikTok is reported in talks with five companies',
    'words: the words of “TikTok was said to be talking with five companies; it came to own 75.01% of one”',
  ])
  expect(labels('market-2030')).toContain('prose: The market was forecast to grow faster than it was growing: What was forecast')
  expect(useLabel(edition, { kind: 'front matter', field: 'title', address: '' })).toBe('the headline')
  for (const { uses } of entries) for (const use of uses) expect(useLabel(edition, use)).toMatch(/\S/)
})

it('knows what rests on a source: facts, events, and players by what is said of them and of their owners', () => {
  expect(restingOn(telling.story, 'akset-regulation-31-2023')).toEqual({
    facts: 0,
    events: ['ban-issued', 'ban-in-force'],
    players: ['tiktok-shop'],
  })
  expect(restingOn(telling.story, 'kumparan-2023-06-15')).toEqual({ facts: 1, events: [], players: [] })
})
