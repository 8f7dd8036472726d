import type { Kind, TieKind } from '#language'
import type { ChartDeclaration, ChartWords, FormName, Telling } from '#story'

/** The two drawings of every chart. The stylesheet shows one of them by the width of the figure. */
export type Size = 'narrow' | 'wide'

/** What a form draws into. Lengths are pixels of the drawing, which the page shows at 0.875 to 1.25 times. */
export interface Frame {
  size: Size
  width: number
  /** Size of labels; nothing on a drawing is smaller than 0.92 of it. */
  fontSize: number
  document: Document
}

/** One declared chart with its words in one language. */
export interface ChartContext<Name extends FormName = FormName> {
  id: string
  declaration: Extract<ChartDeclaration, { form: Name }>
  telling: Telling
  words: ChartWords
}

/**
 * What a drawn mark stands for, which decides the views it is in. The id is also the id of the mark's row in the table: a fact, a
 * player, a tie or an event.
 */
export interface Mark {
  id: string
  fact?: string
  series?: string
  edition?: string
  kind?: Kind
  /** A mark of several players is in a view that names any of them. */
  players?: readonly string[]
  tie?: TieKind
  event?: string
  group?: string
  /** The states of a map it is part of. */
  states?: readonly string[]
}

export interface Drawing {
  /** Elements that stand for a mark carry its id in `data-mark`; what belongs to several, as a heading does, their ids in `data-marks`. */
  svg: SVGSVGElement
  marks: readonly Mark[]
}

/** A chart's numbers as a reader finds them under it. The first cell of a row is its header. */
export interface Table {
  columns: readonly { head: string; numeric?: boolean }[]
  rows: readonly {
    mark?: string
    cells: readonly string[]
    /** What is said of a mark in place of the head and the cell of a column, where the two make no sentence; nothing where it is empty. */
    said?: readonly (string | undefined)[]
    /** Ids of the sources it rests on. They stand in a last column. */
    sources?: readonly string[]
    /** What the form's own behaviour goes by, by the names of data attributes. */
    data?: Readonly<Record<string, string>>
  }[]
}

/** What a form's own behaviour in a reader's browser goes by, since it knows neither the data nor the words. */
export interface Play {
  /** Words and numbers by the name of the data attribute that brings them on the figure. */
  data: Readonly<Record<string, string>>
  /** What the button says that starts it, where it waits to be asked. */
  start?: string
}

/**
 * One way to draw. A form knows no story: all it draws comes from the declaration and the telling, and the same input gives the same
 * bytes.
 */
export interface Form<Name extends FormName = FormName> {
  /** Keys the words of such a chart must have under `labels` and `notes`. */
  wants: (context: ChartContext<Name>) => { labels?: readonly string[]; notes?: readonly string[] }
  draw: (context: ChartContext<Name>, frame: Frame) => Drawing
  table: (context: ChartContext<Name>) => Table
  /** Ids of the facts on the drawing and in the table; the source line is computed from them. */
  facts: (context: ChartContext<Name>) => readonly string[]
  /** Ids of the sources it rests on beside those of its facts. */
  sources?: (context: ChartContext<Name>) => readonly string[]
  play?: (context: ChartContext<Name>) => Play | undefined
}
