import type { Problem } from '#story'
import type { ProseNode } from '../tree.ts'
import { isElement, propOf, walk } from '../tree.ts'

/** What languages are compared by, as the front matter names it where they differ. */
export const mentionKinds = ['section', 'chart', 'step', 'fact', 'claim', 'comparison'] as const
export type MentionKind = (typeof mentionKinds)[number]

/** A place where a story's words use something that every language has: a part of the story, a chart, a fact. */
export interface Mention {
  kind: MentionKind
  /** A step's is its address, `market/2030`; a comparison's are the ids of its two facts. */
  id: string
  /** The view that a chart is placed with. */
  view?: string | undefined
  /** Id of the section round it; empty where there is none. */
  section: string
  /** The chart told by steps, or the step of it, in which it stands. */
  holder?: Mention | undefined
  /** Those of one paragraph may come in any order. */
  paragraph: number
  place: Required<Omit<Problem, 'message'>>
}

/** What a mention is of, as messages say it. */
export function nameOfMention({ kind, id }: Pick<Mention, 'kind' | 'id'>): string {
  return `${kind} "${id}"`
}

const kindOf: Readonly<Record<string, MentionKind>> = {
  Section: 'section',
  Chart: 'chart',
  Scrolly: 'chart',
  Step: 'step',
  Fact: 'fact',
  Claim: 'claim',
  Compare: 'comparison',
}
const paragraphs: readonly string[] = ['paragraph', 'heading', 'tableCell']
const inline: readonly (MentionKind | undefined)[] = ['fact', 'claim', 'comparison']

/** Every mention of a story's MDX in the order of the text. What one paragraph says twice is mentioned once. */
export function mentionsOf(file: string, tree: ProseNode): Mention[] {
  const mentions: Mention[] = []
  const made = new Map<ProseNode, Mention>()
  const numbers = new Map<ProseNode, number>()
  for (const { node, ancestors } of walk(tree)) {
    if (!isElement(node)) continue
    const kind = kindOf[node.name]
    if (!kind) continue
    const section = ancestors.findLast(({ name }) => name === 'Section')
    const holder = ancestors.findLast(({ name }) => name === 'Scrolly' || name === 'Step')
    const round = [...ancestors, node]
    const block = round.find((each) => paragraphs.includes(each.type) || inline.includes(kindOf[each.name ?? ''])) ?? node
    if (!numbers.has(block)) numbers.set(block, numbers.size)
    const sectionId = (section && propOf(section, 'id')) ?? ''
    const { line = 1, column = 1 } = node.position?.start ?? {}
    const mention: Mention = {
      kind,
      id: idOf(node, sectionId),
      view: node.name === 'Chart' ? propOf(node, 'view') : undefined,
      section: sectionId,
      holder: holder && made.get(holder),
      paragraph: numbers.get(block) ?? 0,
      place: { file, line, column },
    }
    made.set(node, mention)
    const said = mentions.some((other) => other.paragraph === mention.paragraph && other.kind === kind && other.id === mention.id)
    if (!said) mentions.push(mention)
  }
  return mentions
}

function idOf(node: ProseNode & { name: string }, section: string): string {
  const prop = (name: string): string => propOf(node, name) ?? ''
  switch (node.name) {
    case 'Scrolly':
      return prop('chart')
    case 'Step':
      return `${section}/${prop('view')}`
    case 'Compare':
      return `${prop('a')} ${prop('b')}`
    default:
      return prop('id')
  }
}
