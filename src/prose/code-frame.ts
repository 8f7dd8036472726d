import { readFileSync } from 'node:fs'
import type { Problem } from '#story'

/**
 * The line a problem stands on, with a mark under the place.
 *
 * @param path of the file, where it is not that from the working folder
 */
export function frameOf({ file, line, column }: Problem, path = file): string {
  if (line === undefined || column === undefined) return ''
  const text = readFileSync(path, 'utf8').split('\n')[line - 1]
  if (text === undefined) return ''
  // A long paragraph is one line: show the part round the fault.
  const from = Math.max(0, column - 60)
  const lead = from > 0 ? '…' : ''
  return `\n    ${lead}${text.slice(from, from + 110)}\n    ${' '.repeat(lead.length + column - 1 - from)}^`
}
