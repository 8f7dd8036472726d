import type { ProseNode } from './tree.ts'
import { isElement, propOf, walk } from './tree.ts'

/** Where the prose cites a fact: in a section, and in which of its steps. */
export interface Citation {
  fact: string
  section: string
  /** A step, by the chart it is told beside and the view that it shows. */
  step?: { chart: string; view: string }
}

/** What a story's words use, in the order they use it. */
export interface Outline {
  sections: { id: string; title: string }[]
  /** Facts and statements, each once, with the section that first uses them. */
  facts: { id: string; section: string }[]
  /** Each place that cites a fact, as often as it does. */
  citations: Citation[]
  charts: string[]
  /** The section that first shows each chart. */
  chartSections: Record<string, string>
  sources: string[]
  words: number
}

export function outlineOf(tree: ProseNode): Outline {
  const outline: Outline = { sections: [], facts: [], citations: [], charts: [], chartSections: {}, sources: [], words: 0 }
  let section = ''
  for (const { node, ancestors } of walk(tree)) {
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
        cite(id, ancestors)
        break
      case 'Claim':
        cite(id, ancestors)
        break
      case 'Compare':
        outline.words += 3
        for (const side of ['a', 'b']) cite(propOf(node, side) ?? '', ancestors)
        break
      case 'Player':
        outline.words += 1
        break
      case 'Chart':
        show(id)
        break
      case 'Scrolly':
        show(propOf(node, 'chart') ?? '')
        break
      case 'Source':
        if (!outline.sources.includes(id)) outline.sources.push(id)
        break
    }
  }
  return outline

  function cite(fact: string, ancestors: readonly ProseNode[]): void {
    if (!outline.facts.some(({ id }) => id === fact)) outline.facts.push({ id: fact, section })
    const named = (name: string): ProseNode | undefined => ancestors.findLast((node) => node.name === name)
    const [step, scrolly] = [named('Step'), named('Scrolly')]
    const place = step && scrolly && { chart: propOf(scrolly, 'chart') ?? '', view: propOf(step, 'view') ?? '' }
    outline.citations.push({ fact, section, ...(place && { step: place }) })
  }

  function show(chart: string): void {
    outline.charts.push(chart)
    outline.chartSections[chart] ??= section
  }
}
