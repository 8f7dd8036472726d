import { daysOf } from '#language'
import { inputsOf } from './derive.ts'
import type { Derivation } from './schema.ts'
import type { Fact } from './story.ts'

/** A derivation written out, for whoever wants to work it out again. */
export interface Formula {
  /** Arithmetic over the names of the inputs: `+ - * / ^`, brackets and numbers, such as `((to / from) ^ (1 / 7) - 1) * 100`. */
  text: string
  /** What each name stands for, in the order the formula has them. */
  inputs: readonly { name: string; fact: string }[]
}

/**
 * The formula of a derivation whose inputs are known.
 *
 * @throws RangeError an input that is not among the facts
 */
export function formulaOf(derivation: Derivation, facts: ReadonlyMap<string, Fact>): Formula {
  const ids = inputsOf(derivation)
  const named = (...names: string[]): Formula['inputs'] => ids.map((fact, index) => ({ name: names[index] ?? '', fact }))
  const periodOf = (id: string): string => {
    const fact = facts.get(id)
    if (!fact) throw new RangeError(`unknown fact ${id}`)
    return fact.period
  }
  switch (derivation.method) {
    case 'ratio':
      return { text: 'to / from', inputs: named('from', 'to') }
    case 'compoundGrowth': {
      const [from, to] = [derivation.from, derivation.to].map((id) => Number(periodOf(id).slice(0, 4))) as [number, number]
      return { text: `((to / from) ^ (1 / ${String(to - from)}) - 1) * 100`, inputs: named('from', 'to') }
    }
    case 'difference':
    case 'revision':
      return { text: 'to - from', inputs: named('from', 'to') }
    case 'share':
      return { text: '(part / whole) * 100', inputs: named('part', 'whole') }
    case 'sum': {
      const names = ids.map((_, index) => `part${String(index + 1)}`)
      return { text: names.join(' + '), inputs: named(...names) }
    }
    case 'perSecond':
      return { text: 'daily / 86400', inputs: named('daily') }
    case 'perDay':
      return { text: `amount / ${String(daysOf(periodOf(derivation.of)).count)}`, inputs: named('amount') }
    case 'perYear':
      return { text: 'daily * 365', inputs: named('daily') }
  }
}
