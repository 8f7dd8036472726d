import { factsOf, tableOf } from '#charts'
import { inputsOf } from '#story'
import type { Telling } from '#story'
import type { Edition } from './content.ts'

/** A place that shows a fact, or that would be another if the fact were. */
export type Use = {
  /** From the story's own page: `#market/2030`, `charts/market-growth/#market-growth/market-2023`, `sources/#fact-growth-needed`. */
  address: string
  /** The section of the story that it stands in; for a chart, the one that first shows it. */
  section?: string
} & (
  | { kind: 'front matter'; field: 'title' | 'standfirst' }
  | { kind: 'prose'; section: string; step?: { chart: string; view: string } }
  | { kind: 'chart'; chart: string }
  /** In braces among the words of a chart, an event or another name: the keys that lead there. */
  | { kind: 'words'; of: readonly string[] }
  /** An input of a fact that is worked out. */
  | { kind: 'derived'; fact: string }
)

/** The uses of every fact of a story in one language, in the order of the story; a place that uses a fact twice stands once. */
export function usesOf({ telling, outline, braced }: Edition): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>([...telling.story.facts.keys()].map((id) => [id, []]))
  const add = (fact: string, use: Use): void => {
    const known = uses.get(fact)
    if (known && !known.some(({ kind, address }) => kind === use.kind && address === use.address)) known.push(use)
  }

  for (const { fact, path } of braced) add(fact, { kind: 'front matter', field: path[0] === 'title' ? 'title' : 'standfirst', address: '' })
  for (const { fact, section, step } of outline.citations)
    add(fact, { kind: 'prose', section, ...(step && { step }), address: section && `#${section}${step ? `/${step.view}` : ''}` })

  // A chart that the story does not show has its page all the same.
  const charts = new Set([...outline.charts, ...Object.keys(telling.story.data.charts)])
  const drawn = new Map([...charts].map((chart) => [chart, new Set(factsOf(telling, chart))]))
  for (const [chart, facts] of drawn)
    for (const fact of facts) add(fact, { kind: 'chart', chart, address: rowOf(telling, chart, fact), ...sectionOf(chart) })

  for (const { fact, path } of telling.braced) {
    const [noun = '', id = ''] = path
    if (noun !== 'charts') add(fact, { kind: 'words', of: path, address: placeOf(telling, noun, id) })
    // A chart that draws the fact has been named already.
    else if (!drawn.get(id)?.has(fact)) add(fact, { kind: 'words', of: path, address: `charts/${id}/`, ...sectionOf(id) })
  }

  for (const [id, { derivation }] of telling.story.facts)
    for (const input of derivation ? inputsOf(derivation) : []) add(input, { kind: 'derived', fact: id, address: ledgerEntry(id) })
  return uses

  function sectionOf(chart: string): { section?: string } {
    const section = outline.chartSections[chart]
    return section === undefined ? {} : { section }
  }
}

/** The address of a fact in the ledger, from the story's own page. */
export function ledgerEntry(fact: string): string {
  return `sources/#fact-${fact}`
}

/** The page of a chart, at the row of its table that has the fact or its series. */
function rowOf(telling: Telling, chart: string, fact: string): string {
  const rows = new Set(tableOf(telling, chart).rows.map(({ mark }) => mark))
  const row = [fact, telling.story.facts.get(fact)?.series].find((id) => id !== undefined && rows.has(id))
  return `charts/${chart}/${row === undefined ? '' : `#${chart}/${row}`}`
}

/** Where the name of something is read. */
function placeOf(telling: Telling, noun: string, id: string): string {
  if (noun === 'facts') return ledgerEntry(id)
  const charts = Object.keys(telling.story.data.charts).filter((chart) => tableOf(telling, chart).rows.some(({ mark }) => mark === id))
  const [chart] = noun === 'events' || noun === 'players' ? charts : []
  return chart === undefined ? '' : `charts/${chart}/#${chart}/${id}`
}
