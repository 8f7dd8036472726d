/** What the page fetches of each chart, as a newsroom's would: numbers, names and colours, and nothing that is drawn. */

export interface Point {
  year: number
  edition: string
  value: number
  kind: string
  /** The figure as text. */
  text: string
}

export interface Growth {
  form: 'growth'
  id: string
  /** The edition told. */
  edition: string
  points: Point[]
  note: string
}

export interface Record {
  form: 'record'
  id: string
  says: (Point & { before?: number })[]
}

export interface Counts {
  form: 'counts'
  id: string
  /** How many a dot stands for. */
  dot: number
  fields: { text: string; label: string; note: string; colour: string; count: number; whole: number }[]
}

export interface Volumes {
  form: 'volumes'
  id: string
  amounts: { label: string; scope: string; value: number; text: string; kind: string; colour: string }[]
  second: number
  secondNote: string
  minuteNote: string
}

export interface Shares {
  form: 'shares'
  id: string
  lines: { name: string; colour: string; points: Point[] }[]
}

export interface Players {
  form: 'players'
  id: string
  width: number
  height: number
  states: {
    title: string
    members: { name: string; x: number; y: number; r: number; colour: string; hollow: boolean }[]
    ties: { kind: string; text: string; x1: number; y1: number; x2: number; y2: number; colour: string }[]
  }[]
}

export interface Places {
  form: 'places'
  id: string
  regions: { seats: { place: string; player: string; longitude: number; latitude: number; colour: string }[] }[]
  unverified: string
}

export interface Timeline {
  form: 'timeline'
  id: string
  groups: string[]
  events: { group: string; day: string; days: string; text: string }[]
}

export type Chart = Growth | Record | Counts | Volumes | Shares | Players | Places | Timeline

/** Draws a chart as wide as its place on the page, in pixels. */
export type Draw<Form extends Chart['form']> = (chart: Extract<Chart, { form: Form }>, width: number) => Element | Promise<Element>

export const ink = 'var(--color-ink)'
export const muted = 'var(--color-muted)'
export const accent = 'var(--color-accent)'
export const context = 'var(--color-context)'

/** What all drawings share. */
export const style = { fontFamily: 'var(--font-sans)', fontSize: '13px', overflow: 'visible' } as const
