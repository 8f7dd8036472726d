import type { Telling } from '#story'
import type { Status } from '../embed/status.ts'
import { chartPath } from './addresses.ts'
import { correctionAnchor, correctionsOfChart, explain, headingOf } from './corrections.ts'

/**
 * What an embed asks for once it is shown: what has become of its chart.
 *
 * @param storyPath address of the story in that language, from the site's root
 * @param since id of a correction that a frozen copy has in it, with all before
 */
export function statusOf(telling: Telling, chart: string, storyPath: string, since?: string): Status {
  const all = correctionsOfChart(telling, chart)
  const known = all.findIndex(({ id }) => id === since)
  const fresh = known < 0 ? all : all.slice(0, known)
  // What became of the chart as a whole outweighs any figure on it.
  const told = fresh.find((correction) => 'status' in correction) ?? fresh[0]
  if (!told) return { status: 'current' }
  const message = `${headingOf(telling, told)}: ${explain(telling, told)}`
  const url = `${chartPath(storyPath, chart)}#${correctionAnchor(told)}`
  if (!('status' in told)) return { status: 'corrected', message, url }
  return { status: told.status, message, url: told.by === undefined ? url : chartPath(storyPath, told.by) }
}
