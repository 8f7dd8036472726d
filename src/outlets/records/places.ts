import { tableOf } from '#charts'
import type { Telling } from '#story'
import { idColumn, idsColumn, sheetOf, wordsColumn } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** A company and where it is run from, which may be known to nobody. */
interface Seat {
  mark: string
  name: string
  place?: string
  placeName?: string
  latitude?: number
  longitude?: number
  sources: readonly string[]
}

/** The companies of a map of places, in the order of its table. */
export function placesOf(telling: Telling, chart: string): Sheet {
  const seats = tableOf(telling, chart).rows.flatMap(({ mark }) => (mark === undefined ? [] : [seatOf(telling, mark)]))
  return sheetOf(
    'mark',
    [
      idColumn<Seat>('mark', ({ mark }) => mark, 'unique'),
      wordsColumn<Seat>('name', ({ name }) => name),
      idColumn<Seat>('place', ({ place }) => place),
      wordsColumn<Seat>('place name', ({ placeName }) => placeName),
      { name: 'latitude (degrees)', type: 'number', constraints: { minimum: -90, maximum: 90 }, cell: ({ latitude }: Seat) => latitude },
      {
        name: 'longitude (degrees)',
        type: 'number',
        constraints: { minimum: -180, maximum: 180 },
        cell: ({ longitude }: Seat) => longitude,
      },
      idsColumn<Seat>('sources', ({ sources }) => sources),
    ],
    seats,
  )
}

function seatOf({ story, words }: Telling, mark: string): Seat {
  const { seat, source = [] } = story.data.players[mark] ?? {}
  const name = words.players[mark] ?? mark
  if (seat === undefined) return { mark, name, sources: [] }
  const { latitude, longitude } = story.data.places[seat] ?? {}
  return { mark, name, place: seat, placeName: words.places[seat], latitude, longitude, sources: source }
}
