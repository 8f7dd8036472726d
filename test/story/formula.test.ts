import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { formulaOf } from '#story'
import type { Derivation, Fact } from '#story'
import { telling } from '../charts/story.ts'

const fact = (id: string, period: string): [string, Fact] => [
  id,
  { id, period, value: 10, unit: 'parcels', kind: 'reported', approximate: false, sources: ['a'] },
]
const facts = new Map([fact('early', '2023'), fact('late', '2030'), fact('leap', '2024'), fact('half', '2023-H1')])

describe('a formula', () => {
  it.each<[Derivation, string]>([
    [{ method: 'compoundGrowth', from: 'early', to: 'late' }, '((to / from) ^ (1 / 7) - 1) * 100'],
    [{ method: 'perDay', of: 'leap' }, 'amount / 366'],
    [{ method: 'perDay', of: 'half' }, 'amount / 181'],
    [{ method: 'sum', of: ['early', 'late', 'leap'] }, 'part1 + part2 + part3'],
    [{ method: 'revision', from: 'early', to: 'late' }, 'to - from'],
  ])('of %j is %s', (derivation, text) => {
    expect(formulaOf(derivation, facts).text).toBe(text)
  })

  it('says which fact each of its names is', () => {
    expect(formulaOf({ method: 'share', part: 'early', whole: 'late' }, facts).inputs).toEqual([
      { name: 'part', fact: 'early' },
      { name: 'whole', fact: 'late' },
    ])
  })

  it('refuses an input that it does not know', () => {
    expect(() => formulaOf({ method: 'perDay', of: 'nothing' }, facts)).toThrow('unknown fact nothing')
  })

  const derived = [...telling.story.facts.values()].filter(({ derivation }) => derivation !== undefined)
  it.each(derived.map(({ id }) => id))('of %s gives its value when somebody else works it out', (id) => {
    const { derivation, value } = telling.story.facts.get(id) ?? {}
    if (!derivation) throw new TypeError(`${id} is not derived`)
    const { text, inputs } = formulaOf(derivation, telling.story.facts)
    const known = Object.fromEntries(inputs.map((input) => [input.name, telling.story.facts.get(input.fact)?.value]))
    expect(runInNewContext(text.replaceAll('^', '**'), known)).toBe(value)
  })
})
