import { sourcesOf } from '#charts'
import type { Telling } from '#story'
import type { Outline } from './outline.ts'

/** Ids of the sources that a story's page names, in the order of the data: those of facts that its prose cites, of its charts, and its own. */
export function citedSources(telling: Telling, outline: Outline): string[] {
  const { story } = telling
  const cited = new Set([
    ...outline.sources,
    ...outline.facts.flatMap(({ id }) => story.facts.get(id)?.sources ?? []),
    ...outline.charts.filter((id) => id in story.data.charts).flatMap((id) => sourcesOf(telling, id)),
  ])
  return Object.keys(story.data.sources).filter((id) => cited.has(id))
}
