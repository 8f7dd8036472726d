import { describe, expect, it } from 'vitest'
import { factListJson, factListOf } from '../../src/outlets/fact-list.ts'
import type { FactList } from '../../src/outlets/fact-list.ts'
import { telling } from '../charts/story.ts'

const list = JSON.parse(factListJson(telling)) as FactList
const find = (id: string): FactList['facts'][number] | undefined => list.facts.find((fact) => fact.id === id)

describe('the list of facts', () => {
  it('has every fact once, by id', () => {
    const ids = list.facts.map(({ id }) => id)
    expect(ids).toEqual([...telling.story.facts.keys()].sort())
    expect(ids.length).toBeGreaterThan(100)
  })

  it('is the same bytes however the data is ordered', () => {
    const { story } = telling
    const turned = {
      ...telling,
      story: {
        ...story,
        facts: new Map(
          [...story.facts].reverse().map(([id, fact]) => [id, Object.fromEntries(Object.entries(fact).reverse()) as typeof fact]),
        ),
        data: { ...story.data, sources: Object.fromEntries(Object.entries(story.data.sources).reverse()) },
      },
    }
    expect(factListJson(turned)).toBe(factListJson(telling))
  })

  it('says of a statement what it states, and no figure', () => {
    expect(find('reply-bukalapak')).toEqual({
      id: 'reply-bukalapak',
      name: 'Bukalapak said it knew of no such talks',
      period: '2023-11-13',
      kind: 'reported',
      approximate: false,
      scope: telling.story.facts.get('reply-bukalapak')?.scope,
      sources: ['reuters-2023-11-13'],
    })
  })

  it('says of a point of a series its edition, of an approximate one that it is', () => {
    expect(find('market-2030')).toMatchObject({
      value: 160e9,
      unit: 'USD',
      period: '2030',
      kind: 'forecast',
      approximate: true,
      series: 'market',
      edition: '2023',
    })
  })

  it('says of a derived one how it was worked out', () => {
    expect(find('growth-needed')?.derivation).toEqual({
      method: 'compoundGrowth',
      formula: '((to / from) ^ (1 / 7) - 1) * 100',
      inputs: [
        { name: 'from', fact: 'market-2023' },
        { name: 'to', fact: 'market-2030' },
      ],
    })
    expect(find('accounts-per-100')?.derivation?.assume).toBe('one account is one person')
  })

  it('names no fact and no source that it does not have', () => {
    const inputs = list.facts.flatMap(({ derivation }) => derivation?.inputs ?? []).map(({ fact }) => fact)
    expect(inputs.filter((id) => !find(id))).toEqual([])
    expect(list.facts.flatMap(({ sources }) => sources).filter((id) => !(id in list.sources))).toEqual([])
    expect(list.facts.filter(({ sources }) => sources.length === 0)).toEqual([])
  })

  it('loses nothing as a file', () => {
    expect(list).toEqual(JSON.parse(JSON.stringify(factListOf(telling))))
    expect(factListJson(telling).endsWith('}\n')).toBe(true)
  })
})
