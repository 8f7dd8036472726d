import { describe, expect, it } from 'vitest'
import { workingOf } from '../../src/outlets/working.ts'
import type { Working } from '../../src/outlets/working.ts'
import { telling } from '../charts/story.ts'

const { facts } = telling.story
const textOf = ({ formula }: Working): string => formula.map((piece) => (typeof piece === 'string' ? piece : piece.figure)).join('')

describe('the working of a fact', () => {
  it('is none where a source says it', () => {
    expect(workingOf(telling, 'market-2023')).toBeUndefined()
    expect(workingOf(telling, 'reply-bukalapak')).toBeUndefined()
    expect(() => workingOf(telling, 'market-2032')).toThrow('unknown fact market-2032')
  })

  const rows: [fact: string, formula: string, words: string][] = [
    [
      'growth-needed',
      '((~$160bn ÷ $62bn) ^ (1 ÷ 7) − 1) × 100',
      'the growth every year that turns $62 billion into about $160 billion in 7 years',
    ],
    ['growth-2023', '(($62bn ÷ $58bn) ^ (1 ÷ 1) − 1) × 100', 'the growth every year that turns $58 billion into $62 billion'],
    ['market-2023-to-2030-times', '~$160bn ÷ $62bn', 'about $160 billion divided by $62 billion'],
    ['market-2023-cut', '$59bn − $62bn', '$59 billion in the later edition less $62 billion in the earlier'],
    ['shopee-gain', '54% − 36%', '54 per cent less 36 per cent'],
    [
      'accounts-per-100',
      '(125m ÷ 278.69m) × 100',
      '125 million as a share of 278.69 million, if every account were a person, which it is not',
    ],
    ['parcels-per-second', '~3m ÷ 86,400', 'about 3 million spread over the 86,400 seconds of a day'],
    ['parcels-per-year', '~3m × 365', 'about 3 million on each of 365 days'],
    ['jnt-per-day-2023', '3.2bn ÷ 365', '3.2 billion spread over 365 days'],
    ['jnt-per-day-2024', '4.56bn ÷ 366', '4.56 billion spread over 366 days'],
    ['jnt-2024', '2.04bn + 2.52bn', '2.04 billion and 2.52 billion added up'],
  ]
  it.each(rows)('is written out with its figures, and in words: %s', (fact, formula, words) => {
    const working = workingOf(telling, fact)
    expect(working && { formula: textOf(working), words: working.words }).toEqual({ formula, words })
  })

  it('goes down to what sources say', () => {
    expect(workingOf(telling, 'jnt-per-day-2024')?.inputs).toMatchObject([
      { fact: 'jnt-2024', working: { inputs: [{ fact: 'jnt-2024-h1' }, { fact: 'jnt-2024-h2' }] } },
    ])
    const leaves = (working: Working): string[] => working.inputs.flatMap((input) => (input.working ? leaves(input.working) : [input.fact]))
    const derived = [...facts.values()].filter(({ derivation }) => derivation)
    expect(derived.length).toBeGreaterThan(20)
    for (const { id, sources } of derived) {
      const working = workingOf(telling, id)
      if (!working) throw new Error(id)
      const below = leaves(working)
      expect(below.filter((leaf) => facts.get(leaf)?.kind === 'derived')).toEqual([])
      expect(new Set(below.flatMap((leaf) => facts.get(leaf)?.sources ?? []))).toEqual(new Set(sources))
      // Every figure of the formula belongs to an input.
      const named = working.formula.flatMap((piece) => (typeof piece === 'string' ? [] : piece.fact))
      expect(named.toSorted()).toEqual(working.inputs.map(({ fact }) => fact).toSorted())
    }
  })
})
