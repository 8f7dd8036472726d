import { correctionsOf, isSame, ownCorrections, partsOf } from './corrections.ts'
import type { Part } from './corrections.ts'
import { literalOf } from './literal.ts'
import type { Correction } from './schema.ts'
import type { DataFault, Story } from './story.ts'

/** Says what is wrong with a correction, at one of its fields. */
type Report = (message: string, ...path: string[]) => void

/** Corrections that are none, or that do not lead to what the story holds. */
export function checkCorrections(story: Story): DataFault[] {
  const { published, updated, corrections } = story.data
  const faults: DataFault[] = []
  for (const [id, correction] of Object.entries(corrections)) {
    const report: Report = (message, ...path) => void faults.push({ path: ['corrections', id, ...path], message })
    const { date, fact, chart } = correction
    if (date < published)
      report(`"${id}" is of ${date}, before the story was published (${published}); what nobody had read needs no correction`, 'date')
    if ((fact === undefined) === (chart === undefined))
      report(`"${id}" is of ${fact === undefined ? 'no fact and no chart' : 'a fact and of a chart'}; expected one of the two`)
    else if (fact !== undefined) checkFact(story, id, fact, correction, report)
    else checkChart(id, correction, report)
  }
  const [last] = Object.entries(corrections).sort(([, a], [, b]) => b.date.localeCompare(a.date))
  if (last && updated < last[1].date)
    faults.push({
      path: ['updated'],
      message: `updated is ${updated}, before the correction "${last[0]}" (${last[1].date}); expected that day or a later one`,
    })
  return faults
}

function checkChart(id: string, { chart, status, by, from, to }: Correction, report: Report): void {
  if (from ?? to)
    report(`"${id}" is of a chart, which holds nothing itself; expected a status, or the fact that changed`, from ? 'from' : 'to')
  if (!status) report(`"${id}" has no status; expected "superseded" or "withdrawn"`)
  if (by !== undefined && status === 'withdrawn')
    report(`"${id}" is withdrawn, and nothing stands for it; did you mean "superseded"?`, 'status')
  if (by !== undefined && by === chart) report(`"${by}" cannot stand for itself; expected another chart`, 'by')
}

function checkFact(story: Story, id: string, fact: string, { date, status, by, from, to }: Correction, report: Report): void {
  if (status ?? by) report(`"${id}" is of a fact; only a chart is superseded or withdrawn`, status ? 'status' : 'by')
  if (!from && !to) return
  const [before, after] = [partsOf(from), partsOf(to)]
  if (before.join() !== after.join()) {
    report(`"${id}" goes from ${listed(before)} to ${listed(after)}; expected the same on both sides`, from ? 'from' : 'to')
    return
  }
  if (before.every((part) => isSame(from?.[part], to?.[part]))) {
    report(`"${id}" changes nothing; expected what "${fact}" held before, and what it holds since`, 'to')
    return
  }
  // What is worked out follows what it rests on, and needs no correction for that.
  const follows = correctionsOf(story, fact).some((other) => other.fact !== fact && other.date >= date)
  if (!follows) for (const part of before) checkJoint(story, id, fact, part, to?.[part], report)
}

/** A correction leads to what the next one of that part starts from, the last one to what the fact holds. */
function checkJoint(story: Story, id: string, fact: string, part: Part, to: unknown, report: Report): void {
  const own = ownCorrections(story, fact)
  const place = own.findIndex((other) => other.id === id)
  const held = own[place]?.after[part]
  if (isSame(to as typeof held, held)) return
  const next = own.slice(0, place).findLast(({ changed }) => changed.includes(part))
  report(
    next
      ? `"${id}" leads to ${literalOf(to)}, and "${next.id}" after it starts from ${literalOf(held)}; expected the same`
      : `"${id}" leads to ${literalOf(to)}, and the ${part} of "${fact}" is ${literalOf(held)} now; expected the same, or a later correction`,
    'to',
    part,
  )
}

function listed(parts: readonly Part[]): string {
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}
