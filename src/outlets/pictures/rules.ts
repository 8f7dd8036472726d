import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'postcss'
import type { AnyNode, Container } from 'postcss'
import { specificity } from './specificity.ts'

/** The stylesheets that a drawing's looks come from, in the order a page has them. */
const sheets = ['tokens.css', 'chart.css', 'growth.css', 'volumes.css', 'counts.css', 'timeline.css', 'players.css']

/** What of a stylesheet an SVG can say in attributes; a page has the rest to itself. */
export const painted: readonly string[] = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'visibility',
  'font-size',
  'font-weight',
  'text-anchor',
]

/** One selector with what it declares, custom properties too. */
export interface Rule {
  selector: string
  declarations: readonly (readonly [property: string, value: string])[]
}

/**
 * The rules that can say how a drawing looks, the weakest first: what is only so for a medium, a width or a state is left out, for a
 * picture has none.
 *
 * @param root the project's folder
 */
export function readRules(root: string): readonly Rule[] {
  const css = sheets.map((sheet) => readFileSync(path.join(root, 'src', 'styles', sheet), 'utf8')).join('\n')
  if (read?.css !== css) read = { css, rules: rulesOf(css) }
  return read.rules
}

/** What was read last: a build asks for every picture, and the stylesheet is the same for all. */
let read: { css: string; rules: readonly Rule[] } | undefined

/** The rules of a stylesheet that can say how a drawing looks, the weakest first. */
export function rulesOf(css: string): Rule[] {
  return collect(parse(css), undefined, false)
    .map((rule) => ({ ...rule, weight: specificity(rule.selector) }))
    .sort((a, b) => Number(b.layered) - Number(a.layered) || a.weight - b.weight)
    .map(({ selector, declarations }) => ({ selector, declarations }))
}

function collect(container: Container<AnyNode>, parent: string | undefined, layered: boolean): (Rule & { layered: boolean })[] {
  return (container.nodes ?? []).flatMap((node) => {
    if (node.type === 'atrule') return node.name === 'layer' ? collect(node, parent, true) : []
    if (node.type !== 'rule') return []
    const declarations = node.nodes.flatMap((inner) =>
      inner.type === 'decl' && (painted.includes(inner.prop) || inner.prop.startsWith('--'))
        ? [[inner.prop, inner.value.trim()] as const]
        : [],
    )
    return node.selectors.flatMap((written) => {
      const selector = nest(written, parent)
      const own = declarations.length > 0 && !isState(selector) ? [{ selector, declarations, layered }] : []
      return [...own, ...collect(node, selector, layered)]
    })
  })
}

function nest(selector: string, parent: string | undefined): string {
  if (parent === undefined) return selector
  return selector.includes('&') ? selector.replaceAll('&', `:is(${parent})`) : `:is(${parent}) ${selector}`
}

/** Whether a selector speaks of what a reader does, or of a box that is no element. */
function isState(selector: string): boolean {
  return /::|:(?:hover|active|focus|target|checked|placeholder)/.test(selector)
}
