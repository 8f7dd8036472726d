import type { Load } from './load.ts'
import type { Variant } from './variants.ts'

/** What a page cost in its three ways, each figure the median of its loads. */
export interface Measured {
  page: string
  /** Whether it tells a story, or shows one chart. */
  story: boolean
  loads: Record<Variant, Load>
  /** How far things move where a link leads to a part of it. */
  shiftAtPart: number
  /** Longest time to the next paint by control, in milliseconds. */
  presses: ReadonlyMap<string, number>
}

/** One thing a page promises. */
export interface Target {
  what: string
  figure: number
  most: number
  /** Times are ratios on a machine that has other work to do: they are printed, and only what always measures the same can fail. */
  timed: boolean
}

/** How much longer than the same page without charts it may take until all its charts are drawn. */
const asFastAsText = { story: 1.5, chart: 1.25 }

export function targetsOf({ story, loads: { ours, plain, plot }, shiftAtPart, presses }: Measured): Target[] {
  const target = (what: string, figure: number, most: number, timed = false): Target => ({ what, figure, most, timed })
  return [
    target('all charts drawn ÷ the page without charts', ours.drawn / plain.drawn, story ? asFastAsText.story : asFastAsText.chart, true),
    target('all charts drawn ÷ drawn by Plot in the browser', ours.drawn / plot.drawn, 1 / 2, true),
    target('bytes ÷ drawn by Plot in the browser', ours.bytes / plot.bytes, 1 / 5),
    target('layout shift, loaded and scrolled', ours.shift, 0),
    target('layout shift, opened at a part', shiftAtPart, 0),
    target('total blocking time, ms', ours.blocking, 0, true),
    target('interaction to next paint, ms', Math.max(...presses.values()), 100, true),
  ]
}
