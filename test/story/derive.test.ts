import { describe, expect, it } from 'vitest'
import {
  compoundGrowth,
  DerivationError,
  difference,
  derive,
  inputsOf,
  perDay,
  perSecond,
  perYear,
  ratio,
  revision,
  share,
  sum,
} from '#story'
import type { Derivation, Input } from '#story'

function input(id: string, value: number, given: Partial<Input> = {}): Input {
  return { id, value, unit: 'USD', period: '2023', ...given }
}

/** A point of the market as an edition tells it, in billions. */
function market(period: string, edition: string, billions: number): Input {
  return input(`market-${period}-edition-${edition}`, billions * 1e9, { period, edition, series: 'market' })
}

function refusal(compute: () => unknown): string {
  try {
    compute()
  } catch (error) {
    if (error instanceof DerivationError) return error.message
    throw error
  }
  return 'not refused'
}

const accounts = { unit: 'accounts' } as const
const people = { unit: 'people' } as const
const percent = { unit: 'percent' } as const

describe('a ratio', () => {
  it('is how many times one goes into the other', () => {
    expect(ratio(input('a', 4), input('b', 10))).toEqual({ value: 2.5, unit: 'ratio' })
    expect(ratio(input('a', 4), input('b', 0))).toEqual({ value: 0, unit: 'ratio' })
  })

  it('of nothing is refused', () => {
    expect(refusal(() => ratio(input('a', 0), input('b', 1)))).toBe('divides by zero: "a" is 0')
  })

  it('of two units is refused', () => {
    expect(refusal(() => ratio(input('a', 1), input('b', 1, { unit: 'IDR' })))).toBe('mixes units: "a" is in USD, "b" in IDR')
  })

  it('across editions is refused', () => {
    expect(refusal(() => ratio(market('2023', '2023', 62), market('2024', '2025', 62)))).toBe(
      'mixes editions: "market-2023-edition-2023" is of edition 2023, "market-2024-edition-2025" of edition 2025; an edition is compared with itself, or with "revision"',
    )
    expect(refusal(() => ratio(market('2023', '2023', 62), input('b', 1)))).toBe(
      'mixes editions: "market-2023-edition-2023" is of edition 2023, "b" of no edition; an edition is compared with itself, or with "revision"',
    )
  })
})

describe('compound growth', () => {
  it('over a year is the plain growth of that year', () => {
    const { value, unit } = compoundGrowth(market('2022', '2023', 50), market('2023', '2023', 55))
    expect(value).toBeCloseTo(10, 10)
    expect(unit).toBe('percent')
  })

  it('over years is the same growth every year', () => {
    // 1.1 × 1.1 = 1.21 and 2 × 2 × 2 = 8
    expect(compoundGrowth(input('a', 100), input('b', 121, { period: '2025' })).value).toBeCloseTo(10, 10)
    expect(compoundGrowth(input('a', 1), input('b', 8, { period: '2026' })).value).toBeCloseTo(100, 10)
  })

  it('may be none, or negative, to nothing at all', () => {
    expect(compoundGrowth(input('a', 5), input('b', 5, { period: '2030' })).value).toBe(0)
    expect(compoundGrowth(input('a', 100), input('b', 81, { period: '2025' })).value).toBeCloseTo(-10, 10)
    expect(compoundGrowth(input('a', 5), input('b', 0, { period: '2024' })).value).toBe(-100)
  })

  it('goes between the same halves, months or days of two years', () => {
    for (const part of ['-H1', '-06', '-06-15']) {
      const grown = compoundGrowth(input('a', 100, { period: `2023${part}` }), input('b', 121, { period: `2025${part}` }))
      expect(grown.value).toBeCloseTo(10, 10)
    }
  })

  it('from a half to a whole year, or from one half to the other, is refused', () => {
    expect(refusal(() => compoundGrowth(input('a', 1, { period: '2023-H1' }), input('b', 2, { period: '2024' })))).toBe(
      'needs two years, or the same part of two years: "a" is of 2023-H1, "b" of 2024',
    )
    expect(refusal(() => compoundGrowth(input('a', 1, { period: '2023-H1' }), input('b', 2, { period: '2024-H2' })))).toBe(
      'needs two years, or the same part of two years: "a" is of 2023-H1, "b" of 2024-H2',
    )
  })

  it('within a year or backwards is refused', () => {
    expect(refusal(() => compoundGrowth(input('a', 1), input('b', 2)))).toBe('needs a later year to grow to: "a" is of 2023, "b" of 2023')
    expect(refusal(() => compoundGrowth(input('a', 1), input('b', 2, { period: '2022' })))).toBe(
      'needs a later year to grow to: "a" is of 2023, "b" of 2022',
    )
  })

  it('from nothing or across zero is refused', () => {
    expect(refusal(() => compoundGrowth(input('a', 0), input('b', 2, { period: '2024' })))).toBe('divides by zero: "a" is 0')
    expect(refusal(() => compoundGrowth(input('a', -1), input('b', 2, { period: '2024' })))).toBe(
      'cannot grow across zero: "a" is -1, "b" is 2',
    )
  })

  it('of two units or across editions is refused', () => {
    expect(refusal(() => compoundGrowth(input('a', 1), input('b', 2, { unit: 'people' })))).toBe(
      'mixes units: "a" is in USD, "b" in people',
    )
    expect(refusal(() => compoundGrowth(market('2022', '2022', 59), market('2023', '2023', 62)))).toMatch(/^mixes editions: /)
  })
})

