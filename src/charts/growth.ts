import { formatDate } from '#language'
import { numberOf, pointsOf } from '#story'
import type { NumericFact } from '#story'
import type { ChartContext, Form, Table } from './contract.ts'
import { editionsFrom } from './growth-editions.ts'
import { guessWords, playGuess, viewBefore } from './growth-play.ts'
import { drawRecord } from './growth-record.ts'
import { drawYears } from './growth-years.ts'

type Context = ChartContext<'growth'>

/** One series as editions of a report tell it: by the years one edition speaks of, or year by year what every edition said. */
export const growth: Form<'growth'> = {
  wants: ({ declaration }) => {
    const { edition, path } = declaration
    const guess = viewBefore(declaration) === undefined ? { labels: [], notes: [] } : guessWords
    return {
      labels: ['year', 'edition', 'value', 'kind', ...guess.labels],
      notes: [...(edition !== undefined && path !== undefined ? ['path'] : []), ...(edition === undefined ? ['said'] : []), ...guess.notes],
    }
  },
  draw: (context, frame) => {
    const { edition } = context.declaration
    return edition === undefined
      ? drawRecord(context, frame, points(context))
      : drawYears(context, frame, editionsFrom(points(context), edition))
  },
  table,
  facts: (context) => rows(context).map((fact) => fact.id),
  play: (context) => {
    const { edition } = context.declaration
    if (edition === undefined) return { data: { said: context.words.notes.said ?? '' } }
    const before = viewBefore(context.declaration)
    return before === undefined ? undefined : playGuess(context, before, editionsFrom(points(context), edition))
  },
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
