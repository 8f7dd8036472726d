import { en } from './comparison/en.ts'
import { id } from './comparison/id.ts'

/** How an amount stands to the round one it is told by: within a few hundredths, a little short of it, or beyond it. */
export type Degree = 'about' | 'nearly' | 'more than'

/** The parts of a whole that have a name everyone can picture. */
export const fractions = ['1/10', '1/5', '1/4', '1/3', '1/2', '2/3', '3/4'] as const
export type Fraction = (typeof fractions)[number]

/** How one language says how two amounts relate. A count is a whole number from 2. Percentages are whole. */
export interface ComparisonWords {
  /** What stands between the two, as in "A is … B". */
  size: {
    same: string
    times: (degree: Degree, count: number) => string
    part: (degree: Degree, fraction: Fraction) => string
    percentOf: (percent: number) => string
    percentMore: (percent: number) => string
  }
  /** What happened from the first to the second, as in "it …". */
  change: {
    same: string
    times: (degree: Degree, count: number) => string
    roseByPart: (degree: Degree, fraction: Fraction) => string
    fellByPart: (degree: Degree, fraction: Fraction) => string
    roseByPercent: (percent: number) => string
    fellByPercent: (percent: number) => string
  }
}

const languages: Record<string, ComparisonWords> = { en, id }

/**
 * The words of a language for how two amounts relate.
 *
 * @throws RangeError a language without them
 */
export function comparisonWords(tag: string): ComparisonWords {
  const words = languages[tag]
  if (!words) throw new RangeError(`has no words in "${tag}"; expected a file in src/language/comparison and a line beside it`)
  return words
}

/** Within this share of a round amount, "about" is fair. */
const close = 0.03
/** As far short of it, "nearly" is; and as far beyond, "more than" a part. */
const near = 0.06
/** Less than this is no difference worth a word. */
const same = 0.02

/** What stands between two amounts of which the first is `ratio` times the second: "more than twice", "about a third of". */
export function sizeIn({ size }: ComparisonWords, ratio: number): string {
  if (Math.abs(ratio - 1) < same) return size.same
  const times = timesOf(ratio)
  if (times) return size.times(times.degree, times.count)
  if (ratio > 1) return size.percentMore(Math.round((ratio - 1) * 100))
  const part = partOf(ratio)
  return part ? size.part(part.degree, part.fraction) : size.percentOf(wholePercent(ratio))
}

/** What happened to an amount that became `ratio` times what it was: "more than doubled", "fell by about a third". */
export function changeIn({ change }: ComparisonWords, ratio: number): string {
  if (Math.abs(ratio - 1) < same) return change.same
  const times = timesOf(ratio)
  if (times) return change.times(times.degree, times.count)
  const part = partOf(Math.abs(ratio - 1))
  const percent = wholePercent(Math.abs(ratio - 1))
  if (ratio > 1) return part ? change.roseByPart(part.degree, part.fraction) : change.roseByPercent(percent)
  return part ? change.fellByPart(part.degree, part.fraction) : change.fellByPercent(percent)
}

/** Neither nothing of a whole nor all of it, which a part of it never is. */
function wholePercent(share: number): number {
  return Math.min(99, Math.max(1, Math.round(share * 100)))
}

function timesOf(ratio: number): { degree: Degree; count: number } | undefined {
  const count = Math.round(ratio)
  if (count >= 2 && Math.abs(ratio / count - 1) <= close) return { degree: 'about', count }
  if (count >= 2 && ratio < count && ratio / count > 1 - near) return { degree: 'nearly', count }
  const below = Math.floor(ratio)
  return below >= 2 ? { degree: 'more than', count: below } : undefined
}

function partOf(share: number): { degree: Degree; fraction: Fraction } | undefined {
  const parts = fractions.map((fraction) => ({ fraction, off: share / valueOf(fraction) - 1 }))
  const nearest = parts.reduce((best, part) => (Math.abs(part.off) < Math.abs(best.off) ? part : best))
  const { fraction, off } = nearest
  if (Math.abs(off) <= close) return { degree: 'about', fraction }
  if (Math.abs(off) >= near) return undefined
  return { degree: off < 0 ? 'nearly' : 'more than', fraction }
}

function valueOf(fraction: Fraction): number {
  const [part = 0, whole = 1] = fraction.split('/').map(Number)
  return part / whole
}
