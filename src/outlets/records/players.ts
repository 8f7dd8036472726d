import { tableOf } from '#charts'
import { tieKinds } from '#language'
import type { Telling } from '#story'
import { amountColumns, amountOf } from './amounts.ts'
import type { Amount } from './amounts.ts'
import { dateColumn, flagColumn, idColumn, idsColumn, kindColumn, sheetOf, wordsColumn } from './sheet.ts'
import type { Sheet } from './sheet.ts'

type Measure = Amount & { fact: string; approximate: boolean }

/** A player, or a tie that goes out from one. */
interface Entry {
  mark: string
  player: string
  name: string
  /** What the player is, or what the tie is. */
  relation: string
  to?: string
  toName?: string
  /** What its disc is drawn by. */
  size?: Measure
  /** How much of it the tie holds. */
  stake?: Measure
  /** The statement with which the company answered. */
  answer?: string
  since?: string
  until?: string
  kind?: string
  sources: readonly string[]
}

const roles = ['company', 'platform', 'regulator', 'unnamed']

/** The players of a map, each with the ties that go out from it, in the order of its table. */
export function playersOf(telling: Telling, chart: string): Sheet {
  const entries = tableOf(telling, chart).rows.flatMap(({ mark, sources = [] }) =>
    mark === undefined ? [] : [entryOf(telling, chart, mark, sources)],
  )
  return sheetOf(
    'mark',
    [
      idColumn<Entry>('mark', ({ mark }) => mark, 'unique'),
      idColumn<Entry>('player', ({ player }) => player, 'required'),
      wordsColumn<Entry>('name', ({ name }) => name),
      {
        name: 'relation',
        type: 'string',
        constraints: { required: true, enum: [...roles, ...tieKinds] },
        cell: ({ relation }: Entry) => relation,
      },
      idColumn<Entry>('to', ({ to }) => to),
      wordsColumn<Entry>('to name', ({ toName }) => toName),
      ...amountColumns<Entry>('size', entries, ({ size }) => size),
      ...amountColumns<Entry>('stake', entries, ({ stake }) => stake),
      idColumn<Entry>('fact', ({ size, stake }) => (size ?? stake)?.fact),
      flagColumn<Entry>('approximate', ({ size, stake }) => (size ?? stake)?.approximate),
      idColumn<Entry>('answer', ({ answer }) => answer),
      dateColumn<Entry>('since', ({ since }) => since),
      dateColumn<Entry>('until', ({ until }) => until),
      kindColumn<Entry>(({ kind }) => kind),
      idsColumn<Entry>('sources', ({ sources }) => sources),
    ],
    entries,
  )
}

function entryOf({ story, words }: Telling, chart: string, mark: string, sources: readonly string[]): Entry {
  const { players, ties, charts } = story.data
  const declaration = charts[chart]
  const nameOf = (player: string): string => words.players[player] ?? player
  const measure = (fact: string | undefined): Measure | undefined =>
    fact === undefined ? undefined : { fact, ...amountOf(story.facts, fact), approximate: story.facts.get(fact)?.approximate ?? false }

  const player = players[mark]
  if (player) {
    const size = declaration?.form === 'players' ? measure(declaration.sizes[mark]) : undefined
    const kind = size && story.facts.get(size.fact)?.kind
    return { mark, player: mark, name: nameOf(mark), relation: player.role, size, kind, sources }
  }
  const tie = ties[mark]
  if (!tie) throw new RangeError(`invalid mark: ${mark}; expected a player or a tie`)
  const { tie: relation, from, to, share, answer, since, until, kind } = tie
  return {
    mark,
    player: from,
    name: nameOf(from),
    relation,
    to,
    toName: nameOf(to),
    stake: measure(share),
    answer,
    since,
    until,
    kind,
    sources,
  }
}
