import { proseWords } from '#language'
import { readYaml } from '#story'
import type { Problem, Telling, WordsFile } from '#story'
import { attributionIn, examplesOf } from './hedges.ts'
import type { PlainFact } from './hedges.ts'
import { describeDoubt, doubtOf } from './sureness.ts'
import type { Doubt } from './sureness.ts'
import { textsOf } from '../texts.ts'
import type { ProseNode } from '../tree.ts'

const brace = /\{([^{}:]+)(?::[^{}]*)?\}/g

/** The first fact in the braces of a text that is not sure. */
function doubtIn(text: string, { story }: Telling): { id: string; doubt: Doubt; braces: string; index: number } | undefined {
  for (const { 0: braces, 1: inner = '', index } of text.matchAll(brace)) {
    const id = inner.trim()
    const doubt = doubtOf(story, id)
    if (doubt) return { id, doubt, braces, index }
  }
  return undefined
}

/**
 * The sentences of a story's charts that print claimed, forecast or estimated facts, or what was worked out from them, and do not say so; but
 * for those that its `plain:` lets stand, by chart and key (`dots.title`, `dots.notes.later`). Labels and the names of events are marks of
 * the drawing or cells of the table, which show the kind themselves.
 */
export function unhedgedInWords(
  { file, words, locate }: WordsFile,
  telling: Telling,
): { problems: Problem[]; plain: PlainFact[]; idle: Problem[] } {
  const { tag } = telling.language
  const problems: Problem[] = []
  const plain: PlainFact[] = []
  const needed = new Set<string>()
  for (const [chart, { title, dek, alt, notes }] of Object.entries(words.charts))
    for (const { path, text } of textsOf({ title, dek, alt, notes })) {
      const found = doubtIn(text, telling)
      if (!found || attributionIn(proseWords(tag)).test(text.replace(brace, ''))) continue
      const { id, doubt, braces, index } = found
      const key = [chart, ...path.map(String)].join('.')
      const place = { file, ...locate(['charts', chart, ...path], { within: braces, after: text.slice(0, index) }) }
      const why = words.plain[key]
      needed.add(key)
      if (why !== undefined) plain.push({ ...place, id, why })
      else
        problems.push({
          ...place,
          message: `${describeDoubt(id, doubt)}, and these words do not say so; expected a word such as ${examplesOf(tag, doubt)} in them, or a line "${key}: …" with the reason under "plain:"`,
        })
    }
  const idle = Object.keys(words.plain)
    .filter((key) => !needed.has(key))
    .map((key) => ({
      file,
      ...locate(['plain', key], { named: true }),
      message: `a line that nothing needs: "${key}" is no sentence of a chart that leaves out how sure its facts are`,
    }))
  return { problems, plain, idle }
}

/** The sentences of the front matter that print facts of which they do not say that they are claimed, forecast or estimated. */
export function unhedgedInFrontmatter(file: string, tree: ProseNode, telling: Telling): Problem[] {
  const { tag } = telling.language
  const words = proseWords(tag)
  const node = tree.children?.find(({ type }) => type === 'yaml')
  const yaml = readYaml(node?.value ?? '')
  if (!node || 'fault' in yaml) return []
  const line = node.position?.start.line ?? 1
  return textsOf(yaml.content).flatMap(({ path, text }) =>
    [...new Intl.Segmenter(words.locale, { granularity: 'sentence' }).segment(text)].flatMap(({ segment, index }) => {
      const found = doubtIn(segment, telling)
      if (!found || attributionIn(words).test(segment.replace(brace, ''))) return []
      const place = yaml.locate(path, { within: found.braces, after: text.slice(0, index + found.index) })
      const message = `${describeDoubt(found.id, found.doubt)}, and its sentence in the ${String(path[0])} does not say so; expected a word such as ${examplesOf(tag, found.doubt)} in it`
      return { file, line: place.line + line, column: place.column, message }
    }),
  )
}
