import { describe, expect, it } from 'vitest'
import { formatFigure, interfaceWords, languageTags } from '#language'
import type { Figure, FigureStyle } from '#language'

const en = interfaceWords('en')
const fr = interfaceWords('fr')

describe('a figure in English', () => {
  type Row = [figure: Figure, long: string, short: string, number: string]
  const rows: Row[] = [
    // Money: whole dollars and rupiah
    [{ value: 62e9, unit: 'USD' }, '$62 billion', '$62bn', '62'],
    [{ value: 840e6, unit: 'USD' }, '$840 million', '$840m', '840'],
    [{ value: 1.5e12, unit: 'USD' }, '$1.5 trillion', '$1.5tn', '1.5'],
    [{ value: 1500, unit: 'USD' }, '$1,500', '$1,500', '1,500'],
    [{ value: 15e9, unit: 'IDR' }, 'Rp 15 billion', 'Rp 15bn', '15'],
    [{ value: 160e9, unit: 'USD', approximate: true }, 'about $160 billion', '~$160bn', 'about 160'],
    // Counts: the unit is for the sentence to say
    [{ value: 125e6, unit: 'accounts' }, '125 million', '125m', '125'],
    [{ value: 278_690_000, unit: 'people' }, '278.69 million', '278.69m', '278.69'],
    [{ value: 64.2e6, unit: 'businesses' }, '64.2 million', '64.2m', '64.2'],
    [{ value: 5, unit: 'companies' }, '5', '5', '5'],
    [{ value: 4.56e9, unit: 'parcels' }, '4.56 billion', '4.56bn', '4.56'],
    [{ value: 3e6, unit: 'parcels/day', approximate: true }, 'about 3 million', '~3m', 'about 3'],
    [{ value: 1.095e9, unit: 'parcels/year', digits: 2 }, '1.1 billion', '1.1bn', '1.1'],
    [{ value: 34.722_222, unit: 'parcels/second', digits: 2, approximate: true }, 'about 35', '~35', 'about 35'],
    // Shares, growth and times
    [{ value: 78.19, unit: 'percent' }, '78.19 per cent', '78.19%', '78.19'],
    [{ value: 14.5034, unit: 'percent', digits: 3, approximate: true }, 'about 14.5 per cent', '~14.5%', 'about 14.5'],
    [{ value: 18, unit: 'percentage points' }, '18 percentage points', '18 pts', '18'],
    [{ value: 2.580_645, unit: 'ratio', digits: 2 }, '2.6 times', '2.6×', '2.6'],
    // Revisions
    [{ value: -20e9, unit: 'USD' }, '−$20 billion', '−$20bn', '−20'],
    [{ value: -12, unit: 'percentage points' }, '−12 percentage points', '−12 pts', '−12'],
    [{ value: -1500, unit: 'accounts' }, '−1,500', '−1,500', '−1,500'],
    [{ value: -20e9, unit: 'USD', approximate: true }, 'about −$20 billion', '~−$20bn', 'about −20'],
    // Nought, and on either side of a million
    [{ value: 0, unit: 'USD' }, '$0', '$0', '0'],
    [{ value: 0, unit: 'percent' }, '0 per cent', '0%', '0'],
    [{ value: 999_999, unit: 'people' }, '999,999', '999,999', '999,999'],
    [{ value: 1e6, unit: 'people' }, '1 million', '1m', '1'],
    [{ value: 0.05, unit: 'percent' }, '0.05 per cent', '0.05%', '0.05'],
    // Digits: six unless given, never more than there are
    [{ value: 1_234_567_890, unit: 'people' }, '1.23457 billion', '1.23457bn', '1.23457'],
    [{ value: 1_234_567_890, unit: 'people', digits: 1 }, '1 billion', '1bn', '1'],
    [{ value: 62e9, unit: 'USD', digits: 4 }, '$62 billion', '$62bn', '62'],
    [{ value: 1234, unit: 'people', digits: 2 }, '1,200', '1,200', '1,200'],
    [{ value: 999_960_000, unit: 'people', digits: 3 }, '1 billion', '1bn', '1'],
    // Ranges, low end first
    [{ value: [59e9, 62e9], unit: 'USD' }, '$59 billion to $62 billion', '$59bn to $62bn', '59 to 62'],
    [{ value: [20, 30], unit: 'percent' }, '20 per cent to 30 per cent', '20% to 30%', '20 to 30'],
    [{ value: [59e9, 62e9], unit: 'USD', approximate: true }, 'about $59 billion to $62 billion', '~$59bn to $62bn', 'about 59 to 62'],
    [{ value: [-5, -3], unit: 'percentage points' }, '−5 percentage points to −3 percentage points', '−5 pts to −3 pts', '−5 to −3'],
  ]
  it.each(rows)('writes %j as %s, short %s, number %s', (figure, long, short, number) => {
    expect(formatFigure(figure, en, 'long')).toBe(long)
    expect(formatFigure(figure, en, 'short')).toBe(short)
    expect(formatFigure(figure, en, 'number')).toBe(number)
  })

  it('is long unless asked otherwise', () => {
    expect(formatFigure({ value: 62e9, unit: 'USD' }, en)).toBe('$62 billion')
  })

  it('keeps both scales of a range that spans two', () => {
    expect(formatFigure({ value: [900e6, 1.2e9], unit: 'USD' }, en)).toBe('$900 million to $1.2 billion')
  })

  it('is no number without its scale where a range spans two: 900 to 1.2 would be wrong', () => {
    expect(() => formatFigure({ value: [900e6, 1.2e9], unit: 'USD' }, en, 'number')).toThrow(
      new RangeError(
        'invalid range to write without its scale: 900000000 to 1200000000; expected both ends in the same thousands, millions or billions',
      ),
    )
  })
})

