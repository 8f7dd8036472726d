import path from 'node:path'
import type { Problem } from '#story'
import { frameOf } from './code-frame.ts'

/**
 * Problems under the files they stand in, each with its line: a text for every file.
 *
 * @param root the project's folder, from which files are named
 */
export function problemsByFile(errors: readonly Problem[], warnings: readonly Problem[], root: string): string[] {
  const found = [...errors.map((problem) => ({ problem, as: 'error' })), ...warnings.map((problem) => ({ problem, as: 'warning' }))]
  return [...Map.groupBy(found, ({ problem }) => problem.file)].map(([file, problems]) =>
    [
      file,
      ...problems.map(
        ({ problem, as }) => `  ${placeOf(problem)} ${as}: ${problem.message}${frameOf(problem, path.join(root, problem.file))}`,
      ),
    ].join('\n'),
  )
}

/** Warnings for whoever builds or writes, under their files; with a blank line between files. */
export function printWarnings(warnings: readonly Problem[], root: string): string {
  return problemsByFile([], warnings, root).join('\n\n')
}

/** The form that editors and terminals make a link of. */
export function placeOf({ file, line, column }: Omit<Problem, 'message'>): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}
