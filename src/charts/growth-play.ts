import { formatFigure } from '#language'
import type { NumericFact } from '#story'
import type { ChartContext, Play } from './contract.ts'
import { linesOf, yearOf } from './growth-editions.ts'
import type { Editions } from './growth-editions.ts'
import { headroom } from './growth-years.ts'

type Context = ChartContext<'growth'>

/** Words of a chart whose reader may draw the line before its forecast is shown. */
export const guessWords = {
  labels: ['draw', 'question', 'amount', 'reveal', 'again', 'you', 'above', 'below', 'equal'],
  notes: ['forecast', 'rise', 'fall', 'flat', 'later'],
} as const

/** The view that keeps the forecasts back, where the chart has one and says what its forecast takes. */
export function viewBefore({ edition, path, views }: Context['declaration']): string | undefined {
  if (edition === undefined || path === undefined) return undefined
  return Object.entries(views).find(([, { kinds }]) => kinds && !kinds.includes('forecast'))?.[0]
}

/** Where the reader's line starts, what the forecast is and became, and in which words they are compared. */
export function playGuess(context: Context, before: string, editions: Editions): Play | undefined {
  const { declaration, telling, words } = context
  const { estimates, forecasts } = linesOf(editions.get(declaration.edition ?? '') ?? [])
  const [start, end] = [estimates.at(-1), forecasts.at(-1)]
  if (!start || !end) return undefined
  const scale = 1000 ** Math.floor(Math.log10(end.value) / 3)
  const inScale = ({ value }: NumericFact): string => String(value / scale)
  const points = [...editions.values()].flat()
  const most = Math.floor((Math.max(...points.map(({ value }) => value)) * headroom) / scale)
  const latest = points.findLast(({ period }) => period === end.period) ?? end
  const { language } = telling
  // What the browser's own Intl makes of a number goes where this one stands.
  const sample = 7 * scale
  const pattern = (compactDisplay: 'short' | 'long'): string =>
    formatFigure({ value: sample, unit: end.unit }, language, compactDisplay).replace(
      new Intl.NumberFormat(language.locale, { notation: 'compact', compactDisplay }).format(sample),
      '[n]',
    )
  const said = (section: Record<string, string>, keys: readonly string[]): [string, string][] =>
    keys.map((key) => [key, (section[key] ?? '').replace('[most]', String(most))])
  return {
    start: words.labels.draw,
    data: {
      'start-mark': start.id,
      'end-mark': end.id,
      start: inScale(start),
      end: inScale(end),
      latest: inScale(latest),
      years: String(yearOf(end) - yearOf(start)),
      most: String(most),
      before,
      scale: String(scale),
      locale: language.locale,
      short: pattern('short'),
      long: pattern('long'),
      rate: formatFigure({ value: 7, unit: 'percent' }, language).replace('7', '[n]'),
      ...Object.fromEntries([...said(words.labels, guessWords.labels), ...said(words.notes, guessWords.notes)]),
    },
  }
}
