import type { ProseWords } from '#language'
import { onceFor } from '../once-for.ts'
import { address, anyOf, days, escape, gap, month, plainSpaces, whole, year, years } from '../patterns.ts'

/** An amount in a text, as its words have it. */
export interface Amount {
  text: string
  /** Where it begins in the text. */
  index: number
  /** What it comes to, where that can be told: a third or "doubled" cannot. */
  value?: number
}

/**
 * The amounts that a text names in digits or words: 62, $62 billion, five, two thirds, doubled. Years, dates, times, ordinals and names with
 * a number in them (Regulation 31, 12.12, G20) are none.
 *
 * @param names names that may hold a number, such as those of companies
 */
export function amountsIn(text: string, words: ProseWords, names: readonly string[] = []): Amount[] {
  const { passing, amount, percent, pronouns } = patternsOf(words)
  let rest = plainSpaces(text)
  const hide = (pattern: RegExp): void => {
    rest = rest.replace(pattern, (found) => gap.repeat(found.length))
  }
  for (const name of names) if (/\d/.test(name)) hide(new RegExp(whole(escape(name)), 'giu'))
  for (const pattern of passing) hide(pattern)
  const units = [...rest.matchAll(percent)].map((match) => [match.index, match.index + match[0].length] as const)
  return [...rest.matchAll(amount)]
    .filter(([found]) => !pronouns.has(found.toLowerCase()))
    .filter(({ 0: found, index }) => !units.some(([from, to]) => from <= index && index + found.length <= to))
    .map(({ 0: found, index }) => ({ text: text.slice(index, index + found.length), index, value: valueOf(found, words) }))
}

interface Patterns {
  /** What looks like a number and is none, in the order in which it is taken out. */
  passing: readonly RegExp[]
  amount: RegExp
  percent: RegExp
  pronouns: ReadonlySet<string>
}

const patternsOf = onceFor(makePatterns)

function makePatterns(words: ProseWords): Patterns {
  const months = month(words)
  const currency = anyOf(words.currencies)
  const percent = anyOf(words.percent)
  const counting = [...Object.keys(words.cardinals), ...Object.keys(words.scales)]
  const scale = anyOf(Object.keys(words.scales))
  const suffix = anyOf(Object.keys(words.suffixes).map(escape))
  const joint = anyOf([' ', '-', '\u2011', ...words.joints])
  const sources = [
    address,
    // Dates: 4 October 2023, October 4, 3–4 October, 2023-10-04.
    whole(`${year}-\\d\\d(?:-\\d\\d)?`),
    whole(`${days} (?:de |of )?${months}(?:,? ${year})?`),
    whole(`${months} ${days}(?:,? ${year})?`),
    whole(`[0-3]?\\d/[01]?\\d/(?:${year}|\\d\\d)`),
    // Times: 17:00, 17.00 WIB, 5 pm, 17 h 30.
    whole('[0-2]?\\d[:.][0-5]\\d(?: (?:[ap]\\.?m\\.?|WIB|WITA|WIT|GMT|UTC))'),
    whole('[0-2]?\\d:[0-5]\\d'),
    whole('1?\\d ?[ap]m|[0-2]?\\d (?:WIB|WITA|WIT|GMT|UTC)|[0-2]?\\d ?h(?: ?[0-5]\\d)?'),
    // A regulation, an article and the like, with the year of its making.
    whole(`${anyOf(words.numbered)} \\d+[A-Z]?(?:(?: (?:of|de|du|tahun) |/)${year})?`),
    // Days of sales named after their dates.
    `(?<![\\p{L}\\p{N}.,]|${currency} ?)(\\d{1,2})\\.\\1(?![\\p{L}\\p{N}]|[.,]\\d| ?${anyOf([percent, scale, currency])})`,
    // Names of letters and digits: G20, COVID-19, Q3, 5G, 20-F.
    `(?<![\\p{L}\\p{N}])(?!${currency}\\d)\\p{L}+(?:-?\\p{L})*-?\\d[\\p{L}\\p{N}]*`,
    `(?<![\\p{L}\\p{N}.,])\\d+(?!${suffix}(?!\\p{L}))-?\\p{Lu}(?![\\p{Ll}\\p{N}])`,
    '\\d+(?:st|nd|rd|th|er|re|e)(?!\\p{L})',
    whole('ke-\\d+'),
    years(words),
    ...words.passing.map(whole),
  ]
  const digits = `[−-]?\\d+(?:[.,  ]\\d{3})*(?:[.,]\\d+)?(?: ?${suffix}(?!\\p{L}))?|\\p{No}`
  const inWords = `${anyOf(counting)}(?:${joint}${anyOf(counting)})*`
  const sum = `(?<![\\p{L}\\p{N}])(?:${currency} ?)?(?:(?:${digits})(?:[ -]${scale})*|${inWords})(?![\\p{L}\\p{N}])(?: ?${anyOf([percent, currency])}(?!\\p{L}))?`
  return {
    // May is a month and may is none.
    passing: sources.map((source) => new RegExp(source, source.includes(months) ? 'gu' : 'giu')),
    amount: new RegExp(`${whole(anyOf(words.multiples))}|${sum}`, 'giu'),
    percent: new RegExp(percent, 'giu'),
    pronouns: new Set(words.pronouns),
  }
}

/** What an amount comes to; none where it has words that are no numbers, as a third has. */
function valueOf(amount: string, words: ProseWords): number | undefined {
  const bare = amount
    .toLowerCase()
    .replace(new RegExp(anyOf([...words.currencies, ...words.percent]), 'giu'), ' ')
    .trim()
  const short = /^([\d., ]+) ?(\D+)?$/u.exec(bare)
  const tail = short?.[2]?.trim() ?? ''
  if (short) {
    const [tailScale] = [...Object.entries(words.suffixes), ...Object.entries(words.scales)].filter(([word]) => word.toLowerCase() === tail)
    if (tail === '' || tailScale) return numberOf(short[1] ?? '', words.locale) * (tailScale?.[1] ?? 1)
    return undefined
  }
  let total = 0
  let part = 0
  let last = 0
  for (const word of bare.split(/[\s\u2011-]+/u)) {
    if (words.joints.includes(` ${word} `)) continue
    const scale = words.scales[word]
    const cardinal = words.cardinals[word]
    if (scale !== undefined && scale >= 1e3) {
      total += Math.max(part, 1) * scale
      part = last = 0
      continue
    }
    const next = scale ?? cardinal
    if (next === undefined) return undefined
    // Two hundred, quatre-vingt: a greater number after a smaller one multiplies it; forty-five adds.
    const sum: number = last > 0 && next > last ? last * next : next
    part += last > 0 && next > last ? sum - last : sum
    last = sum
  }
  return Number.isNaN(total + part) ? undefined : total + part
}

function numberOf(digits: string, locale: string): number {
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
  return Number(digits.replace(new RegExp(`[^\\d${escape(decimal)}]`, 'g'), '').replace(decimal, '.'))
}
