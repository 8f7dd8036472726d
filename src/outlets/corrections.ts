import { factsOf } from '#charts'
import { formatDate, formatFigure } from '#language'
import type { Unit } from '#language'
import { chartCorrections, correctionsOf, inOrder } from '#story'
import type { ChartCorrection, FactCorrection, Part, State, Telling } from '#story'

/** A correction of either kind. */
export type Corrected = FactCorrection | ChartCorrection

/** The id of a correction where a page tells of it. */
export function correctionAnchor({ id }: Pick<Corrected, 'id'>): string {
  return `correction-${id}`
}

/** What a correction is called: what became of what it is about, and when. */
export function headingOf({ language }: Telling, correction: Corrected): string {
  const date = formatDate(correction.date, language)
  return language.corrections['status' in correction ? correction.status : 'corrected'](date)
}

/** What a correction is about: the name of a fact, or the title of a chart. */
export function subjectOf({ words, nameFact }: Telling, correction: Corrected): string {
  return 'fact' in correction ? nameFact(correction.fact) : (words.charts[correction.chart]?.title ?? correction.chart)
}

/** Why it was made, and what was said before where that is no matter of words only. */
export function explain(telling: Telling, correction: Corrected): string {
  const reason = telling.words.corrections[correction.id] ?? ''
  if (!('fact' in correction) || correction.changed.length === 0) return reason
  const { fact, before, after, changed } = correction
  const [from, to] = [before, after].map((state) => printState(telling, fact, state, changed)) as [string, string]
  return `${telling.language.corrections.change(from, to)} ${reason}`
}

/** Corrections of the facts that a chart shows or rests on, and of the chart itself, newest first. */
export function correctionsOfChart(telling: Telling, chart: string): Corrected[] {
  const { story } = telling
  const facts = factsOf(telling, chart).flatMap((fact) => correctionsOf(story, fact))
  return inOrder<Corrected>(story, [...facts, ...chartCorrections(story, chart)])
}

/** Units that a figure brings with it. */
const inFigure: readonly Unit[] = ['USD', 'IDR', 'percent', 'percentage points', 'ratio']

/** Those parts of what a fact held that a correction changed, as they are printed. */
export function printState({ language, words, story }: Telling, fact: string, state: State, changed: readonly Part[]): string {
  const { value, unit, approximate, period, kind, scope, series, edition } = state
  const { none } = language.corrections
  const { digits } = story.facts.get(fact) ?? {}
  const figure = value === null || unit === null ? none : formatFigure({ value, unit, approximate: approximate === true, digits }, language)
  const named = unit !== null && changed.includes('unit') && !inFigure.includes(unit) ? `${figure} ${language.units[unit]}` : figure
  const written: Record<Part, string> = {
    value: named,
    unit: named,
    approximate: named,
    period: period === null ? none : formatDate(period, language),
    kind: kind === null ? none : language.kinds[kind].toLocaleLowerCase(language.locale),
    scope: scope === null ? none : (words.scopes[scope] ?? scope),
    series: series === null ? none : (words.series[series] ?? series),
    edition: edition === null ? none : language.site.edition(edition),
  }
  return [...new Set(changed.map((part) => written[part]))].join(', ')
}