describe('a difference', () => {
  it('is the second less the first', () => {
    expect(difference(input('a', 51.9), input('b', 51.9))).toEqual({ value: 0, unit: 'USD' })
    expect(difference(input('a', 10), input('b', 4))).toEqual({ value: -6, unit: 'USD' })
  })

  it('of percentages is in percentage points', () => {
    expect(difference(input('a', 36, percent), input('b', 54, percent))).toEqual({ value: 18, unit: 'percentage points' })
  })

  it('of two units or across editions is refused', () => {
    expect(refusal(() => difference(input('a', 1, accounts), input('b', 1, people)))).toBe('mixes units: "a" is in accounts, "b" in people')
    expect(refusal(() => difference(market('2022', '2022', 59), market('2023', '2023', 62)))).toMatch(/^mixes editions: /)
  })
})

describe('a revision', () => {
  it('is what a later edition made of the same period', () => {
    expect(revision(market('2023', '2023', 62), market('2023', '2025', 59))).toEqual({ value: -3e9, unit: 'USD' })
  })

  it('of two periods is refused', () => {
    expect(refusal(() => revision(market('2022', '2022', 59), market('2023', '2025', 59)))).toBe(
      'needs what two editions say of one period of one series: "market-2022-edition-2022" is 2022 in edition 2022 of "market", "market-2023-edition-2025" is 2023 in edition 2025 of "market"',
    )
  })

  it('within an edition is refused', () => {
    expect(refusal(() => revision(market('2023', '2023', 62), market('2023', '2023', 62)))).toMatch(
      /^needs what two editions say of one period of one series: /,
    )
  })

  it('of two series is refused', () => {
    const sales = input('sales-2023', 53.8e9, { series: 'sales', edition: '2024' })
    expect(refusal(() => revision(market('2023', '2023', 62), sales))).toBe(
      'needs what two editions say of one period of one series: "market-2023-edition-2023" is 2023 in edition 2023 of "market", "sales-2023" is 2023 in edition 2024 of "sales"',
    )
  })

  it('of facts that are no edition’s is refused', () => {
    expect(refusal(() => revision(input('a', 1), input('b', 2)))).toBe(
      'needs what two editions say of one period of one series: "a" is 2023 in no edition of no series, "b" is 2023 in no edition of no series',
    )
  })

  it('from the later edition to the earlier, which would turn a cut into a rise, is refused', () => {
    expect(refusal(() => revision(market('2023', '2025', 59), market('2023', '2023', 62)))).toBe(
      'goes from the earlier edition to the later: "market-2023-edition-2025" is 2023 in edition 2025 of "market", "market-2023-edition-2023" is 2023 in edition 2023 of "market"',
    )
  })
})

describe('a share', () => {
  it('is the part in a hundred of the whole', () => {
    expect(share(input('part', 1), input('whole', 4))).toEqual({ value: 25, unit: 'percent' })
    expect(share(input('part', 0), input('whole', 4))).toEqual({ value: 0, unit: 'percent' })
    expect(share(input('part', 5), input('whole', 4))).toEqual({ value: 125, unit: 'percent' })
  })

  it('of accounts among people is computed only where the story says that it assumes one for one', () => {
    const [part, whole] = [input('accounts', 125, accounts), input('people', 250, people)]
    expect(share(part, whole, 'one account is one person')).toEqual({ value: 50, unit: 'percent' })
    expect(refusal(() => share(part, whole))).toBe('mixes units: "accounts" is in accounts, "people" in people')
  })

  it('is not excused from other units by that assumption, nor the other way round', () => {
    const shops = input('shops', 5, { unit: 'businesses' })
    expect(refusal(() => share(shops, input('people', 5, people), 'one account is one person'))).toBe(
      'mixes units: "shops" is in businesses, "people" in people',
    )
    expect(refusal(() => share(input('people', 5, people), input('accounts', 5, accounts), 'one account is one person'))).toBe(
      'mixes units: "people" is in people, "accounts" in accounts',
    )
  })

  it('of nothing is refused', () => {
    expect(refusal(() => share(input('part', 1), input('whole', 0)))).toBe('divides by zero: "whole" is 0')
  })

  it('across editions is refused, and of an edition in a figure that has none is not', () => {
    expect(refusal(() => share(market('2023', '2023', 1), market('2023', '2025', 4)))).toMatch(/^mixes editions: /)
    expect(share(market('2023', '2023', 1), input('all', 4e9)).value).toBe(25)
  })
})

