import { changeIn, comparisonWords, sizeIn } from '#language'
import { DerivationError, ratio, revision } from './derive.ts'
import type { Input } from './derive.ts'
import { numberOf } from './story.ts'
import type { Story } from './story.ts'
import type { Telling } from './telling.ts'

/** How two facts are set against each other: `size` as in "A is more than twice B", `change` as in "from A to B it fell by a third". */
export const comparisons = ['size', 'change'] as const
export type Comparison = (typeof comparisons)[number]

/**
 * Says in words how two facts relate, chosen from their values as they stand.
 *
 * @throws DerivationError they cannot be compared: units or editions that do not go together, a range, a statement, an amount not above zero
 */
export function compareFacts({ story, language }: Telling, a: string, b: string, as: Comparison = 'size'): string {
  const [first, second] = [inputOf(story, a), inputOf(story, b)]
  for (const { id, value } of [first, second])
    if (value <= 0) throw new DerivationError(`"${id}" is ${String(value)}; expected amounts above zero to compare`)
  // What two editions say of one period is a revision, which may be told as a change; else editions do not mix.
  const isRevision =
    first.edition !== second.edition && first.series !== undefined && first.series === second.series && first.period === second.period
  if (isRevision && as === 'change') revision(first, second)
  else if (!isRevision) ratio(first, second)
  const words = comparisonWords(language.tag)
  return as === 'size' ? sizeIn(words, first.value / second.value) : changeIn(words, second.value / first.value)
}

function inputOf(story: Story, id: string): Input {
  try {
    const { value, unit, series, edition, period } = numberOf(story, id)
    return { id, value, unit, series, edition, period }
  } catch (error) {
    if (error instanceof TypeError) throw new DerivationError(`"${id}" is not one number; expected facts with a single number to compare`)
    throw error
  }
}
