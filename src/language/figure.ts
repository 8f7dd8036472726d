import type { Unit } from './unit.ts'
import type { InterfaceWords } from './words.ts'

/** How a figure is written: `short` $62bn, `long` $62 billion, `number` 62, `words` five (0 to 20). */
export type FigureStyle = 'short' | 'long' | 'number' | 'words'

/** What the formatter needs to know of a figure. A pair is a range, low end first. */
export interface Figure {
  value: number | readonly [number, number]
  unit: Unit
  approximate?: boolean
  /** Significant digits to print; as many as the value has (six at most) unless given. */
  digits?: number
}

/**
 * A figure as text in one language. Approximate figures carry their own "about" (`~` when short).
 *
 * @throws RangeError `words` of a number that is not a whole one from 0 to 20; `number` of a range from thousands to millions
 */
export function formatFigure(figure: Figure, words: InterfaceWords, style: FigureStyle = 'long'): string {
  const { value } = figure
  // Without their scale, 900 million to 1.2 billion would be 900 to 1.2.
  if (style === 'number' && typeof value !== 'number' && scaleOf(value[0]) !== scaleOf(value[1]))
    throw new RangeError(
      `invalid range to write without its scale: ${value.join(' to ')}; expected both ends in the same thousands, millions or billions`,
    )
  const text =
    typeof value === 'number'
      ? formatAmount(value, figure, words, style)
      : words.range(formatAmount(value[0], figure, words, style), formatAmount(value[1], figure, words, style))
  if (!figure.approximate) return text
  return style === 'short' ? `~${text}` : words.about(text)
}

function formatAmount(value: number, figure: Figure, words: InterfaceWords, style: FigureStyle): string {
  if (style === 'words') return spellOut(value, words)
  // The sign stands before the currency: −$5 billion.
  if (value < 0) return `\u2212${formatAmount(-value, figure, words, style)}`
  const significant = { maximumSignificantDigits: figure.digits ?? 6 }
  const compact = { notation: 'compact', compactDisplay: style === 'short' ? 'short' : 'long', ...significant } as const
  // Compact notation would call 1,500 "1.5 thousand"; below a million the full number reads better.
  const large = value >= 1e6
  const format = (options: Intl.NumberFormatOptions): string => new Intl.NumberFormat(words.locale, options).format(value)

  if (style === 'number') {
    if (!large) return format(significant)
    return new Intl.NumberFormat(words.locale, compact)
      .formatToParts(value)
      .filter((part) => ['integer', 'group', 'decimal', 'fraction', 'minusSign'].includes(part.type))
      .map((part) => part.value)
      .join('')
  }
  switch (figure.unit) {
    case 'USD':
    case 'IDR':
      return words.money(format(large ? compact : significant), figure.unit, style)
    case 'percent':
      return words.percent(format(significant), style)
    case 'percentage points':
      return words.percentagePoints(format(significant), style)
    case 'ratio':
      return words.times(format(significant), style)
    default:
      return format(large ? compact : significant)
  }
}

/** 2 for millions, 3 for billions; everything below a million is written out. */
function scaleOf(value: number): number {
  const size = Math.abs(value)
  return size < 1e6 ? 0 : Math.floor(Math.log10(size) / 3)
}

function spellOut(value: number, words: InterfaceWords): string {
  const word = words.cardinals[value]
  if (word === undefined) throw new RangeError(`invalid number to write in words: ${String(value)}; expected a whole number from 0 to 20`)
  return word
}
