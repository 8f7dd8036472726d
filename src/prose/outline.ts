import type { ProseNode } from './tree.ts'
import { isElement, propOf, walk } from './tree.ts'

/** What a story's words use, in the order they use it. */
export interface Outline {
  sections: { id: string; title: string }[]
  /** Facts and statements, each once, with the section that first uses them. */
  facts: { id: string; section: string }[]
  charts: string[]
  sources: string[]
  words: number
}

export function outlineOf(tree: ProseNode): Outline {
  const outline: Outline = { sections: [], facts: [], charts: [], sources: [], words: 0 }
  let section = ''
  for (const { node } of walk(tree)) {
    if (node.type === 'text') outline.words += (node.value?.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []).length
    if (!isElement(node)) continue
    const id = propOf(node, 'id') ?? ''
    switch (node.name) {
      case 'Section':
        section = id
        outline.sections.push({ id, title: propOf(node, 'title') ?? '' })
        break
      case 'Fact':
        outline.words += 1
        if (!outline.facts.some((fact) => fact.id === id)) outline.facts.push({ id, section })
        break
      case 'Claim':
        if (!outline.facts.some((fact) => fact.id === id)) outline.facts.push({ id, section })
        break
      case 'Compare':
        outline.words += 3
        for (const side of ['a', 'b']) {
          const fact = propOf(node, side) ?? ''
          if (!outline.facts.some((known) => known.id === fact)) outline.facts.push({ id: fact, section })
        }
        break
      case 'Player':
        outline.words += 1
        break
      case 'Chart':
        outline.charts.push(id)
        break
      case 'Scrolly':
        outline.charts.push(propOf(node, 'chart') ?? '')
        break
      case 'Source':
        if (!outline.sources.includes(id)) outline.sources.push(id)
        break
    }
  }
  return outline
}
