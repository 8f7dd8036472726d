import type { ComparisonWords, Degree, Fraction } from '../comparison.ts'
import { id as language } from '../words/id.ts'

const degrees: Record<Degree, string> = { about: 'sekitar', nearly: 'hampir', 'more than': 'lebih dari' }

const parts: Record<Fraction, string> = {
  '1/10': 'sepersepuluh',
  '1/5': 'seperlima',
  '1/4': 'seperempat',
  '1/3': 'sepertiga',
  '1/2': 'separuh',
  '2/3': 'dua pertiga',
  '3/4': 'tiga perempat',
}

const times = (count: number): string => `${language.cardinals[count] ?? String(count)} kali`

export const id: ComparisonWords = {
  size: {
    same: 'kurang lebih sama dengan',
    times: (degree, count) => `${degrees[degree]} ${times(count)}`,
    part: (degree, fraction) => `${degrees[degree]} ${parts[fraction]}${fraction === '1/2' ? '' : ' dari'}`,
    percentOf: (percent) => `${String(percent)} persen dari`,
    percentMore: (percent) => `${String(percent)} persen lebih besar daripada`,
  },
  change: {
    same: 'kurang lebih tetap',
    // Without "menjadi", a rise of twice as much could be meant.
    times: (degree, count) => `naik menjadi ${degrees[degree]} ${times(count)} lipat`,
    roseByPart: (degree, fraction) => `naik ${degrees[degree]} ${parts[fraction]}`,
    fellByPart: (degree, fraction) => `turun ${degrees[degree]} ${parts[fraction]}`,
    roseByPercent: (percent) => `naik ${String(percent)} persen`,
    fellByPercent: (percent) => `turun ${String(percent)} persen`,
  },
}
