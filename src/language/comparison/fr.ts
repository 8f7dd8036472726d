import type { ComparisonWords, Degree, Fraction } from '../comparison.ts'
import { fr as language } from '../words/fr.ts'

/** A part as it follows "presque", and as it follows "plus" with its "de". */
const parts: Record<Fraction, [bare: string, beyond: string]> = {
  '1/10': ['un dixième', 'plus d’un dixième'],
  '1/5': ['un cinquième', 'plus d’un cinquième'],
  '1/4': ['un quart', 'plus d’un quart'],
  '1/3': ['un tiers', 'plus d’un tiers'],
  '1/2': ['la moitié', 'plus de la moitié'],
  '2/3': ['les deux tiers', 'plus des deux tiers'],
  '3/4': ['les trois quarts', 'plus des trois quarts'],
}

/** What grew or shrank did so by a part: "d’environ un tiers", "de près d’un tiers". */
const byParts: Record<Fraction, string> = {
  '1/10': 'un dixième',
  '1/5': 'un cinquième',
  '1/4': 'un quart',
  '1/3': 'un tiers',
  '1/2': 'la moitié',
  '2/3': 'deux tiers',
  '3/4': 'trois quarts',
}

const degrees: Record<Degree, string> = { about: 'environ', nearly: 'presque', 'more than': 'plus de' }
const verbs: Record<number, string> = { 2: 'doublé', 3: 'triplé', 4: 'quadruplé' }

const times = (degree: Degree, count: number): string => `${degrees[degree]} ${language.cardinals[count] ?? String(count)} fois`

function byPart(degree: Degree, fraction: Fraction): string {
  const part = byParts[fraction]
  if (degree === 'about') return `d’environ ${part}`
  return `de ${degree === 'nearly' ? 'près' : 'plus'} ${part.startsWith('un') ? 'd’' : 'de '}${part}`
}

/** The size follows "c’est", "soit" or "représente", and what it is compared with has no article: "c’est plus de deux fois 62 milliards". */
export const fr: ComparisonWords = {
  size: {
    same: 'à peu près autant que',
    times,
    part: (degree, fraction) => {
      const [bare, beyond] = parts[fraction]
      return `${degree === 'more than' ? beyond : `${degrees[degree]} ${bare}`} de`
    },
    percentOf: (percent) => `${String(percent)}\u202f% de`,
    percentMore: (percent) => `${String(percent)}\u202f% de plus que`,
  },
  change: {
    same: 'n’a presque pas changé',
    times: (degree, count) => {
      const verb = verbs[count]
      if (verb === undefined) return `a atteint ${times(degree, count)} son niveau`
      return `a ${{ about: 'environ', nearly: 'presque', 'more than': 'plus que' }[degree]} ${verb}`
    },
    roseByPart: (degree, fraction) => `a augmenté ${byPart(degree, fraction)}`,
    fellByPart: (degree, fraction) => `a baissé ${byPart(degree, fraction)}`,
    roseByPercent: (percent) => `a augmenté de ${String(percent)}\u202f%`,
    fellByPercent: (percent) => `a baissé de ${String(percent)}\u202f%`,
  },
}
