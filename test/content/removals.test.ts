import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { checkChartWords } from '#charts'
import { checkProse, unboundInWords, unhedgedInWords } from '#prose'
import { checkNames, parseWords, tell, validateStory } from '#story'
import type { Problem, Story, WordsFile } from '#story'
import { dataFile, dataText, exported, id, languages } from './editions.ts'
import type { Source } from './editions.ts'

type Tree = Record<string, unknown>

/** A copy of a tree of words or data without what stands at a path. */
function without(tree: Tree, [key = '', ...rest]: readonly string[]): Tree {
  const { [key]: found, ...others } = tree
  return rest.length === 0 ? others : { ...tree, [key]: without(found as Tree, rest) }
}

/** What the checks say of the data, and of every language where the data is right. */
function problemsOf(data: Tree): Problem[] {
  const result = validateStory(id, dataFile, dataText, data)
  if ('problems' in result) return result.problems
  return languages.flatMap((language) => [...checksOf(result.story, language, language.words)].flat())
}

/** The checks of one language one after the other, the quick ones first: whoever has found what they look for need not run them all. */
function* checksOf(story: Story, { language, file, mdx, tree }: Source, words: WordsFile): Generator<Problem[]> {
  const names = checkNames(story, words)
  yield names
  const told = tell(story, words, language)
  if ('problems' in told) {
    yield told.problems
    return
  }
  const { telling } = told
  // As the check does: the words of charts can be looked at once everything has a name.
  if (names.length === 0) {
    yield checkChartWords(telling, words)
    yield unhedgedInWords(words, telling).problems
    yield unboundInWords(words, telling).problems
  }
  yield checkProse(file, mdx, tree, telling)
}

const isNamed = (name: string, problems: readonly Problem[]): boolean => problems.some(({ message }) => message.includes(`"${name}"`))

function whole(): Story {
  const result = validateStory(id, dataFile, dataText, exported)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.story
}

const story = whole()

it('the story is without fault while nothing is removed', () => {
  expect(problemsOf(exported)).toEqual([])
})

it('removing any source makes the check fail with a message that names it', { timeout: 60_000 }, () => {
  const sources = Object.keys(exported.sources ?? {})
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.filter((source) => !isNamed(source, problemsOf(without(exported, ['sources', source]))))).toEqual([])
})

it(
  'removing any fact that words, a chart, a tie or another fact names makes the check fail with a message that names it',
  { timeout: 60_000 },
  () => {
    const series = exported.series as Record<string, { points: Tree }>
    const paths = [
      ...Object.keys(exported.facts ?? {}).map((fact) => ['facts', fact]),
      ...Object.keys(exported.derived ?? {}).map((fact) => ['derived', fact]),
      ...Object.entries(series).flatMap(([name, { points }]) => Object.keys(points).map((fact) => ['series', name, 'points', fact])),
    ]
    expect(paths).toHaveLength(story.facts.size)
    const quiet = paths.filter((path) => !isNamed(path.at(-1) ?? '', problemsOf(without(exported, path)))).map((path) => path.at(-1) ?? '')
    // What remains are points that nothing names: they are drawn because their whole series is.
    const naming = [exported.derived, exported.charts, exported.ties].map((part) => JSON.stringify(part))
    const told = [...naming, ...languages.flatMap(({ mdx, yaml }) => [mdx, yaml])].join('\n')
    expect(quiet.filter((fact) => new RegExp(`(?<![\\w-])${fact}(?![\\w-])`).test(told))).toEqual([])
    expect(quiet.length).toBeLessThan(paths.length / 4)
  },
)

describe.each(languages)('removing any line of the words in $tag makes the check fail with a message that names it', (language) => {
  const content = parse(language.yaml) as Tree
  const keysOf = (tree: Tree, path: string[] = []): string[][] =>
    Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[...path, key]] : keysOf(value as Tree, [...path, key])))
  const lines = keysOf(content)

  /** What the check says stage by stage: the schema of the words comes first. */
  function* checksWithout(path: readonly string[]): Generator<Problem[]> {
    const [section, , part] = path
    if (section === 'charts' && ['title', 'dek', 'alt'].includes(part ?? '')) {
      const words = parseWords(language.words.file, stringify(without(content, path)))
      yield 'problems' in words ? words.problems : []
    } else {
      const words = without(language.words.words, path) as typeof language.words.words
      yield* checksOf(story, language, { ...language.words, words })
    }
  }

  /** What a message names a line by: its key; a sentence of a chart by the chart, a waiver by what it waives. */
  function isNamedLine(path: readonly string[], problems: readonly Problem[]): boolean {
    const [section, key = ''] = path
    if (section === 'figures') return problems.some(({ message }) => key.includes(/^unbound figure "([^"]+)"/.exec(message)?.[1] ?? '\n'))
    if (section === 'plain') return problems.some(({ message }) => message.includes(`"${key}: …"`) || message.includes(`a line "${key}:`))
    if (section !== 'charts') return isNamed(key, problems)
    const last = path.at(-1) ?? ''
    return problems.some(({ message }) => message.includes(`"${key}"`) && message.includes(last))
  }

  it('all of them', { timeout: 60_000 }, () => {
    expect(lines.length).toBeGreaterThan(300)
    const silent = lines.filter((path) => {
      for (const problems of checksWithout(path)) if (isNamedLine(path, problems)) return false
      return true
    })
    expect(silent).toEqual([])
  })
})
