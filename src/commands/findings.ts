import path from 'node:path'
import type { Findings, StaleFact } from '#prose'
import type { Problem } from '#story'
import { frameOf } from './report.ts'

/** What there is to print: the findings, and the words that are older than their facts, or why those cannot be told. */
type Printed = Omit<Findings, 'content' | 'braces'> & { stale: StaleFact[]; untold?: string }

/**
 * What the checks found, for a person at a terminal: every problem under its file with the line it stands on, what was let stand, and last
 * the counts.
 *
 * @param root the project's folder, from which files are named
 */
export function printFindings({ errors, warnings, waivers, plain, differences, stale, untold }: Printed, root: string): string {
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
    list('Stale', untold === undefined ? stale.map(describeStale) : [`not told: ${untold}`]),
  ].filter((text) => text !== '')
  const counts = [
    count(errors.length, 'error'),
    count(warnings.length, 'warning'),
    `${count(waivers.length, 'figure')} waived`,
    ...(differences.length > 0 ? [`${count(differences.length, 'difference')} waived`] : []),
    `${count(plain.length, 'fact')} plain`,
    ...(stale.length > 0 ? [`${count(stale.length, 'fact')} stale`] : []),
  ]
  return [...files, ...lists, `${counts.join(', ')}.`].join('\n\n')
}

/** A fact that changed after its words. */
function describeStale(fact: StaleFact): string {
  const changed = fact.changed === undefined ? 'is changed and not committed' : `changed on ${fact.changed}`
  return `${placeOf(fact)} ${fact.id} ${changed}; these words are of ${fact.written}`
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
