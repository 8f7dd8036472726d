import { describe, expect, it } from 'vitest'
import { formatDate, formatFigure, formatSpan, interfaceWords } from '#language'
import type { Figure, PartialDate } from '#language'

const id = interfaceWords('id')
// Intl keeps a short scale on the line of its number.
const nbsp = '\u00a0'

describe('a figure in Indonesian', () => {
  type Row = [figure: Figure, long: string, short: string, number: string]
  const rows: Row[] = [
    // Money: M is miliar, a billion; jt is juta, a million
    [{ value: 62e9, unit: 'USD' }, 'US$62 miliar', `US$62${nbsp}M`, '62'],
    [{ value: 12.2e9, unit: 'USD' }, 'US$12,2 miliar', `US$12,2${nbsp}M`, '12,2'],
    [{ value: 840e6, unit: 'USD' }, 'US$840 juta', `US$840${nbsp}jt`, '840'],
    [{ value: 1.5e12, unit: 'USD' }, 'US$1,5 triliun', `US$1,5${nbsp}T`, '1,5'],
    [{ value: 1500, unit: 'USD' }, 'US$1.500', 'US$1.500', '1.500'],
    [{ value: 15e9, unit: 'IDR' }, 'Rp15 miliar', `Rp15${nbsp}M`, '15'],
    [{ value: 160e9, unit: 'USD', approximate: true }, 'sekitar US$160 miliar', `~US$160${nbsp}M`, 'sekitar 160'],
    // Counts: no plural, and the unit is for the sentence to say
    [{ value: 125e6, unit: 'accounts' }, '125 juta', `125${nbsp}jt`, '125'],
    [{ value: 278_690_000, unit: 'people' }, '278,69 juta', `278,69${nbsp}jt`, '278,69'],
    [{ value: 1e6, unit: 'people' }, '1 juta', `1${nbsp}jt`, '1'],
    [{ value: 5, unit: 'companies' }, '5', '5', '5'],
    [{ value: 999_999, unit: 'people' }, '999.999', '999.999', '999.999'],
    [{ value: 3e6, unit: 'parcels/day', approximate: true }, 'sekitar 3 juta', `~3${nbsp}jt`, 'sekitar 3'],
    [{ value: 4.56e9, unit: 'parcels' }, '4,56 miliar', `4,56${nbsp}M`, '4,56'],
    [{ value: 34.722_222, unit: 'parcels/second', digits: 2, approximate: true }, 'sekitar 35', '~35', 'sekitar 35'],
    // Shares, growth and times
    [{ value: 26, unit: 'percent' }, '26 persen', '26%', '26'],
    [{ value: 78.19, unit: 'percent' }, '78,19 persen', '78,19%', '78,19'],
    [{ value: 14.5034, unit: 'percent', digits: 3, approximate: true }, 'sekitar 14,5 persen', '~14,5%', 'sekitar 14,5'],
    [{ value: 0.05, unit: 'percent' }, '0,05 persen', '0,05%', '0,05'],
    [{ value: 18, unit: 'percentage points' }, '18 poin persentase', '18 poin', '18'],
    [{ value: 2.580_645, unit: 'ratio', digits: 2 }, '2,6 kali', '2,6×', '2,6'],
    // Revisions
    [{ value: -20e9, unit: 'USD' }, '−US$20 miliar', `−US$20${nbsp}M`, '−20'],
    [{ value: -12, unit: 'percentage points' }, '−12 poin persentase', '−12 poin', '−12'],
    // Ranges, low end first
    [{ value: [59e9, 62e9], unit: 'USD' }, 'US$59 miliar hingga US$62 miliar', `US$59${nbsp}M hingga US$62${nbsp}M`, '59 hingga 62'],
    [
      { value: [20, 30], unit: 'percent', approximate: true },
      'sekitar 20 persen hingga 30 persen',
      '~20% hingga 30%',
      'sekitar 20 hingga 30',
    ],
  ]
  it.each(rows)('writes %j as %s, short %s, number %s', (figure, long, short, number) => {
    expect(formatFigure(figure, id, 'long')).toBe(long)
    expect(formatFigure(figure, id, 'short')).toBe(short)
    expect(formatFigure(figure, id, 'number')).toBe(number)
  })

  const spelt: [value: number, text: string][] = [
    [0, 'nol'],
    [1, 'satu'],
    [5, 'lima'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [20, 'dua puluh'],
  ]
  it.each(spelt)('writes %d in words as %s', (value, text) => {
    expect(formatFigure({ value, unit: 'companies' }, id, 'words')).toBe(text)
  })
})

describe('a date in Indonesian', () => {
  const written: [text: PartialDate, long: string, short: string][] = [
    ['2023', '2023', '2023'],
    ['2023-H1', 'semester I 2023', 'semester I 2023'],
    ['2024-H2', 'semester II 2024', 'semester II 2024'],
    ['2023-06', 'Juni 2023', 'Jun 2023'],
    ['2023-11-13', '13 November 2023', '13 Nov 2023'],
    ['2025-08-17', '17 Agustus 2025', '17 Agu 2025'],
    ['2023-10-04T17:00+07:00', '4 Oktober 2023', '4 Okt 2023'],
  ]
  it.each(written)('writes %s as %s, short %s', (text, long, short) => {
    expect(formatDate(text, id)).toBe(long)
    expect(formatDate(text, id, 'short')).toBe(short)
  })

  it('says once what both ends of a span share', () => {
    expect(formatSpan('2025-10-03', '2025-10-04', id)).toBe('3–4 Oktober 2025')
    expect(formatSpan('2025-09-29', '2025-10-03', id)).toBe('29 September\u2009–\u20093 Oktober 2025')
  })
})
