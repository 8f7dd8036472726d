import type { ComparisonWords, Fraction } from '../comparison.ts'
import { en as language } from '../words/en.ts'

const parts: Record<Fraction, string> = {
  '1/10': 'a tenth',
  '1/5': 'a fifth',
  '1/4': 'a quarter',
  '1/3': 'a third',
  '1/2': 'half',
  '2/3': 'two thirds',
  '3/4': 'three quarters',
}

const times = (count: number): string => (count === 2 ? 'twice' : `${language.cardinals[count] ?? String(count)} times`)

export const en: ComparisonWords = {
  size: {
    same: 'about the same as',
    times: (degree, count) => `${degree} ${times(count)}`,
    part: (degree, fraction) => `${degree} ${parts[fraction]}${fraction === '1/2' ? '' : ' of'}`,
    percentOf: (percent) => `${String(percent)} per cent of`,
    percentMore: (percent) => `${String(percent)} per cent more than`,
  },
  change: {
    same: 'stayed about the same',
    times: (degree, count) => {
      const verb = count === 2 ? 'doubled' : count === 3 ? 'tripled' : undefined
      // "About doubled" is no English; what is close to double may be called so.
      if (verb !== undefined) return degree === 'about' ? `roughly ${verb}` : `${degree} ${verb}`
      return `grew to ${degree} ${times(count)} as much`
    },
    roseByPart: (degree, fraction) => `rose by ${degree} ${parts[fraction]}`,
    fellByPart: (degree, fraction) => `fell by ${degree} ${parts[fraction]}`,
    roseByPercent: (percent) => `rose by ${String(percent)} per cent`,
    fellByPercent: (percent) => `fell by ${String(percent)} per cent`,
  },
}
