import { exportedIn, tagsIn } from './files.ts'
import type { InterfaceWords } from './words.ts'

/** The tags that have interface words, in the order they are offered. A story may use any of them; the first it uses is where it lives without a prefix. */
export const languageTags: readonly string[] = tagsIn('words')

const interfaces: Readonly<Record<string, InterfaceWords>> = Object.fromEntries(
  languageTags.map((tag) => [tag, exportedIn('words', tag) as InterfaceWords]),
)

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
