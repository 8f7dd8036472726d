import { formatDate } from '#language'
import { numberOf, pointsOf } from '#story'
import type { NumericFact } from '#story'
import type { ChartContext, Form, Table } from './contract.ts'
import { editionsFrom } from './growth-editions.ts'
import { drawRecord } from './growth-record.ts'
import { drawYears } from './growth-years.ts'

type Context = ChartContext<'growth'>

/** One series as editions of a report tell it: by the years one edition speaks of, or year by year what every edition said. */
export const growth: Form<'growth'> = {
  wants: ({ declaration }) => ({
    labels: ['year', 'edition', 'value', 'kind'],
    notes: declaration.edition !== undefined && declaration.path !== undefined ? ['path'] : [],
  }),
  draw: (context, frame) => {
    const { edition } = context.declaration
    return edition === undefined
      ? drawRecord(context, frame, points(context))
      : drawYears(context, frame, editionsFrom(points(context), edition))
  },
  table,
  facts: (context) => rows(context).map((fact) => fact.id),
}

function points({ declaration, telling: { story } }: Context): NumericFact[] {
  return pointsOf(story, declaration.series).map((fact) => numberOf(story, fact.id))
}

function rows(context: Context): NumericFact[] {
  const { edition, path } = context.declaration
  const all = points(context)
  if (edition === undefined) return all
  const told = [...editionsFrom(all, edition).values()].flat()
  return path === undefined ? told : [...told, numberOf(context.telling.story, path)]
}

function table(context: Context): Table {
  const { telling, words } = context
  const head = (key: string): string => words.labels[key] ?? ''
  return {
    columns: [{ head: head('year') }, { head: head('edition') }, { head: head('value'), numeric: true }, { head: head('kind') }],
    rows: rows(context).map(({ id, period, series, edition = '', kind }) => ({
      mark: id,
      cells: [
        series === undefined ? telling.nameFact(id) : formatDate(period, telling.language),
        edition,
        telling.print(id),
        telling.language.kinds[kind],
      ],
    })),
  }
}
