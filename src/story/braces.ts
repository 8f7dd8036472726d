import type { FigureStyle } from '#language'
import { nearest, unknown } from './nearest.ts'

const styles: readonly string[] = ['short', 'long', 'number', 'words'] satisfies FigureStyle[]
const brace = /\{([^{}]*)\}/g

/**
 * Replaces every `{fact}` and `{fact:style}` of a text by the printed figure.
 *
 * @throws RangeError a fact or a style nobody knows, an empty pair of braces, a brace that is not closed
 */
export function fillBraces(
  text: string,
  facts: { has: (id: string) => boolean; keys: () => Iterable<string> },
  print: (id: string, style: FigureStyle) => string,
): string {
  const filled = text.replaceAll(brace, (_, inner: string) => {
    const [id = '', style = 'long', ...rest] = inner.split(':').map((part) => part.trim())
    if (!facts.has(id)) throw new RangeError(unknown('fact', id, facts.keys()))
    if (!isStyle(style) || rest.length > 0) {
      const near = nearest(style, styles)
      throw new RangeError(
        `unknown style "${style}" in {${inner}}; ${near ? `did you mean "${near}"?` : `expected one of ${styles.join(', ')}`}`,
      )
    }
    return print(id, style)
  })
  const stray = /[{}]/.exec(text.replaceAll(brace, ''))
  if (stray) throw new RangeError(`a brace "${stray[0]}" without its partner; write a fact as {market-2023}`)
  return filled
}

function isStyle(word: string): word is FigureStyle {
  return styles.includes(word)
}
