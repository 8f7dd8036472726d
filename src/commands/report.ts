import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { frameOf } from '#prose'
import { ContentError, formatProblem } from '#story'

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
