import { formatDate } from '#language'
import type { ChartContext, Table } from './contract.ts'
import { addressOf, networkOf } from './players-network.ts'

type Context = ChartContext<'players'>
type Row = Table['rows'][number]

export const heads = ['who', 'tie', 'whom', 'size', 'stake', 'answer', 'since', 'until', 'kind', 'only'] as const
type Cells = Partial<Record<(typeof heads)[number], string>>

const numeric: readonly string[] = ['size', 'stake']

/** Every player with what it is, and under it the ties that go out from it. */
export function table(context: Context): Table {
  const { declaration, telling, words } = context
  const { language, story } = telling
  const states = new Map(networkOf(context).ties.map((tie) => [tie.id, tie.states]))
  const name = (id: string): string => telling.words.players[id] ?? id
  const print = (fact: string | undefined): string | undefined => fact && telling.print(fact)
  const day = (date: string | undefined): string | undefined => date && formatDate(date, language)
  const sourcesOf = (...facts: (string | undefined)[]): readonly string[] =>
    facts.flatMap((fact) => story.facts.get(fact ?? '')?.sources ?? [])

  return {
    columns: heads.map((head) => ({ head: words.labels[head] ?? '', numeric: numeric.includes(head) })),
    rows: Object.entries(story.data.players).flatMap(([id, { role, source = [] }]) => {
      const size = declaration.sizes[id]
      const kind = size && language.kinds[story.facts.get(size)?.kind ?? 'reported']
      const player = { who: name(id), tie: words.labels[role], size: print(size), kind }
      return [
        { mark: id, ...cellsOf(player, { tie: player.tie, kind }), sources: unique(source, sourcesOf(size)) },
        ...Object.entries(story.data.ties)
          .filter(([, { from }]) => from === id)
          .map(([mark, { tie, to, share, answer, since, until, kind: how, source: sources }]) => {
            const cells = {
              who: name(id),
              tie: language.ties[tie],
              whom: name(to),
              stake: print(share),
              answer: words.labels[answer ?? ''],
              since: day(since),
              until: day(until),
              kind: language.kinds[how],
              only: onlyIn(context, states.get(mark)),
            }
            return {
              mark,
              ...cellsOf(cells, {
                tie: `${cells.tie} ${cells.whom}`,
                whom: '',
                kind: cells.kind,
                ...(since === until && { since: cells.since, until: '' }),
              }),
              sources: unique(sources, sourcesOf(share, answer)),
              data: { tie: addressOf(tie), from: id, to },
            }
          }),
      ]
    }),
  }
}

function cellsOf(cells: Cells, said: Cells): Pick<Row, 'cells' | 'said'> {
  return { cells: heads.map((head) => cells[head] ?? ''), said: heads.map((head) => said[head]) }
}

/** The one state that a tie holds in, by the name of the view that shows it alone, or by the heading of its panel. */
function onlyIn({ declaration, words }: Context, [state, ...others]: readonly string[] = []): string | undefined {
  if (state === undefined || others.length > 0) return undefined
  const [view = ''] = Object.entries(declaration.views).find(([, { states }]) => states?.length === 1 && states.includes(state)) ?? []
  return words.views[view] ?? words.labels[state]
}

function unique(...lists: readonly (string | readonly string[])[]): string[] {
  return [...new Set(lists.flat())]
}
