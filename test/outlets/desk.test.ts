import { describe, expect, it } from 'vitest'
import { components, parseProse, checkProse, readContent } from '#prose'
import { componentSnippet, deskLists } from '../../src/outlets/desk.ts'

const { editions } = await readContent(process.cwd(), 'indonesia-ecommerce')

describe.each(editions)('the desk in $telling.language.name', ({ telling }) => {
  const lists = deskLists(telling)
  const idsIn = (list: string): string[] => lists.find(({ id }) => id === list)?.entries.map(({ id }) => id) ?? []

  it('lists every fact, claim, chart, view, player, source and component once', () => {
    const { facts, data } = telling.story
    expect([...idsIn('facts'), ...idsIn('claims')].sort()).toEqual([...facts.keys()].sort())
    for (const noun of ['charts', 'players', 'sources'] as const) expect(idsIn(noun)).toEqual(Object.keys(data[noun]))
    expect(idsIn('views')).toHaveLength(Object.values(data.charts).reduce((sum, { views }) => sum + Object.keys(views).length, 0))
    expect(idsIn('components')).toEqual(Object.keys(components))
  })

  it('says of each what it is', () => {
    for (const { id, entries } of lists.filter((list) => list.id !== 'components'))
      for (const entry of entries) expect(entry.about, `${id} ${entry.id}`).toMatch(/\S/)
  })

  it('offers for each a snippet that the checks take', () => {
    for (const { id, entries } of lists.filter((list) => list.id !== 'components'))
      for (const { snippet } of entries) {
        const parsed = parseProse('en.mdx', `${snippet}\n`)
        expect('tree' in parsed && checkProse('en.mdx', snippet, parsed.tree, telling), `${id} ${snippet}`).toEqual([])
      }
  })
})

it.each([
  ['Section', '<Section id="…" title="…">…</Section>'],
  ['Compare', '<Compare a="…" b="…" />'],
  ['Fact', '<Fact id="…" />'],
  ['Figure', '<Figure why="…">…</Figure>'],
])('types the component %s with what it must be given', (name, snippet) => {
  expect(componentSnippet(name)).toBe(snippet)
})
