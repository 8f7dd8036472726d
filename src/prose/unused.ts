import { factsOf, sourcesOf } from '#charts'
import { inputsOf, locateInData, placeOf } from '#story'
import type { Problem, Story, Telling } from '#story'
import type { Outline } from './outline.ts'

/** A story as one language uses it. */
interface Use {
  telling: Telling
  outline: Outline
  /** Ids of the facts in the braces of its words. */
  braces: readonly string[]
}

/**
 * Charts and facts that no language uses and sources on which nothing rests: no mistake, and hardly meant.
 *
 * @param file the data's path, to name in warnings
 * @param text the data as written, to tell where they stand
 */
export function unused(file: string, text: string, story: Story, uses: readonly Use[]): Problem[] {
  const { data } = story
  const charts = new Set(uses.flatMap(({ outline }) => outline.charts))
  const facts = new Set<string>()
  const sources = new Set<string>()
  const need = (id: string): void => {
    const fact = story.facts.get(id)
    if (!fact || facts.has(id)) return
    facts.add(id)
    if (fact.derivation) inputsOf(fact.derivation).forEach(need)
  }
  for (const { telling, outline, braces } of uses) {
    for (const { id } of outline.facts) need(id)
    braces.forEach(need)
    for (const id of outline.charts.filter((chart) => chart in data.charts)) {
      factsOf(telling, id).forEach(need)
      for (const source of sourcesOf(telling, id)) sources.add(source)
    }
    for (const id of outline.sources) sources.add(id)
  }
  for (const { share, answer } of Object.values(data.ties)) for (const id of [share, answer]) if (id !== undefined) need(id)

  const records: Record<string, { source?: readonly string[] }>[] = [
    data.facts,
    data.ties,
    data.events,
    data.players,
    ...Object.values(data.series).map(({ points }) => points),
  ]
  for (const record of records) for (const { source = [] } of Object.values(record)) source.forEach((id) => sources.add(id))
  for (const id of [...sources]) addCarrier(id)

  const place = (path: string[], message: string): Problem => ({ file, ...locateInData(text, path, true), message })
  return [
    ...Object.keys(data.sources)
      .filter((id) => !sources.has(id))
      .map((id) => place(['sources', id], `the source "${id}" is unused: nothing rests on it`)),
    ...[...story.facts.values()]
      .filter(({ id }) => !facts.has(id))
      .map((fact) => place(placeOf(fact), `the fact "${fact.id}" is unused: no words of the story and no chart show it`)),
    ...Object.keys(data.charts)
      .filter((id) => !charts.has(id))
      .map((id) => place(['charts', id], `the chart "${id}" is unused: no language places it with <Chart id="${id}" />`)),
  ]

  function addCarrier(id: string): void {
    const via = data.sources[id]?.via
    if (via === undefined || !(via in data.sources) || sources.has(via)) return
    sources.add(via)
    addCarrier(via)
  }
}

/** Ids of the facts in braces anywhere in a text. */
export function bracesIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}:]+)(?::[^{}]*)?\}/g)].map(([, id = '']) => id.trim())
}
