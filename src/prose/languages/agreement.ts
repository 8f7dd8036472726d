import type { Problem, Story, WordsFile } from '#story'
import { settle } from './differs.ts'
import type { Declared } from './differs.ts'
import type { Frontmatter } from '../frontmatter.ts'
import { mentionsOf } from './mentions.ts'
import { differences } from './parity.ts'
import type { ProseNode } from '../tree.ts'

/** A story's words in one language, as they are compared with those in another. */
export interface Version {
  /** Path of its MDX. */
  file: string
  tree: ProseNode
  frontmatter: Frontmatter
  /** Those of its charts, where they can be read. */
  words: WordsFile | undefined
}

/** Where a language says something else than the story's first, and where it says that it does. */
export function checkAgreement(
  story: Story,
  first: Version,
  other: Version,
): { problems: Problem[]; declared: Declared[]; idle: Problem[] } {
  const [from, to] = [first, other].map(({ file, tree }) => mentionsOf(file, tree)) as [
    ReturnType<typeof mentionsOf>,
    ReturnType<typeof mentionsOf>,
  ]
  const settled = settle(other.file, other.tree, other.frontmatter, story, [...from, ...to], differences(other.file, from, to))
  return { ...settled, problems: [...settled.problems, ...unnamed(first.words, other.words)] }
}

/** Points of a series go by the name of their series unless the words name them; one that has a name in a language has it in all. */
function unnamed(first: WordsFile | undefined, other: WordsFile | undefined): Problem[] {
  if (!first || !other) return []
  return Object.keys(first.words.facts)
    .filter((id) => other.words.facts[id] === undefined)
    .map((id) => {
      const { line, column } = first.locate(['facts', id], { named: true })
      return {
        file: other.file,
        ...other.locate(['facts']),
        message: `no words for fact "${id}", which ${first.file.replace(/.*\//, '')}:${String(line)}:${String(column)} has; expected a line "${id}:" under "facts:"`,
      }
    })
}
