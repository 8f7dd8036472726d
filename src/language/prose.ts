import { exportedIn } from './files.ts'

/**
 * The words by which the prose of one language is checked: what counts there, what only looks as if it did, and what says whose figure it
 * is. All of them in small letters; months, digits and their separators come from Intl.
 */
export interface ProseWords {
  /** BCP 47 tag given to Intl. */
  locale: string
  /** Words that count, each by what it counts: five, a dozen. Joined ones (forty-five) are made of these. */
  cardinals: Readonly<Record<string, number>>
  /** Words that multiply what stands before them: hundred, million; and by themselves name an amount. */
  scales: Readonly<Record<string, number>>
  /** Cardinals that by themselves are no figures: the "one" of "one of the". */
  pronouns: readonly string[]
  /** What may stand between the words of one number, beside a space and a hyphen. */
  joints: readonly string[]
  /** Words that set one amount against another, as patterns: doubled, half, by a third. */
  multiples: readonly string[]
  /** What a year is not followed by, lest it be an amount: people, accounts. */
  measured: readonly string[]
  /** Signs and words of money. */
  currencies: readonly string[]
  percent: readonly string[]
  /** Ends of a number written short, with or without a space: bn. */
  suffixes: Readonly<Record<string, number>>
  /** What is known by a number: a regulation, an article of it. The number is its name. */
  numbered: readonly string[]
  /** Patterns of words in which a number is none: the second half of a year, the twenty-first. */
  passing: readonly string[]
  /** Patterns of words that say whose a figure is, or that it is an estimate or a forecast. An "…" stands for any words of a sentence. */
  attribution: readonly string[]
  /** Words of those to offer to somebody who left them out, by what the figure is. */
  examples: Readonly<Record<'claimed' | 'forecast' | 'estimated', readonly [string, string]>>
}

/**
 * The words by which the prose of a language is checked.
 *
 * @throws RangeError a language without them
 */
export function proseWords(tag: string): ProseWords {
  const words = exportedIn('prose', tag)
  if (words === undefined)
    throw new RangeError(
      `the prose cannot be checked in "${tag}"; expected a file src/language/prose/${tag}.ts, or "prose" exported by src/language/words/${tag}.ts`,
    )
  return words as ProseWords
}
