import { resolveValue } from './colour.ts'
import type { Theme } from './colour.ts'
import { painted } from './rules.ts'
import type { Rule } from './rules.ts'

/** Properties by name. */
export type Style = ReadonlyMap<string, string>

const inherited = painted.filter((property) => property !== 'opacity')

/**
 * The look of every element of a document in a theme.
 *
 * @param rules the weakest first
 * @returns for an element, what it says itself (`own`) and what holds of it (`whole`, with what it inherits), colours as `#rrggbb`
 * @throws RangeError a value that only a browser could work out
 */
export function paint(document: Document, rules: readonly Rule[], theme: Theme): (element: Element) => { own: Style; whole: Style } {
  const declared = new Map<Element, Map<string, string>>()
  for (const { selector, declarations } of rules)
    for (const element of document.querySelectorAll(selector)) {
      const style = declared.get(element) ?? new Map<string, string>()
      for (const [property, value] of declarations) style.set(property, value)
      declared.set(element, style)
    }

  const looks = new Map<Element, { own: Style; whole: Style }>()
  return function look(element) {
    const known = looks.get(element)
    if (known) return known
    const parent: Style = element.parentElement ? look(element.parentElement).whole : new Map()
    const said = new Map([...attributesOf(element), ...(declared.get(element) ?? [])])
    const properties = new Map([...parent].filter(([name]) => name.startsWith('--')))
    for (const [name, value] of said) if (name.startsWith('--')) properties.set(name, resolveValue(value, properties, theme))
    const style = new Map<string, string>()
    for (const [name, value] of said)
      if (!name.startsWith('--')) style.set(name, resolveValue(value.replace(/currentcolor/i, 'var(--color-ink)'), properties, theme))
    const passed = [...parent].filter(([name]) => inherited.includes(name))
    const result = { own: style, whole: new Map([...passed, ...properties, ...style]) }
    looks.set(element, result)
    return result
  }
}

/** What an element says itself, which a stylesheet overrules. */
function attributesOf(element: Element): [string, string][] {
  return painted.flatMap((name) => {
    const value = element.getAttribute(name)
    return value === null || value === 'inherit' ? [] : [[name, value]]
  })
}

/** The colours of a theme by their roles, `ink` or `series-1`. */
export function palette(document: Document, rules: readonly Rule[], theme: Theme): (role: string) => string {
  const { whole } = paint(document, rules, theme)(document.documentElement)
  return (role) => {
    const colour = whole.get(`--color-${role}`)
    if (colour === undefined) throw new RangeError(`unknown colour "${role}"`)
    return colour
  }
}
