import { parseHTML } from 'linkedom'
import postcss from 'postcss'
import type { ChildNode, Container } from 'postcss'

/**
 * A stylesheet without the rules that a page has no use for: those whose selectors name nothing that stands in its markup, or that its
 * script makes, and custom properties that nothing reads. Layers are taken as written in the order they have.
 *
 * @param css the whole stylesheet
 * @param html the page's body
 * @param script whatever runs in the page; a name that stands in it may come to be
 */
export function pruneStyle(css: string, html: string, script: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const made = new Set(script.match(/[\w-]+/g))
  const sheet = postcss.parse(css)
  sheet.walkRules((rule) => {
    // What stands in another rule is judged with that rule's own selector, and a frame of an animation by none.
    if (rule.parent?.type === 'rule' || (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name === 'keyframes'))
      return
    rule.selectors = rule.selectors.filter((selector) => isWanted(selector, document, made))
    if (rule.selectors.length === 0 || rule.selector === '') rule.remove()
  })
  // In one sheet whose parts stand in their order, layers say nothing more.
  sheet.walkAtRules('layer', (layer) => {
    if (layer.nodes) layer.replaceWith(layer.nodes)
    else layer.remove()
  })
  for (let before = ''; before !== sheet.toString();) {
    before = sheet.toString()
    sheet.walkDecls(/^--/, (declaration) => {
      if (!before.includes(`var(${declaration.prop})`) && !before.includes(`var(${declaration.prop},`) && !html.includes(declaration.prop))
        declaration.remove()
    })
    removeEmpty(sheet)
  }
  return sheet.toString()
}

/** Whether all that a selector names is in the page, or may be made by its script. */
function isWanted(selector: string, document: Document, made: ReadonlySet<string>): boolean {
  const [whole, inside] = /:(?:is|where)\(([^()]*)\)/.exec(selector) ?? []
  if (whole !== undefined && inside !== undefined)
    return inside.split(',').some((each) => isWanted(selector.replace(whole, each.trim()), document, made))
  // What a reader does comes and goes, and what must not be there need not be.
  const still = selector.replaceAll(/:not\((?:[^()]|\([^()]*\))*\)/g, '').replaceAll(/::?[\w-]+(?![\w-]*\()/g, '')
  const names = still.match(/[.#][\w-]+|\[[\w-]+|(?<![\w.#[~^$*|="':-])[a-z][\w-]*(?![\w-]*["'\]=(])/g) ?? []
  return names.every((name) => {
    const bare = name.replace(/^(?:[.#]|\[(?:data-)?)/, '').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    return made.has(bare) || made.has(name.slice(1)) || document.querySelector(name.startsWith('[') ? `${name}]` : name) !== null
  })
}

function removeEmpty(container: Container): void {
  container.each((node: ChildNode) => {
    if (!('nodes' in node) || node.nodes === undefined) return
    removeEmpty(node)
    if (node.nodes.length === 0) node.remove()
  })
}
