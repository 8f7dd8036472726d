import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ContentError, formatProblem } from '#story'
import type { Problem } from '#story'

/** Whether a module is the one that Node was told to run, also through a link. */
export function isMain(url: string): boolean {
  const [, run] = process.argv
  return run !== undefined && realpathSync(run) === fileURLToPath(url)
}

/** Prints what went wrong, content problems with the line they stand on, and ends the process with exit code 1. */
export function reportAndExit(error: unknown): never {
  if (error instanceof ContentError) {
    for (const problem of error.problems) console.error(`${formatProblem(problem)}${frameOf(problem)}`)
    const { length } = error.problems
    console.error(
      `\nNothing was built: ${String(length)} ${length === 1 ? 'problem' : 'problems'}. The last good build, if there is one, is untouched.`,
    )
  } else {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    console.error('\nNothing was built. The last good build, if there is one, is untouched.')
  }
  process.exit(1)
}

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