// A narrow no-break space before a per cent sign and between thousands; a plain no-break one between a number and its scale or sign.
describe('a figure in French', () => {
  type Row = [figure: Figure, long: string, short: string, number: string]
  const rows: Row[] = [
    // Money: "de" after a scale, none after a bare number
    [{ value: 62e9, unit: 'USD' }, '62 milliards de dollars', '62\u00a0Md$', '62'],
    [{ value: 840e6, unit: 'USD' }, '840 millions de dollars', '840\u00a0M$', '840'],
    [{ value: 1.5e9, unit: 'USD' }, '1,5 milliard de dollars', '1,5\u00a0Md$', '1,5'],
    [{ value: 1500, unit: 'USD' }, '1\u202f500 dollars', '1\u202f500\u00a0$', '1\u202f500'],
    [{ value: 15e9, unit: 'IDR' }, '15 milliards de roupies', '15\u00a0Md\u00a0Rp', '15'],
    [{ value: 160e9, unit: 'USD', approximate: true }, 'environ 160 milliards de dollars', '~160\u00a0Md$', 'environ 160'],
    // Counts: the unit, with its "de", is for the sentence to say
    [{ value: 125e6, unit: 'accounts' }, '125 millions', '125\u00a0M', '125'],
    [{ value: 278_690_000, unit: 'people' }, '278,69 millions', '278,69\u00a0M', '278,69'],
    [{ value: 1e6, unit: 'people' }, '1 million', '1\u00a0M', '1'],
    [{ value: 999_999, unit: 'people' }, '999\u202f999', '999\u202f999', '999\u202f999'],
    [{ value: 3e6, unit: 'parcels/day', approximate: true }, 'environ 3 millions', '~3\u00a0M', 'environ 3'],
    [{ value: 34.722_222, unit: 'parcels/second', digits: 2, approximate: true }, 'environ 35', '~35', 'environ 35'],
    // Shares, growth and times; what is less than two is singular
    [{ value: 78.19, unit: 'percent' }, '78,19\u202f%', '78,19\u202f%', '78,19'],
    [{ value: 18, unit: 'percentage points' }, '18 points de pourcentage', '18 points', '18'],
    [{ value: 1.5, unit: 'percentage points' }, '1,5 point de pourcentage', '1,5 point', '1,5'],
    [{ value: -12, unit: 'percentage points' }, '−12 points de pourcentage', '−12 points', '−12'],
    [{ value: 2.580_645, unit: 'ratio', digits: 2 }, '2,6 fois', '2,6 fois', '2,6'],
    // Ranges
    [
      { value: [59e9, 62e9], unit: 'USD' },
      'de 59 milliards de dollars à 62 milliards de dollars',
      'de 59\u00a0Md$ à 62\u00a0Md$',
      'de 59 à 62',
    ],
    [
      { value: [20, 30], unit: 'percent', approximate: true },
      'de 20\u202f% à 30\u202f% environ',
      '~de 20\u202f% à 30\u202f%',
      'de 20 à 30 environ',
    ],
  ]
  it.each(rows)('writes %j as %s, short %s, number %s', (figure, long, short, number) => {
    expect(formatFigure(figure, fr, 'long').replace(/(?<=\d)\u00a0(?=mil)/g, ' ')).toBe(long)
    expect(formatFigure(figure, fr, 'short')).toBe(short)
    expect(formatFigure(figure, fr, 'number')).toBe(number)
  })
})

describe('a number in words', () => {
  const spelt: [value: number, text: string][] = [
    [0, 'none'],
    [1, 'one'],
    [5, 'five'],
    [12, 'twelve'],
    [20, 'twenty'],
  ]
  it.each(spelt)('of %d is %s', (value, text) => {
    expect(formatFigure({ value, unit: 'companies' }, en, 'words')).toBe(text)
  })

  it('may be approximate and a range', () => {
    expect(formatFigure({ value: 5, unit: 'companies', approximate: true }, en, 'words')).toBe('about five')
    expect(formatFigure({ value: [2, 3], unit: 'companies' }, en, 'words')).toBe('two to three')
  })

  it.each([21, 2.5, -1, 1e6, Number.NaN])('is refused for %d', (value) => {
    expect(() => formatFigure({ value, unit: 'companies' }, en, 'words')).toThrow(
      new RangeError(`invalid number to write in words: ${String(value)}; expected a whole number from 0 to 20`),
    )
  })

  it('is refused for a range with one end beyond twenty', () => {
    expect(() => formatFigure({ value: [20, 21], unit: 'companies' }, en, 'words')).toThrow('invalid number to write in words: 21')
  })

  it.each(languageTags)('has a different word for each of 0 to 20 in %s', (tag) => {
    const { cardinals } = interfaceWords(tag)
    expect(new Set(cardinals).size).toBe(21)
  })
})

describe('the interface words', () => {
  it('of a language nobody has written are refused with those there are', () => {
    expect(() => interfaceWords('jv')).toThrow(new RangeError(`invalid language: jv; expected one of ${languageTags.join(', ')}`))
  })

  it.each(languageTags)('of %s mark an approximate figure in every style', (tag) => {
    const words = interfaceWords(tag)
    const figure: Figure = { value: 3, unit: 'parcels/day' }
    for (const style of ['short', 'long', 'number', 'words'] satisfies FigureStyle[]) {
      const plain = formatFigure(figure, words, style)
      const marked = formatFigure({ ...figure, approximate: true }, words, style)
      expect(marked).not.toBe(plain)
      expect(marked).toContain(plain)
    }
  })
})
