import { placeOf, problemsByFile } from './by-file.ts'
import type { Findings } from './content.ts'
import type { StaleFact } from './languages/stale.ts'

/** What there is to print: the findings, and the words that are older than their facts, or why those cannot be told. */
type Printed = Omit<Findings, 'content' | 'braces'> & { stale: StaleFact[]; untold?: string }

/**
 * What the checks found, for a person at a terminal: every problem under its file with the line it stands on, what was let stand, and last
 * the counts.
 *
 * @param root the project's folder, from which files are named
 */
export function printFindings({ errors, warnings, waivers, plain, differences, stale, untold }: Printed, root: string): string {
  const files = problemsByFile(errors, warnings, root)
  const lists = [
    list('Waived', [
      ...waivers.map((waiver) => `${placeOf(waiver)} "${waiver.figure}": ${waiver.why}`),
      ...differences.map((declared) => `${placeOf(declared)} ${declared.name} differs: ${declared.why}`),
    ]),
    list(
      'Plain',
      plain.map((fact) => `${placeOf(fact)} ${fact.id}${fact.why === undefined ? '' : `: ${fact.why}`}`),
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

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`
}
