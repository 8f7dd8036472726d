import { unknown } from '#story'
import type { FormName, Telling } from '#story'
import { csvText } from '../csv.ts'
import { eventsOf } from './events.ts'
import { figuresOf } from './figures.ts'
import { placesOf } from './places.ts'
import { playersOf } from './players.ts'
import type { Sheet } from './sheet.ts'

export type { Field, Sheet } from './sheet.ts'

/** What the marks of each form stand for. */
const subjects: Record<FormName, (telling: Telling, chart: string) => Sheet> = {
  growth: figuresOf,
  counts: figuresOf,
  volumes: figuresOf,
  shares: figuresOf,
  players: playersOf,
  places: placesOf,
  timeline: eventsOf,
}

/**
 * A declared chart's numbers as records a machine reads, whatever the language prints: a record a mark, or as many as a mark shows figures.
 * What its table adds up or counts out under them is not among them.
 *
 * @throws RangeError an unknown chart
 */
export function sheetOfChart(telling: Telling, chart: string): Sheet {
  const declaration = telling.story.data.charts[chart]
  if (!declaration) throw new RangeError(unknown('chart', chart, Object.keys(telling.story.data.charts)))
  return subjects[declaration.form](telling, chart)
}

/** The same as a file. Nothing stands before or after the sheet, as readers of CSV want it. */
export function chartCsv(telling: Telling, chart: string): string {
  const { fields, cells } = sheetOfChart(telling, chart)
  return csvText(
    fields.map(({ name }) => name),
    cells,
  )
}
