import { inputsOf } from '#story'
import type { Story } from '#story'

/** Kinds whose figures are somebody's word, expectation or estimate, not a measure; the least sure first. */
export const unsureKinds = ['claimed', 'forecast', 'estimated'] as const
export type UnsureKind = (typeof unsureKinds)[number]

/** What keeps a fact from being sure. */
export interface Doubt {
  kind: UnsureKind
  /** The fact of that kind: itself, or one that it was worked out from. */
  fact: string
}

/** What keeps a fact from being sure: its kind, or that of the least sure fact it was worked out from. `undefined` for a sure or an unknown one. */
export function doubtOf(story: Story, id: string): Doubt | undefined {
  const fact = story.facts.get(id)
  if (!fact) return undefined
  if (!fact.derivation) {
    const kind = unsureKinds.find((unsure) => unsure === fact.kind)
    return kind && { kind, fact: id }
  }
  const doubts = inputsOf(fact.derivation).flatMap((input) => doubtOf(story, input) ?? [])
  return unsureKinds.flatMap((kind) => doubts.find((doubt) => doubt.kind === kind) ?? [])[0]
}

/** `"growth" rests on "sales-2023", which is forecast` */
export function describeDoubt(id: string, { kind, fact }: Doubt): string {
  return fact === id ? `"${id}" is ${kind}` : `"${id}" rests on "${fact}", which is ${kind}`
}
