import type { FigureStyle } from '#language'
import { nearest, unknown } from './nearest.ts'

const styles: readonly string[] = ['short', 'long', 'number', 'words'] satisfies FigureStyle[]
const brace = /\{([^{}]*)\}/g

/**
 * Replaces every `{fact}` and `{fact:style}` of a text by the printed figure.
 *
 * @throws BraceError a fact or a style nobody knows, a fact that cannot be printed so, an empty pair of braces, a brace without its partner
 */
export function fillBraces(
  text: string,
  facts: { has: (id: string) => boolean; keys: () => Iterable<string> },
  print: (id: string, style: FigureStyle) => string,
): string {
  const filled = text.replaceAll(brace, (found, inner: string, index: number) => {
    try {
      return fill(inner)
    } catch (error) {
      throw error instanceof RangeError ? new BraceError(error.message, found, index) : error
    }
  })
  const stray = text.replaceAll(brace, (found) => ' '.repeat(found.length)).search(/[{}]/)
  if (stray >= 0) {
    const partner = text.charAt(stray)
    throw new BraceError(`a brace "${partner}" without its partner; write a fact as {market-2023}`, partner, stray)
  }
  return filled

  function fill(inner: string): string {
    const [id = '', ...rest] = inner.split(':').map((part) => part.trim())
    const style = rest.length === 0 ? 'long' : rest.join(':')
    if (!facts.has(id)) throw new RangeError(unknown('fact', id, facts.keys()))
    if (!isStyle(style)) {
      const near = nearest(style, styles)
      throw new RangeError(
        `unknown style "${style}" in {${inner}}; ${near ? `did you mean "${near}"?` : `expected one of ${styles.join(', ')}`}`,
      )
    }
    return print(id, style)
  }
}

/** Braces that cannot be filled. */
export class BraceError extends RangeError {
  override name = 'BraceError'
  /** What is wrong as it stands in the text. */
  readonly braces: string
  /** Where it stands in the text. */
  readonly index: number

  constructor(message: string, braces: string, index: number) {
    super(message)
    this.braces = braces
    this.index = index
  }
}

function isStyle(word: string): word is FigureStyle {
  return styles.includes(word)
}
