import path from 'node:path'
import type { Findings } from '#prose'
import type { Problem } from '#story'
import { frameOf } from './report.ts'

/**
 * What the checks found, for a person at a terminal: every problem under its file with the line it stands on, what was let stand, and last
 * the counts.
 *
 * @param root the project's folder, from which files are named
 */
export function printFindings(
  { errors, warnings, waivers, plain, differences }: Omit<Findings, 'content' | 'braces'>,
  root: string,
): string {
  const found = [...errors.map((problem) => ({ problem, as: 'error' })), ...warnings.map((problem) => ({ problem, as: 'warning' }))]
  const files = [...Map.groupBy(found, ({ problem }) => problem.file)].map(([file, problems]) =>
    [
      file,
      ...problems.map(
        ({ problem, as }) => `  ${placeOf(problem)} ${as}: ${problem.message}${frameOf(problem, path.join(root, problem.file))}`,
      ),
    ].join('\n'),
  )
  const lists = [
    list('Waived', [
      ...waivers.map((waiver) => `${placeOf(waiver)} "${waiver.figure}": ${waiver.why}`),
      ...differences.map((declared) => `${placeOf(declared)} ${declared.name} differs: ${declared.why}`),
    ]),
    list(
      'Plain',
      plain.map((fact) => `${placeOf(fact)} ${fact.id}`),
    ),
  ].filter((text) => text !== '')
  const counts = [
    count(errors.length, 'error'),
    count(warnings.length, 'warning'),
    `${count(waivers.length, 'figure')} waived`,
    ...(differences.length > 0 ? [`${count(differences.length, 'difference')} waived`] : []),
    `${count(plain.length, 'fact')} plain`,
  ]
  return [...files, ...lists, `${counts.join(', ')}.`].join('\n\n')
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n')
}

/** The form that editors and terminals make a link of. */
function placeOf({ file, line, column }: Omit<Problem, 'message'>): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`
}
