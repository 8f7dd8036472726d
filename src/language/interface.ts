import type { InterfaceWords } from './words.ts'
import { en } from './words/en.ts'
import { id } from './words/id.ts'

/** The languages the interface speaks, by tag. A story may use any of them; the first is where a story lives without a prefix. */
const interfaces: Record<string, InterfaceWords> = { en, id }

/** The tags that have interface words, in the order they are offered. */
export const languageTags: readonly string[] = Object.keys(interfaces)

/**
 * The interface words of a language.
 *
 * @throws RangeError a tag without interface words
 */
export function interfaceWords(tag: string): InterfaceWords {
  const words = interfaces[tag]
  if (!words) throw new RangeError(`invalid language: ${tag}; expected one of ${languageTags.join(', ')}`)
  return words
}
