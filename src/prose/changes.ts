import { factsOf } from '#charts'
import type { Telling } from '#story'

/** A story as it was read at one moment. */
export interface ReadStory {
  /** In its first language, in which numbers are printed. */
  telling: Telling
  /** The places of every language's words that show a fact: `en.mdx:41:19`. */
  places: ReadonlyMap<string, readonly string[]>
}

/** A fact whose figure is another than before. */
export interface Change {
  fact: string
  /** As printed; none for a fact that is new. */
  from?: string
  /** As printed; none for one that is gone. */
  to?: string
  /** It changed because its inputs did. */
  isDerived: boolean
  places: readonly string[]
  /** Ids of the charts that draw it. */
  charts: string[]
}

/**
 * What changed from one reading of a story to the next: declared facts in the order of the data, then what was worked out of them and prints
 * otherwise now.
 */
export function changesOf(before: ReadStory, after: ReadStory): Change[] {
  const ids = new Set([...after.telling.story.facts.keys(), ...before.telling.story.facts.keys()])
  const changes = [...ids].flatMap((fact) => {
    const [old, now] = [before, after].map(({ telling }) => figureOf(telling, fact))
    if (old?.exact === now?.exact) return []
    const there = now ? after : before
    const isDerived = there.telling.story.facts.get(fact)?.derivation !== undefined
    const same = old?.printed === now?.printed
    if (same && isDerived) return []
    // What somebody changed is told by the number where it prints the same.
    const shown = (figure: Figure | undefined): string | undefined => (same ? figure?.exact : figure?.printed)
    return {
      fact,
      from: shown(old),
      to: shown(now),
      isDerived,
      places: there.places.get(fact) ?? [],
      charts: chartsWith(there.telling, fact),
    }
  })
  return changes.sort((a, b) => Number(a.isDerived) - Number(b.isDerived))
}

interface Figure {
  printed: string
  exact: string
}

function figureOf({ story, print }: Telling, id: string): Figure | undefined {
  const fact = story.facts.get(id)
  if (!fact) return undefined
  if (fact.value === undefined) return { printed: 'a statement', exact: 'a statement' }
  const exact = [fact.approximate ? 'about' : '', [fact.value].flat().join(' to '), fact.unit].filter((part) => part !== '').join(' ')
  return { printed: print(id), exact }
}

function chartsWith(telling: Telling, fact: string): string[] {
  return Object.keys(telling.story.data.charts).filter((chart) => factsOf(telling, chart).includes(fact))
}

/** What changed, a block of lines for each fact. */
export function describeChanges(story: string, changes: readonly Change[]): string {
  const blocks = changes.map(({ fact, from, to, isDerived, places, charts }) => {
    const figures = from === undefined ? `new, ${to ?? ''}` : to === undefined ? `gone, was ${from}` : `${from} → ${to}`
    // A line a language: it is read by whoever tells the story in it.
    const languages = [...Map.groupBy(places, (place) => place.split('.')[0]).values()]
    const where = [...languages, charts.map((chart) => `chart ${chart}`)]
      .filter((group) => group.length > 0)
      .map((group) => group.join(', '))
    return `  ${fact}: ${figures}${isDerived ? ' (worked out)' : ''}\n    ${where.length === 0 ? 'shown nowhere' : where.join('\n    ')}`
  })
  return [`${story}: ${String(changes.length)} ${changes.length === 1 ? 'number' : 'numbers'} changed`, ...blocks].join('\n')
}
