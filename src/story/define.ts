import type { Kind, PartialDate, TieKind, Unit } from '#language'
import type { StoryInput } from './schema.ts'

type Sources<S> = S | readonly S[]

interface SourceOf<S extends string> {
  publisher: string
  title: string
  authors?: string[]
  editors?: string[]
  published?: PartialDate
  url?: string
  language: string
  via?: S | 'primary' | 'secondary'
  checked?: 'address' | 'quoted'
}

interface FactOf<S extends string, Value> {
  value?: Value & (number | readonly [number, number])
  unit?: Unit
  asOf: PartialDate
  kind: Kind
  approximate?: boolean
  scope?: string
  source: Sources<S>
}

interface PointOf<S extends string> {
  value: number
  period: PartialDate
  kind: Exclude<Kind, 'derived'>
  edition?: string
  approximate?: boolean
  source: Sources<S>
}

interface SeriesOf<S extends string, Point extends string, Player extends string> {
  unit: Unit
  scope: string
  players?: readonly Player[]
  // Every series has points of its own; all their ids together are facts.
  points: Partial<Record<Point, PointOf<NoInfer<S>>>>
}

type DerivationOf<F extends string> = { digits?: number } & (
  | { method: 'ratio' | 'compoundGrowth' | 'difference' | 'revision'; from: F; to: F }
  | { method: 'share'; part: F; whole: F; assume?: 'one account is one person' }
  | { method: 'sum'; of: readonly F[] }
  | { method: 'perSecond' | 'perDay' | 'perYear'; of: F }
)

interface PlayerOf<S extends string, Place extends string> {
  role: 'company' | 'platform' | 'regulator' | 'unnamed'
  seat?: Place
  colour?: number
  source?: Sources<S>
}

interface TieOf<S extends string, F extends string, Player extends string> {
  tie: TieKind
  from: Player
  to: Player
  since?: PartialDate
  until?: PartialDate
  kind: Exclude<Kind, 'derived' | 'forecast'>
  share?: F
  answer?: F
  source: Sources<S>
}

interface EventOf<S extends string, Player extends string> {
  date: PartialDate
  until?: PartialDate
  group: string
  players?: readonly Player[]
  kind?: Exclude<Kind, 'derived' | 'forecast'>
  source: Sources<S>
}

interface ViewOf<F extends string, Series extends string, Player extends string, Event extends string> {
  facts?: readonly F[]
  series?: readonly Series[]
  editions?: readonly string[]
  kinds?: readonly Kind[]
  players?: readonly Player[]
  ties?: readonly TieKind[]
  events?: readonly Event[]
  groups?: readonly string[]
  states?: readonly PartialDate[]
}

type ChartOf<F extends string, Series extends string, Player extends string, Event extends string, View extends string> = {
  // Every chart has views of its own.
  views?: Partial<Record<View, ViewOf<F, Series, Player, Event>>>
} & (
  | { form: 'growth'; series: Series; edition?: string; path?: F }
  | { form: 'counts'; dot: number; fields: readonly { count: F; whole?: F; share?: F; player?: Player }[] }
  | { form: 'volumes'; amounts: readonly F[]; rate?: F; players?: Partial<Record<F, Player>> }
  | { form: 'shares'; series: readonly Series[]; combined?: { series: Series; of: readonly Series[]; derived: readonly F[] } }
  | { form: 'players'; states: readonly PartialDate[]; sizes?: Partial<Record<Player, F>> }
  | { form: 'places' }
  | { form: 'timeline'; groups: readonly string[]; reference: Event; span?: { from: Event; until: Event } }
)

/** What a fact held; `null` for none. */
interface Held {
  value?: number | readonly [number, number] | null
  unit?: Unit | null
  approximate?: boolean
  period?: PartialDate
  kind?: Kind
  scope?: string | null
  series?: string | null
  edition?: string | null
}

type Change = number | readonly [number, number] | Held

// One shape with all its fields: of a choice of shapes, the compiler would not say which id was meant.
interface CorrectionOf<F extends string, Chart extends string> {
  date: PartialDate
  fact?: F
  from?: Change
  to?: Change
  chart?: Chart
  status?: 'superseded' | 'withdrawn'
  by?: Chart
}

type Names<Record> = keyof Record & string

/** Of facts by id with the type of their value: those that have one. */
type Figures<Facts> = { [Fact in Names<Facts>]: unknown extends Facts[Fact] ? never : Fact }[Names<Facts>]

/** The ids of a story, as editors know them; at work they are nowhere. */
export interface Ids {
  figure: string
  statement: string
  chart: string
  view: string
  player: string
  source: string
}

declare const declared: unique symbol

/** What a story declares, for editors to offer. */
export interface WithIds<I extends Ids> {
  readonly [declared]?: I
}

/** The ids that a story's data declares: those of `typeof` what its file exports. */
export type IdsOf<Data> = Data extends WithIds<infer I> ? I : never

/**
 * Declares a story's data. It returns what it is given; its use is that the editor knows every id: a misspelt one is underlined with
 * "Did you mean". The build validates the same object again with {@link storySchema}.
 *
 * Amounts are whole units (62 billion dollars is `62e9`), dates are ISO and as exact as they are known, and no sentence stands here: words
 * belong to the YAML and MDX beside it.
 */
export function defineStory<
  const S extends string,
  const Facts,
  const Derived extends string,
  const Series extends string,
  const Point extends string,
  const Place extends string,
  const Player extends string,
  const Tie extends string,
  const Event extends string,
  const Chart extends string,
  const Correction extends string,
  const View extends string,
>(story: {
  published: PartialDate
  updated: PartialDate
  sources: Record<S, SourceOf<NoInfer<S>>>
  facts: { [Fact in keyof Facts]: FactOf<NoInfer<S>, Facts[Fact]> }
  derived?: Record<Derived, DerivationOf<NoInfer<Names<Facts> | Point | Derived>>>
  series: Record<Series, SeriesOf<NoInfer<S>, Point, NoInfer<Player>>>
  places?: Record<Place, { latitude: number; longitude: number }>
  players?: Record<Player, PlayerOf<NoInfer<S>, NoInfer<Place>>>
  ties?: Record<Tie, TieOf<NoInfer<S>, NoInfer<Names<Facts> | Point>, NoInfer<Player>>>
  events?: Record<Event, EventOf<NoInfer<S>, NoInfer<Player>>>
  charts: Record<Chart, ChartOf<NoInfer<Names<Facts> | Point | Derived>, NoInfer<Series>, NoInfer<Player>, NoInfer<Event>, View>>
  corrections?: Record<Correction, CorrectionOf<NoInfer<Names<Facts> | Point | Derived>, NoInfer<Chart>>>
}): StoryInput &
  WithIds<{
    figure: Figures<Facts> | Point | Derived
    statement: Exclude<Names<Facts>, Figures<Facts>>
    chart: Chart
    view: View
    player: Player
    source: S
  }> {
  return story as never
}
