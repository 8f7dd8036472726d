import { formatDate } from '#language'
import type { StoryContent } from '#prose'
import { inputsOf, isSame, literalOf, locateInData, nearest, ownCorrections, parts, placeOf, stateOf } from '#story'
import type { Fact, Part, Problem, Telling } from '#story'
import { printState } from './corrections.ts'
import type { FactList, ListedFact } from './fact-list.ts'

/** What was said to the public and is said otherwise now. */
export interface Departures {
  /** Changes that no correction tells of. */
  errors: Problem[]
  /** Changes of which only a person can say whether they are any. */
  warnings: Problem[]
}

/** A story as it stands, beside a list of facts that was published of it. */
interface Comparison {
  telling: Telling
  list: FactList
  /** The day to offer for a correction. */
  today: string
  place: (path: readonly string[]) => Omit<Problem, 'message'>
}

/**
 * Compares a story with what was published of it.
 *
 * @param text of the story's data, to say where it departs
 * @param list a `facts.json` of the same story
 * @param today the day to offer for a correction, `2026-12-01`
 */
export function compareWithPublished({ story, editions }: StoryContent, text: string, list: FactList, today: string): Departures {
  const edition = editions.find(({ telling }) => telling.language.tag === list.language)
  const { telling } = edition ?? editions[0]
  const place: Comparison['place'] = (path) => ({ file: `content/${story.id}/data.ts`, ...locateInData(text, path) })
  const comparison: Comparison = { telling, list, today, place }
  return {
    errors: [
      ...list.facts.flatMap((fact) => [...changesOf(comparison, fact), ...falsePasts(comparison, fact)]),
      ...correctionsGone(comparison),
    ],
    warnings: edition
      ? renamed(comparison)
      : [{ ...place([]), message: `the story is not told in "${list.language}", in which the list is; no names were compared` }],
  }
}

/** A published fact that is gone, or that holds something else and no correction says so. */
function changesOf({ telling, list, today, place }: Comparison, published: ListedFact): Problem[] {
  const { story } = telling
  const { id } = published
  const fact = story.facts.get(id)
  if (!fact) {
    const fresh = [...story.facts.keys()].filter((known) => !list.facts.some((other) => other.id === known))
    const near = nearest(id, fresh)
    const renamed = near === undefined ? '' : `; has it become "${near}"?`
    return [
      {
        ...place(['facts']),
        message: `the fact "${id}" was published and is gone; its id is an address that others use, expected it to stay${renamed}`,
      },
    ]
  }
  const [then, now] = [stateOf(published), stateOf(fact)]
  const own = ownCorrections(story, id)
  const changed = parts.filter(
    (part) =>
      !isSame(then[part], now[part]) &&
      !own.some((correction) => correction.changed.includes(part) && isSame(correction.before[part], then[part])),
  )
  if (changed.length === 0 || followsInputs(telling, list, published, fact)) return []
  const [was, is] = [then, now].map((state) => printState(telling, id, state, changed)) as [string, string]
  const name = freeName(`${id}-corrected`, story.data.corrections)
  const entry = { date: today, fact: id, from: side(then, changed), to: side(now, changed) }
  return [
    {
      ...place([...placeOf(fact), fieldOf(changed[0], fact)]),
      message: [
        `"${id}" was published as ${was} and is ${is} now, and no correction says so; expected`,
        `    under "corrections" in data.ts:  '${name}': ${literalOf(entry)},`,
        `    under "corrections:" in the words of every language:  ${name}: 'what was wrong, and why'`,
        `    and updated: '${today}', or a later day`,
      ].join('\n'),
    },
  ]
}

/** New corrections of what holds as it was published: readers would be told that they had read something else. */
function falsePasts({ telling, list, place }: Comparison, published: ListedFact): Problem[] {
  const fact = telling.story.facts.get(published.id)
  if (!fact) return []
  const known = new Set(list.corrections?.map(({ id }) => id))
  const [then, now] = [stateOf(published), stateOf(fact)]
  const fresh = ownCorrections(telling.story, fact.id).filter(({ id }) => !known.has(id))
  return fresh.flatMap(({ id, before, changed }) => {
    const untrue = changed.filter(
      (part) =>
        isSame(then[part], now[part]) && !fresh.some((other) => other.changed.includes(part) && isSame(other.before[part], then[part])),
    )
    if (untrue.length === 0) return []
    const [said, was] = [before, then].map((state) => printState(telling, fact.id, state, untrue)) as [string, string]
    return [
      {
        ...place(['corrections', id, 'from']),
        message: `the correction "${id}" says that "${fact.id}" was ${said}, and it was published as ${was}, which it is now; expected what was published, or no correction`,
      },
    ]
  })
}

/** Whether a fact is worked out as it was, from something else than it was: what changed is corrected there. */
function followsInputs({ story }: Telling, list: FactList, published: ListedFact, { derivation }: Fact): boolean {
  if (!derivation || derivation.method !== published.derivation?.method) return false
  const inputs = inputsOf(derivation)
  if (inputs.join() !== published.derivation.inputs.map(({ fact }) => fact).join()) return false
  return inputs.some((input) => {
    const [then, now] = [list.facts.find(({ id }) => id === input), story.facts.get(input)]
    return !then || !now || parts.some((part) => !isSame(stateOf(then)[part], stateOf(now)[part]))
  })
}

/** What was corrected stays corrected. */
function correctionsGone({ telling, list, place }: Comparison): Problem[] {
  const { corrections } = telling.story.data
  return (list.corrections ?? [])
    .filter(({ id }) => !(id in corrections))
    .map(({ id, date }) => ({
      ...place(['corrections']),
      message: `the correction "${id}" was published on ${formatDate(date, telling.language)} and is gone; expected it to stay`,
    }))
}

/** Facts that have another name than they were published by, those of one series together, unless they were corrected since. */
function renamed({ telling, list, place }: Comparison): Problem[] {
  const { story, nameFact } = telling
  const known = new Set(list.corrections?.map(({ id }) => id))
  const found = list.facts.flatMap(({ id, name }) => {
    const fact = story.facts.get(id)
    if (!fact || nameFact(id) === name || ownCorrections(story, id).some((correction) => !known.has(correction.id))) return []
    // A period or an edition that changed is an error already, and stands in the name.
    const published = list.facts.find((other) => other.id === id)
    if (fact.series !== undefined && (fact.period !== published?.period || fact.edition !== published.edition)) return []
    return [{ id, fact, was: name }]
  })
  return [...Map.groupBy(found, ({ id, fact }) => fact.series ?? id).values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const { id, fact, was } = first
    const more = others.length === 0 ? '' : ` (and so have ${String(others.length)} more of the series "${fact.series ?? ''}")`
    return [
      {
        ...place(placeOf(fact)),
        message: `"${id}" was published as "${was}" and is called "${nameFact(id)}" now${more}; does it still mean the same? If not, correct it: '${id}-corrected': { date: '…', fact: '${id}' }`,
      },
    ]
  })
}

function side(state: Record<Part, unknown>, changed: readonly Part[]): unknown {
  const { value } = state
  if (changed.length === 1 && changed[0] === 'value' && value !== null) return value
  return Object.fromEntries(changed.map((part) => [part, state[part]]))
}

function fieldOf(part: Part | undefined, { series }: Fact): string {
  return part === 'period' && series === undefined ? 'asOf' : (part ?? '')
}

function freeName(name: string, taken: Readonly<Record<string, unknown>>): string {
  if (!(name in taken)) return name
  let count = 2
  while (`${name}-${String(count)}` in taken) count += 1
  return `${name}-${String(count)}`
}
