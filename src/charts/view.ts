import type { View } from '#story'
import type { Mark } from './contract.ts'

/** Whether a mark is in a view: every key of the view that the mark has a value for names that value. */
export function isInView(mark: Mark, view: View): boolean {
  return (
    admits(view.facts, mark.fact) &&
    admits(view.series, mark.series) &&
    admits(view.editions, mark.edition) &&
    admits(view.kinds, mark.kind) &&
    admits(view.ties, mark.tie) &&
    admits(view.events, mark.event) &&
    admits(view.groups, mark.group) &&
    admitsAny(view.players, mark.players) &&
    admitsAny(view.states, mark.states)
  )
}

function admits<T>(wanted: readonly T[] | undefined, value: T | undefined): boolean {
  return wanted === undefined || value === undefined || wanted.includes(value)
}

function admitsAny<T>(wanted: readonly T[] | undefined, values: readonly T[] | undefined): boolean {
  return wanted === undefined || values === undefined || values.some((value) => wanted.includes(value))
}
