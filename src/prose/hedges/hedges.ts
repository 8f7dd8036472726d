import { proseWords } from '#language'
import type { ProseWords } from '#language'
import type { Problem, Telling } from '#story'
import { passagesOf } from '../passages.ts'
import { describeDoubt, doubtOf } from './sureness.ts'
import type { Doubt } from './sureness.ts'
import type { ProseNode } from '../tree.ts'
import { propOf, walk } from '../tree.ts'

/** Components that print a fact. */
const hedged: readonly string[] = ['Fact', 'Claim', 'Compare']

/** The claimed, forecast and estimated facts of a story's MDX, and those worked out from such, whose sentence does not say so. */
export function unhedged(file: string, source: string, tree: ProseNode, telling: Telling): Problem[] {
  const words = proseWords(telling.language.tag)
  const says = attributionIn(words)
  const problems: Problem[] = []
  for (const { text, elements } of passagesOf(source, tree)) {
    if (elements.length === 0) continue
    // A line that ends in the file ends no sentence.
    const sentences = [...new Intl.Segmenter(words.locale, { granularity: 'sentence' }).segment(text.replaceAll('\n', ' '))]
    for (const { node, index, end } of elements) {
      if (!hedged.includes(node.name ?? '') || isPlain(node)) continue
      const id = factsOf(node).find((fact) => doubtOf(telling.story, fact))
      const doubt = id === undefined ? undefined : doubtOf(telling.story, id)
      if (id === undefined || doubt === undefined) continue
      // A claim may run over several sentences: each of its own counts.
      const round = sentences.filter(
        (sentence) => sentence.index < Math.max(end, index + 1) && sentence.index + sentence.segment.length > index,
      )
      if (round.some(({ segment }) => says.test(segment))) continue
      const { line = 1, column = 1 } = node.position?.start ?? {}
      problems.push({
        file,
        line,
        column,
        message: `${describeDoubt(id, doubt)}, and its sentence does not say so; expected a word such as ${examplesOf(telling.language.tag, doubt)} in it, or <${node.name ?? ''} … plain${node.name === 'Claim' ? '>' : ' />'} if the words round it do`,
      })
    }
  }
  return problems
}

/** Words of a language that say of a figure how sure it is: `"forecast" or "expected"`. */
export function examplesOf(tag: string, { kind }: Doubt): string {
  return proseWords(tag)
    .examples[kind].map((word) => `"${word}"`)
    .join(' or ')
}

/** A fact of which its writer says that the words round it tell how sure it is. */
export interface PlainFact extends Omit<Problem, 'message'> {
  id: string
  /** Why, where it was said. */
  why?: string
}

/** The facts that are let stand without a word of attribution. */
export function plainFacts(file: string, tree: ProseNode): PlainFact[] {
  return [...walk(tree)]
    .filter(({ node }) => hedged.includes(node.name ?? '') && isPlain(node))
    .map(({ node }) => ({
      file,
      line: node.position?.start.line ?? 1,
      column: node.position?.start.column ?? 1,
      id: factsOf(node).join(', '),
    }))
}

function factsOf(node: ProseNode): string[] {
  return ['id', 'a', 'b'].flatMap((name) => propOf(node, name) ?? [])
}

function isPlain(node: ProseNode): boolean {
  return node.attributes?.some(({ name }) => name === 'plain') ?? false
}

/** The words by which a sentence of a language says whose a figure is, or that it is no measure. */
export function attributionIn({ attribution: listed }: ProseWords): RegExp {
  const any = listed.map((phrase) => phrase.replaceAll(' … ', ' (?:[^.!?]* )?')).join('|')
  return new RegExp(`(?<!\\p{L})(?:${any})(?!\\p{L})`, 'iu')
}