describe('a sum', () => {
  it('is all of them together', () => {
    expect(sum([input('a', 1)])).toEqual({ value: 1, unit: 'USD' })
    expect(sum([input('a', 36, percent), input('b', 35, percent), input('c', -1, percent)])).toEqual({ value: 70, unit: 'percent' })
  })

  it('of the two halves of a year is that of the year', () => {
    const half = (id: string, value: number, period: string): Input => input(id, value, { period, unit: 'parcels' })
    expect(sum([half('first', 2.04e9, '2024-H1'), half('second', 2.52e9, '2024-H2')])).toEqual({ value: 4.56e9, unit: 'parcels' })
  })

  it('of different periods is refused', () => {
    expect(refusal(() => sum([input('a', 1), input('b', 1, { period: '2024' })]))).toBe('mixes periods: "a" is of 2023, "b" of 2024')
    expect(refusal(() => sum([input('a', 1, { period: '2023-H1' }), input('b', 1, { period: '2024-H2' })]))).toBe(
      'mixes periods: "a" is of 2023-H1, "b" of 2024-H2',
    )
    expect(refusal(() => sum([input('a', 1, { period: '2023-H1' }), input('b', 1)]))).toBe('mixes periods: "a" is of 2023-H1, "b" of 2023')
  })

  it('of different units is refused wherever the odd one stands', () => {
    expect(refusal(() => sum([input('a', 1), input('b', 1), input('c', 1, people)]))).toBe('mixes units: "a" is in USD, "c" in people')
  })

  it('across editions is refused', () => {
    expect(refusal(() => sum([market('2023', '2023', 1), market('2023', '2025', 1)]))).toMatch(/^mixes editions: /)
  })
})

describe('amounts by time', () => {
  const daily = input('daily', 86_400 * 3, { unit: 'parcels/day', period: '2023-10-04' })

  it('in a second are the daily amount over 86,400', () => {
    expect(perSecond(daily)).toEqual({ value: 3, unit: 'parcels/second' })
  })

  it('in a year are the daily amount for 365 days, whatever the year', () => {
    expect(perYear(input('daily', 2, { unit: 'parcels/day', period: '2024' }))).toEqual({ value: 730, unit: 'parcels/year' })
  })

  it.each([
    ['2023', 365],
    ['2024', 366],
    ['2024-H1', 182],
    ['2024-H2', 184],
    ['2024-02', 29],
    ['2024-02-29', 1],
  ])('in a day are the amount of %s over its %d days', (period, days) => {
    expect(perDay(input('parcels', days * 7, { unit: 'parcels', period }))).toEqual({ value: 7, unit: 'parcels/day' })
  })

  it('are refused for any other unit', () => {
    const dollars = input('sales', 1)
    expect(refusal(() => perSecond(dollars))).toBe('needs parcels/day: "sales" is in USD')
    expect(refusal(() => perYear(dollars))).toBe('needs parcels/day: "sales" is in USD')
    expect(refusal(() => perDay(dollars))).toBe('needs parcels: "sales" is in USD')
  })

  it('in a day are refused for a yearly pace, which is not the amount of its period', () => {
    expect(refusal(() => perDay(input('pace', 730, { unit: 'parcels/year', period: '2023-10-04' })))).toBe(
      'needs parcels: "pace" is in parcels/year',
    )
  })
})

describe('a declared derivation', () => {
  const values: Record<string, Input> = {
    a: input('a', 10, { unit: 'parcels/day', period: '2022' }),
    b: input('b', 20, { unit: 'parcels/day', period: '2022' }),
    later: input('later', 20, { unit: 'parcels/day', period: '2023' }),
    first: input('first', 10, { edition: '2022', series: 's' }),
    second: input('second', 4, { edition: '2023', series: 's' }),
    parcels: input('parcels', 365, { unit: 'parcels' }),
  }
  const declared: [derivation: Derivation, inputs: string[], value: number][] = [
    [{ method: 'ratio', from: 'a', to: 'b' }, ['a', 'b'], 2],
    [{ method: 'compoundGrowth', from: 'a', to: 'later' }, ['a', 'later'], 100],
    [{ method: 'difference', from: 'a', to: 'b' }, ['a', 'b'], 10],
    [{ method: 'revision', from: 'first', to: 'second' }, ['first', 'second'], -6],
    [{ method: 'share', part: 'a', whole: 'b' }, ['a', 'b'], 50],
    [{ method: 'sum', of: ['b', 'a', 'a'] }, ['b', 'a', 'a'], 40],
    [{ method: 'perSecond', of: 'a' }, ['a'], 10 / 86_400],
    [{ method: 'perDay', of: 'parcels' }, ['parcels'], 1],
    [{ method: 'perYear', of: 'a' }, ['a'], 3650],
  ]
  it.each(declared)('%j takes %j in that order and gives %d', (derivation, inputs, value) => {
    expect(inputsOf(derivation)).toEqual(inputs)
    const found = derive(derivation, (id) => values[id] ?? input(id, Number.NaN))
    expect(found.value).toBeCloseTo(value, 12)
  })

  it('that adds up nothing is refused', () => {
    expect(refusal(() => derive({ method: 'sum', of: [] }, () => input('a', 1)))).toBe('adds up nothing')
  })
})
