import { formatDate, formatFigure } from '#language'
import type { FigureStyle, InterfaceWords } from '#language'
import { BraceError, fillBraces } from './braces.ts'
import type { Problem } from './problem.ts'
import { numberOf } from './story.ts'
import type { Fact, Story } from './story.ts'
import type { Words, WordsFile } from './words.ts'

/** A story in one language: its data, its words with every figure filled in, and the way this language prints them. */
export interface Telling {
  story: Story
  language: InterfaceWords
  words: Words
  /** A fact's figure as text. */
  print: (id: string, style?: FigureStyle) => string
  /** What a fact measures: its own name, or its series, period and edition. */
  nameFact: (id: string) => string
  /** Every fact that the words hold in braces. */
  braced: readonly Braced[]
}

/** A fact in braces, with the keys that lead to the words it stands in, such as `['charts', 'market-growth', 'title']`. */
export interface Braced {
  fact: string
  path: readonly string[]
}

/** Puts a story and the words of one language together, or says which words name facts that are not there. */
export function tell(
  story: Story,
  { file, words, locate }: WordsFile,
  language: InterfaceWords,
): { telling: Telling } | { problems: Problem[] } {
  const problems: Problem[] = []
  const braced: Braced[] = []

  function print(id: string, style: FigureStyle = 'long'): string {
    const fact = story.facts.get(id)
    if (fact?.value === undefined || fact.unit === undefined) throw new RangeError(`"${id}" is a statement; it has no figure to print`)
    const { value, unit, approximate, digits } = fact
    return formatFigure({ value, unit, approximate, digits }, language, style)
  }

  function fill<T>(value: T, path: PropertyKey[]): T
  function fill(value: unknown, path: PropertyKey[]): unknown {
    if (typeof value === 'string') {
      try {
        return fillBraces(value, story.facts, (id, style) => {
          braced.push({ fact: id, path: path.map(String) })
          return print(id, style)
        })
      } catch (error) {
        if (!(error instanceof BraceError)) throw error
        problems.push({ file, ...locate(path, { within: error.braces, after: value.slice(0, error.index) }), message: error.message })
        return value
      }
    }
    return Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([key, inner]) => [key, fill(inner, [...path, key])]))
  }

  const filled = fill(words, [])
  if (problems.length > 0) return { problems }

  function nameFact(id: string): string {
    const own = filled.facts[id]
    if (own !== undefined) return own
    const fact: Fact | undefined = story.facts.get(id)
    if (fact?.series === undefined) throw new RangeError(`unknown fact ${id}`)
    const { period, edition } = numberOf(story, id)
    const parts = [
      filled.series[fact.series],
      formatDate(period, language),
      edition === undefined ? undefined : language.site.edition(edition),
    ]
    return parts.filter((part) => part !== undefined).join(', ')
  }
  return { telling: { story, language, words: filled, print, nameFact, braced } }
}
