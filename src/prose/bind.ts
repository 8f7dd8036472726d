import type { FigureStyle, ProseWords, Unit } from '#language'
import type { Telling } from '#story'
import type { Amount } from './figures/amounts.ts'

/** A fact that prints as an amount does, with the style it prints so in. */
export interface Printed {
  id: string
  style: FigureStyle
}

const styles: readonly FigureStyle[] = ['long', 'short', 'number', 'words']

/** The facts that print as an amount was typed, or that are as much; those that print so stand first. */
export function factsLike({ text, value }: Amount, telling: Telling, words: ProseWords): Printed[] {
  const typed = text.toLowerCase().replaceAll('\u00a0', ' ')
  const exact: Printed[] = []
  const equal: Printed[] = []
  for (const fact of telling.story.facts.values()) {
    if (fact.value === undefined) continue
    const style = styles.find((candidate) => printed(telling, fact.id, candidate) === typed)
    if (style) exact.push({ id: fact.id, style })
    // Small numbers are everywhere: that a fact is as much says nothing.
    else if (value !== undefined && fact.value === value && value > 20 && isOf(fact.unit, text, words))
      equal.push({ id: fact.id, style: 'long' })
  }
  return [...exact, ...equal]
}

function printed(telling: Telling, id: string, style: FigureStyle): string | undefined {
  try {
    const text = telling.print(id, style).toLowerCase()
    return telling.story.facts.get(id)?.approximate === true ? text.replace(/^[^\d]*(?=[$€£\d])/u, '') : text
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Whether an amount may be of a unit: money and shares say that they are, and no other does. */
function isOf(unit: Unit | undefined, text: string, { currencies, percent }: ProseWords): boolean {
  const has = (patterns: readonly string[]): boolean => new RegExp(patterns.join('|'), 'iu').test(text)
  return has(currencies) === (unit === 'USD' || unit === 'IDR') && has(percent) === (unit === 'percent' || unit === 'percentage points')
}

/** A fact as the MDX writes it: `<Fact id="market-2023" as="short" />`. */
export function asComponent({ id, style }: Printed): string {
  return `<Fact id="${id}"${style === 'long' ? '' : ` as="${style}"`} />`
}

/** A fact as the YAML writes it: `{market-2023:short}`. */
export function inBraces({ id, style }: Printed): string {
  return `{${id}${style === 'long' ? '' : `:${style}`}}`
}

/** The first of the facts as they are written, with how many others print so. */
export function offered(facts: readonly Printed[], write: (fact: Printed) => string): string | undefined {
  const [first, ...others] = facts
  if (!first) return undefined
  const also = others.slice(0, 2).map(({ id }) => `"${id}"`)
  if (others.length > 2) also.push(`${String(others.length - 2)} more`)
  return `${write(first)}${also.length > 0 ? ` (or ${also.join(', ')})` : ''}`
}
