import { kinds } from '#language'
import { usesOf } from '#prose'
import type { Edition, Use } from '#prose'
import type { Fact } from '#story'

/** A fact as the ledger has it. */
export interface LedgerEntry {
  fact: Fact
  uses: readonly Use[]
  /** The sections that cite it or whose charts show it. */
  sections: readonly string[]
}

/** Entries under one heading, in the order in which a reader of the story meets them. */
export interface LedgerGroup {
  /** The section that first cites them. None for those that charts alone show and for those that nothing does. */
  section?: string
  title: string
  entries: readonly LedgerEntry[]
}

/** What entries are chosen by. */
export const filters = ['kind', 'source', 'section'] as const
export type Filter = (typeof filters)[number]

export interface Choice {
  value: string
  label: string
  /** How many entries it leaves. */
  count: number
}

export interface Ledger {
  groups: readonly LedgerGroup[]
  count: number
  choices: Readonly<Record<Filter, readonly Choice[]>>
}

/**
 * Every fact of a story once: under the section that first cites it, so that whoever checks the story goes through both from top to bottom,
 * then those on charts only, and last those that nothing shows by themselves.
 */
export function ledgerOf(edition: Edition): Ledger {
  const { telling, outline } = edition
  const { story, language } = telling
  const uses = usesOf(edition)
  const entries = new Map(
    [...story.facts.values()].map((fact): [string, LedgerEntry] => {
      const places = uses.get(fact.id) ?? []
      return [
        fact.id,
        { fact, uses: places, sections: [...new Set(places.flatMap(({ section = '' }) => (section === '' ? [] : section)))] },
      ]
    }),
  )
  const cited = outline.facts.flatMap(({ id, section }) => ({ section, entry: entries.get(id) ?? [] }))
  const rest = [...entries.values()].filter(({ fact }) => !outline.facts.some(({ id }) => id === fact.id))
  const isShown = ({ uses }: LedgerEntry): boolean => uses.some(({ kind }) => kind !== 'derived')
  const groups = [
    ...outline.sections.map(({ id, title }) => ({
      section: id,
      title,
      entries: cited.filter(({ section }) => section === id).flatMap(({ entry }) => entry),
    })),
    { title: language.ledger.onCharts, entries: rest.filter(isShown) },
    {
      title: language.ledger.elsewhere,
      entries: [...rest.filter((entry) => !isShown(entry)), ...cited.filter(({ section }) => section === '').flatMap(({ entry }) => entry)],
    },
  ].filter((group) => group.entries.length > 0)

  const all = [...entries.values()]
  const choice = (filter: Filter, value: string, label: string): Choice => ({
    value,
    label,
    count: all.filter((entry) => valuesOf(entry, filter).includes(value)).length,
  })
  const bySourceName = new Intl.Collator(language.locale)
  const choices = {
    kind: kinds.map((kind) => choice('kind', kind, language.kinds[kind])),
    source: Object.entries(story.data.sources)
      .map(([id, { publisher, title }]) => choice('source', id, publisher + language.colon + title))
      .toSorted((a, b) => bySourceName.compare(a.label, b.label)),
    section: outline.sections.map(({ id, title }) => choice('section', id, title)),
  }
  return {
    groups,
    count: all.length,
    choices: {
      kind: choices.kind.filter(({ count }) => count > 0),
      source: choices.source.filter(({ count }) => count > 0),
      section: choices.section.filter(({ count }) => count > 0),
    },
  }
}

/** What an entry is chosen by. */
export function valuesOf({ fact, sections }: LedgerEntry, filter: Filter): readonly string[] {
  return { kind: [fact.kind], source: fact.sources, section: sections }[filter]
}

/** The same for a group: what any of its entries is chosen by. */
export function valuesIn({ entries }: LedgerGroup, filter: Filter): readonly string[] {
  return [...new Set(entries.flatMap((entry) => valuesOf(entry, filter)))]
}

/**
 * The rules that make the choices work without a script: a list chosen from hides the entries and the groups that have not the value. What
 * the address names stays. A browser looks for what is chosen among the lists alone, not through the thousands of nodes of the page.
 */
export function filterStyle({ choices }: Ledger): string {
  return filters
    .flatMap((filter) =>
      choices[filter].map(({ value }) => {
        const chosen = `.filters:has(#by-${filter}>[value="${value}"]:checked)~.group`
        const has = `[data-${filter}~="${value}"]`
        return `${chosen}:not(${has},:has(:target)),${chosen}>.entry:not(${has},:target){display:none}`
      }),
    )
    .join('')
}
