import { interfaceWords } from '#language'
import { parseProse } from '#prose'
import type { ProseNode } from '#prose'
import { formatProblem, parseWords, tell } from '#story'
import type { InterfaceWords } from '#language'
import type { Problem, Telling } from '#story'
import { replaceIn, tiny, tinyWords, validate } from '../story/tiny.ts'

/** The small story told in one language, with a company whose name is a number. */
export async function tellTiny(tag = 'en'): Promise<Telling> {
  const { story, problems } = await validate(tiny)
  const words = parseWords('en.yaml', replaceIn(tinyWords, 'owner: Owner', 'owner: 99 Ranch'))
  if (!story || 'problems' in words) throw new Error(problems.join('\n'))
  // The interface speaks English only; its words make no difference to what is checked here.
  const language: InterfaceWords = { ...interfaceWords('en'), tag }
  const told = tell(story, words, language)
  if ('problems' in told) throw new Error(told.problems.map(formatProblem).join('\n'))
  return told.telling
}

/** What a check says of a piece of MDX, as `LINE:COLUMN MESSAGE`. */
export function problemsIn(text: string, check: (file: string, source: string, tree: ProseNode) => Problem[]): string[] {
  const parsed = parseProse('en.mdx', text)
  if ('problems' in parsed) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  return check('en.mdx', text, parsed.tree).map((problem) => formatProblem(problem).replace('en.mdx:', ''))
}
