import type { ProseWords } from '#language'
import { monthNames } from './dates/months.ts'

/** What stands in a text in place of a component, a figure in braces or whatever else is no word of it. */
export const gap = '\uFFFC'

export const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** The longest first: a shorter word must not end a longer one early. */
export const anyOf = (patterns: readonly string[]): string => `(?:${[...patterns].sort((a, b) => b.length - a.length).join('|')})`
/** No part of a longer word or number. */
export const whole = (pattern: string): string => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`

export const address = 'https?://[^\\s)]+|www\\.[^\\s)]+'
export const year = '(?:1[89]|20|21)\\d\\d'
const oneDay = '(?:[1-3]?\\d(?:st|nd|rd|th|er|ᵉʳ)?)'
/** A day of a month, or two of one month: 4, 4th, 3–4, 25 and 26. */
export const days = `${oneDay}(?:(?: ?[-–/] ?| (?:and|to|et|au|dan|hingga|sampai) )${oneDay})?`

/** The months of a language as it writes them, abbreviated or not. */
export function month(words: ProseWords): string {
  return anyOf([...monthNames(words.locale).keys()].map((name) => `${escape(name)}\\.?`))
}

/** A year by itself, a decade, or years from one to another; not the digits of an amount. */
export function years(words: ProseWords): string {
  const { percent, scales, currencies, measured } = words
  const after = `(?! ?${anyOf([...percent, ...Object.keys(scales), ...currencies])}| ${anyOf(measured)}(?!\\p{L})|[.,]\\d)`
  return `(?<![\\p{L}\\p{N}.,]|${anyOf(currencies)} ?)${year}s?(?: ?[-–/] ?(?:${year}|\\d\\d))?(?![\\p{L}\\p{N}])${after}`
}

/** A text in which spaces are spaces, whether they break or not. Lengths stay, so that places do. */
export function plainSpaces(text: string): string {
  const composed = text.normalize('NFC')
  return (composed.length === text.length ? composed : text).replace(/[\s\u2060]/g, ' ')
}
