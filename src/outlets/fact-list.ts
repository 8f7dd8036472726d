import { site } from '../../content/site.ts'
import { allCorrections, formulaOf } from '#story'
import type { Fact, Held, Source, Telling } from '#story'

/** A fact as `facts.json` has it. What a fact has not is left out. */
export interface ListedFact extends Omit<Fact, 'derivation'> {
  /** What it measures or states, in the language of the file. */
  name: string
  /** How it was worked out. */
  derivation?: {
    method: string
    /** Arithmetic over the names of the inputs. */
    formula: string
    inputs: readonly { name: string; fact: string }[]
    /** Said out loud where the units alone would not allow it. */
    assume?: string
  }
}

/** Every fact of a story for machines, and for whoever compares two releases of it. */
export interface FactList {
  story: string
  language: string
  published: string
  updated: string
  factsTo: string
  /** For words and drawings; figures belong to their sources. */
  licence: string
  /** By id, so that a fact moved about in the data changes nothing here. */
  facts: readonly ListedFact[]
  /** Those that facts rest on, by their ids. */
  sources: Readonly<Record<string, Source>>
  /** Newest first; left out where there are none. */
  corrections?: readonly ListedCorrection[]
}

/** A correction as `facts.json` has it: of a fact, or of a chart. */
export interface ListedCorrection {
  id: string
  date: string
  fact?: string
  from?: Held
  to?: Held
  chart?: string
  status?: string
  by?: string
  reason: string
}

export function factListOf(telling: Telling): FactList {
  const { story, language } = telling
  const facts = [...story.facts.keys()].sort().flatMap((id) => story.facts.get(id) ?? [])
  const corrections = allCorrections(story).map(({ id }) => listedCorrection(telling, id))
  const used = new Set(facts.flatMap(({ sources }) => sources))
  return {
    story: story.id,
    language: language.tag,
    published: story.data.published,
    updated: story.data.updated,
    factsTo: story.factsTo,
    licence: site.licence.url,
    facts: facts.map((fact) => listed(telling, fact)),
    sources: Object.fromEntries(
      Object.entries(story.data.sources)
        .filter(([id]) => used.has(id))
        .sort(byId),
    ),
    ...(corrections.length > 0 ? { corrections } : {}),
  }
}

/** The same as a file. */
export function factListJson(telling: Telling): string {
  return `${JSON.stringify(factListOf(telling), null, 2)}\n`
}

// Named one by one: the order in the file is that of this list, however the data was written.
function listed(telling: Telling, fact: Fact): ListedFact {
  const { id, value, unit, period, kind, approximate, scope, series, edition, digits, sources, derivation } = fact
  const name = telling.nameFact(id)
  const basics = { id, name, value, unit, period, kind, approximate, scope, series, edition, digits, sources }
  if (!derivation) return basics
  const { text, inputs } = formulaOf(derivation, telling.story.facts)
  const assume = derivation.method === 'share' ? derivation.assume : undefined
  return { ...basics, derivation: { method: derivation.method, formula: text, inputs, assume } }
}

function listedCorrection({ story, words }: Telling, id: string): ListedCorrection {
  const { date, fact, from, to, chart, status, by } = story.data.corrections[id] ?? { date: '' }
  return { id, date, fact, from, to, chart, status, by, reason: words.corrections[id] ?? '' }
}

function byId([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}
