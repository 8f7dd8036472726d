import { checkCorrections } from './correction-faults.ts'
import { locateInData, repeatedNames } from './position.ts'
import type { Problem } from './problem.ts'
import { checkReferences } from './references.ts'
import { storySchema } from './schema.ts'
import { shapeFaults } from './shape.ts'
import { computeStory } from './story.ts'
import type { DataFault, Story } from './story.ts'

/**
 * Makes a story of what a data file exports: checks that no name stands twice, its shape, then its references, then computes
 * what is derived, and last whether its corrections lead to what it holds.
 *
 * @param file path to name in problems
 * @param text the file as written, to tell where a problem stands
 * @returns the story, or every problem found at the first stage that found any
 */
export function validateStory(id: string, file: string, text: string, exported: unknown): { story: Story } | { problems: Problem[] } {
  const repeated = repeatedNames(text)
  if (repeated.length > 0) return { problems: repeated.map((fault) => ({ file, ...fault })) }

  const parsed = storySchema.safeParse(exported)
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => shapeFaults(issue, exported, storySchema)).map(place) }

  const references = checkReferences(parsed.data)
  if (references.length > 0) return { problems: references.map(place) }

  const { story, faults } = computeStory(id, parsed.data)
  if (faults.length > 0) return { problems: faults.map(place) }
  const corrections = checkCorrections(story)
  return corrections.length > 0 ? { problems: corrections.map(place) } : { story }

  function place({ path, message, named }: DataFault): Problem {
    return { file, ...locateInData(text, path, named), message }
  }
}
