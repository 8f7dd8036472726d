import type { FigureStyle } from '#language'
import type { Comparison, Ids } from '#story'

type Component<Props> = (props: Props) => unknown

/** Words of the story stand between its tags; that they do is for the checks, since MDX hands none to the types. */
interface Wrapping {
  children?: unknown
}

/**
 * What the MDX may use, for editors that speak MDX: they offer ids and underline wrong ones. The checks know the same by
 * `components`, and more: which views a chart has, and where each component may stand.
 */
export interface Provided<I extends Ids> {
  Fact: Component<{ id: I['figure']; as?: FigureStyle; plain?: true }>
  Claim: Component<{ id: I['statement']; plain?: true } & Wrapping>
  Chart: Component<{ id: I['chart']; view?: I['view'] }>
  Scrolly: Component<{ chart: I['chart'] } & Wrapping>
  Step: Component<{ view: I['view'] } & Wrapping>
  Section: Component<{ id: string; title: string } & Wrapping>
  Player: Component<{ id: I['player'] }>
  Source: Component<{ id: I['source'] }>
  Aside: Component<{ title: string } & Wrapping>
  Compare: Component<{ a: I['figure']; b: I['figure']; as?: Comparison; plain?: true }>
  Figure: Component<{ why: string } & Wrapping>
}
