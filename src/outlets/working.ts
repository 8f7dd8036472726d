import { daysOf } from '#language'
import { formulaOf } from '#story'
import type { Derivation, Telling } from '#story'

/** How a fact was worked out, down to what sources say. */
export interface Working {
  /** In a sentence without a full stop. */
  words: string
  /** Its formula with figures in place of names, in pieces: text, and the facts whose figures stand there. */
  formula: readonly (string | { fact: string; figure: string })[]
  inputs: readonly WorkingInput[]
}

export interface WorkingInput {
  fact: string
  /** How this was worked out in its turn. */
  working?: Working
}

/**
 * The working of a fact, or nothing where it is what a source says.
 *
 * @throws RangeError an unknown fact
 */
export function workingOf(telling: Telling, id: string): Working | undefined {
  const { facts } = telling.story
  const fact = facts.get(id)
  if (!fact) throw new RangeError(`unknown fact ${id}`)
  const { derivation } = fact
  if (!derivation) return undefined
  const { text, inputs } = formulaOf(derivation, facts)
  return {
    words: inWords(telling, derivation),
    formula: text
      .split(/([a-z]+\d*)/)
      .filter((piece) => piece !== '')
      .map((piece) => {
        const input = inputs.find(({ name }) => name === piece)
        return input ? { fact: input.fact, figure: telling.print(input.fact, 'short') } : setOut(piece, telling)
      }),
    inputs: inputs.map((input) => {
      const working = workingOf(telling, input.fact)
      return { fact: input.fact, ...(working && { working }) }
    }),
  }
}

/** Operators and numbers as print has them. */
function setOut(text: string, { language }: Telling): string {
  return text
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
    .replaceAll('-', '\u2212')
    .replaceAll(/\d+/g, (digits) => new Intl.NumberFormat(language.locale).format(Number(digits)))
}

function inWords({ story, language, print }: Telling, derivation: Derivation): string {
  const { methods, assumed } = language.ledger
  const yearOf = (id: string): number => Number(story.facts.get(id)?.period.slice(0, 4))
  switch (derivation.method) {
    case 'share': {
      const words = methods.share(print(derivation.part), print(derivation.whole))
      return derivation.assume ? `${words}, ${assumed}` : words
    }
    case 'sum':
      return methods.sum(new Intl.ListFormat(language.locale).format(derivation.of.map((id) => print(id))))
    case 'compoundGrowth':
      return methods.compoundGrowth(print(derivation.from), print(derivation.to), yearOf(derivation.to) - yearOf(derivation.from))
    case 'ratio':
    case 'difference':
    case 'revision':
      return methods[derivation.method](print(derivation.from), print(derivation.to))
    case 'perDay':
      return methods.perDay(print(derivation.of), daysOf(story.facts.get(derivation.of)?.period ?? '').count)
    case 'perSecond':
    case 'perYear':
      return methods[derivation.method](print(derivation.of))
  }
}
