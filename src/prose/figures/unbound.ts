import { proseWords } from '#language'
import { readYaml } from '#story'
import type { Problem, Telling, WordsFile } from '#story'
import { amountsIn } from './amounts.ts'
import { asComponent, factsLike, inBraces, offered } from '../bind.ts'
import { misdatedInText, withExpected } from '../dates/dated.ts'
import { namesOf } from '../names.ts'
import { passagesOf, wordsIn } from '../passages.ts'
import { gap } from '../patterns.ts'
import { textsOf } from '../texts.ts'
import type { ProseNode } from '../tree.ts'
import { propOf, walk } from '../tree.ts'

/** A figure that somebody let stand without a source, and why. */
export interface Waiver extends Omit<Problem, 'message'> {
  figure: string
  why: string
}

/** Every figure typed into a story's MDX by hand. */
export function unboundInProse(file: string, source: string, tree: ProseNode, telling: Telling): Problem[] {
  const words = proseWords(telling.language.tag)
  return passagesOf(source, tree).flatMap(({ text, placeAt, prop }) =>
    amountsIn(text, words, namesOf(telling)).map((amount) => {
      const fact = offered(factsLike(amount, telling, words), asComponent)
      const place = placeAt(amount.index)
      if (prop)
        return {
          file,
          ...place,
          message: `unbound figure "${amount.text}" in the ${prop.name} of ${prop.of === 'image' ? 'an image' : `<${prop.of}>`}; expected words without it: no ${fact ?? '<Fact>'} can stand there`,
        }
      return {
        file,
        ...place,
        message: `unbound figure "${amount.text}"; ${fact ? `did you mean ${fact}?` : expectedInProse(amount.text)}`,
      }
    }),
  )
}

function expectedInProse(text: string): string {
  return `expected <Fact id="…" /> with a fact of data.ts, or <Figure why="…">${text}</Figure> if it measures nothing`
}

/** Every figure typed by hand into words that take facts in braces. */
function unboundInText(text: string, telling: Telling): { text: string; index: number; fact: string | undefined }[] {
  const words = proseWords(telling.language.tag)
  const bare = text.replace(/\{[^{}]*\}|\[[^[\]]*\]/g, (found) => gap.repeat(found.length))
  return amountsIn(bare, words, namesOf(telling)).map((amount) => ({
    text: amount.text,
    index: amount.index,
    fact: offered(factsLike(amount, telling, words), inBraces),
  }))
}

/** Places for words that are names, as a company may be called as it likes, and for reasons, which no reader sees. */
const names: readonly string[] = ['players', 'places', 'figures', 'plain']

/**
 * Every figure typed by hand into the words of a story's charts and every date in them that the story does not know, but for those its
 * `figures:` lets stand; and the waivers that were needed and those that were not.
 */
export function unboundInWords(
  { file, words, locate }: WordsFile,
  telling: Telling,
): { problems: Problem[]; waivers: Waiver[]; idle: Problem[] } {
  const problems: Problem[] = []
  const needed = new Map<string, Waiver>()
  for (const { path, text } of textsOf(words)) {
    if (names.includes(String(path[0]))) continue
    for (const { figure, index, message } of faultsIn(path, text, telling)) {
      const place = locate(path, { within: figure, after: text.slice(0, index) })
      const phrase = Object.keys(words.figures).find((candidate) => covers(text, candidate, index, figure.length))
      if (phrase === undefined) problems.push({ file, ...place, message })
      else if (!needed.has(phrase)) needed.set(phrase, { file, ...place, figure: phrase, why: words.figures[phrase] ?? '' })
    }
  }
  const idle = Object.keys(words.figures)
    .filter((phrase) => !needed.has(phrase))
    .map((phrase) => ({
      file,
      ...locate(['figures', phrase], { named: true }),
      message: `a waiver that nothing needs: "${phrase}" stands nowhere as an unbound figure`,
    }))
  return { problems, waivers: [...needed.values()], idle }
}

function faultsIn(path: readonly PropertyKey[], text: string, telling: Telling): { figure: string; index: number; message: string }[] {
  const waiver = (figure: string): string => `a line "${figure}: …" with the reason under "figures:"`
  return [
    ...unboundInText(text, telling).map(({ text: figure, index, fact }) => ({
      figure,
      index,
      message: `unbound figure "${figure}"; ${fact ? `did you mean ${fact}?` : `expected a fact in braces, or ${waiver(figure)}`}`,
    })),
    ...misdatedInText(text, path, telling).map(({ text: figure, index, message }) => ({
      figure,
      index,
      message: withExpected(message, waiver(figure)),
    })),
  ]
}

/** Whether a phrase stands in a text round the figure at that place. */
function covers(text: string, phrase: string, index: number, length: number): boolean {
  for (let found = text.indexOf(phrase); found >= 0; found = text.indexOf(phrase, found + 1))
    if (found <= index && index + length <= found + phrase.length) return true
  return false
}

/** Every figure typed by hand into the front matter, which takes facts in braces. */
export function unboundInFrontmatter(file: string, tree: ProseNode, telling: Telling): Problem[] {
  const node = tree.children?.find(({ type }) => type === 'yaml')
  const yaml = readYaml(node?.value ?? '')
  if (!node || 'fault' in yaml) return []
  const line = node.position?.start.line ?? 1
  // Why languages differ and when they may be read is told to writers, not to readers.
  const texts = [...textsOf(yaml.content)].filter(({ path }) => path[0] !== 'differs' && path[0] !== 'status')
  return texts.flatMap(({ path, text }) =>
    unboundInText(text, telling).map(({ text: figure, index, fact }) => {
      const place = yaml.locate(path, { within: figure, after: text.slice(0, index) })
      const expected = fact ? `did you mean ${fact}?` : 'expected a fact in braces, or words without it'
      return {
        file,
        line: place.line + line,
        column: place.column,
        message: `unbound figure "${figure}" in the ${String(path[0])}; ${expected}`,
      }
    }),
  )
}

/** The figures of a story's MDX that its writer lets stand, each by its name and reason. */
export function waiversIn(file: string, tree: ProseNode): Waiver[] {
  return [...walk(tree)]
    .filter(({ node }) => node.name === 'Figure')
    .map(({ node }) => ({
      file,
      line: node.position?.start.line ?? 1,
      column: node.position?.start.column ?? 1,
      figure: wordsIn(node),
      why: propOf(node, 'why') ?? '',
    }))
}
