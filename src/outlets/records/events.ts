import { momentsOf } from '../../charts/timeline-moments.ts'
import type { Telling } from '#story'
import { dateColumn, idColumn, idsColumn, kindColumn, sheetOf, wordsColumn } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** Something that happened. */
interface Happening {
  mark: string
  name: string
  date: string
  /** The last day of what took several. */
  until?: string
  group: string
  groupName: string
  /** Days since the event before it was over; none for the first. */
  since?: number
  /** Days from the event that the chart counts from, negative before it. */
  fromReference: number
  players: readonly string[]
  kind: string
  sources: readonly string[]
}

/** The events of a timeline, in the order of its table. */
export function eventsOf({ story, words }: Telling, chart: string): Sheet {
  const declaration = story.data.charts[chart]
  if (declaration?.form !== 'timeline') throw new TypeError(`invalid chart: ${chart}; expected a timeline`)
  const { groups, reference } = declaration
  const happenings = momentsOf(story.data.events, groups, reference).map(({ id, event, since, fromReference }): Happening => {
    const { date, until, group, players, kind, source } = event
    const [name, groupName] = [words.events[id] ?? id, words.groups[group] ?? group]
    return { mark: id, name, date, until, group, groupName, since, fromReference, players, kind, sources: source }
  })
  return sheetOf(
    'mark',
    [
      idColumn<Happening>('mark', ({ mark }) => mark, 'unique'),
      wordsColumn<Happening>('name', ({ name }) => name),
      dateColumn<Happening>('date', ({ date }) => date, 'required'),
      dateColumn<Happening>('until', ({ until }) => until),
      idColumn<Happening>('group', ({ group }) => group, 'required'),
      wordsColumn<Happening>('group name', ({ groupName }) => groupName),
      { name: 'since the event before (days)', type: 'integer', cell: ({ since }: Happening) => since },
      {
        name: `from ${reference} (days)`,
        type: 'integer',
        constraints: { required: true },
        cell: ({ fromReference }: Happening) => fromReference,
      },
      idsColumn<Happening>('players', ({ players }) => players),
      kindColumn<Happening>(({ kind }) => kind),
      idsColumn<Happening>('sources', ({ sources }) => sources),
    ],
    happenings,
  )
}
