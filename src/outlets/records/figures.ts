import { tableOf } from '#charts'
import { units } from '#language'
import { pointsOf } from '#story'
import type { Telling } from '#story'
import { amountColumns, amountOf } from './amounts.ts'
import { dateColumn, flagColumn, idColumn, idsColumn, kindColumn, sheetOf, wordsColumn } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** A figure that a chart shows, as one of its marks or as a part of one. */
interface Figure {
  mark: string
  fact: string
  /** What it measures, in the language of the file. */
  name: string
  series?: string
  edition?: string
  period: string
  value: number | readonly [number, number]
  unit: string
  kind: string
  approximate: boolean
  scope?: string
  sources: readonly string[]
}

/** The figures of a chart whose marks are facts or series, in the order of its table; a series with its points by period. */
export function figuresOf(telling: Telling, chart: string): Sheet {
  const marks = tableOf(telling, chart).rows.flatMap(({ mark }) => mark ?? [])
  const figures = marks.flatMap((mark) => factsAt(telling, chart, mark).map((fact) => figureOf(telling, mark, fact)))
  return sheetOf(
    'fact',
    [
      idColumn<Figure>('mark', ({ mark }) => mark, 'required'),
      idColumn<Figure>('fact', ({ fact }) => fact, 'unique'),
      wordsColumn<Figure>('name', ({ name }) => name),
      idColumn<Figure>('series', ({ series }) => series),
      wordsColumn<Figure>('edition', ({ edition }) => edition),
      dateColumn<Figure>('period', ({ period }) => period, 'required'),
      ...amountColumns('value', figures, ({ fact }) => amountOf(telling.story.facts, fact)),
      { name: 'unit', type: 'string', constraints: { required: true, enum: units }, cell: ({ unit }: Figure) => unit },
      kindColumn<Figure>(({ kind }) => kind),
      flagColumn<Figure>('approximate', ({ approximate }) => approximate),
      idColumn<Figure>('scope', ({ scope }) => scope),
      idsColumn<Figure>('sources', ({ sources }) => sources),
    ],
    figures,
  )
}

/** The facts that a mark shows: itself, or the points of the series that it is, with what is worked out for the years before it. */
function factsAt({ story }: Telling, chart: string, mark: string): string[] {
  const declaration = story.data.charts[chart]
  if (declaration?.form !== 'shares') return [mark]
  const before = declaration.combined?.series === mark ? declaration.combined.derived : []
  return [...before, ...pointsOf(story, mark).map(({ id }) => id)]
}

function figureOf(telling: Telling, mark: string, id: string): Figure {
  const fact = telling.story.facts.get(id)
  if (!fact) throw new RangeError(`unknown fact ${id}`)
  const { series, edition, period, kind, approximate, scope, sources } = fact
  return {
    mark,
    fact: id,
    name: telling.nameFact(id),
    series,
    edition,
    period,
    ...amountOf(telling.story.facts, id),
    kind,
    approximate,
    scope,
    sources,
  }
}
