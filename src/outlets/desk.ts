import { components } from '#prose'
import type { Telling } from '#story'

/** Something that a story's words may use, with what to type for it. */
export interface DeskEntry {
  id: string
  /** What it is, in the story's language. */
  about: string
  snippet: string
}

/** Entries of one kind. */
export interface DeskList {
  id: string
  title: string
  entries: DeskEntry[]
}

/** Everything that the words of a story may use in one language, in the order of its data. */
export function deskLists(telling: Telling): DeskList[] {
  const { story, words, language } = telling
  const { charts, players, sources } = story.data
  const facts = [...story.facts.values()]
  const views = Object.entries(charts).flatMap(([chart, { views: own }]) =>
    Object.keys(own).map((view) => ({
      id: `${chart}/${view}`,
      about: words.charts[chart]?.views[view] ?? words.charts[chart]?.title ?? '',
      snippet: `<Chart id="${chart}" view="${view}" />`,
    })),
  )
  return [
    {
      id: 'facts',
      title: 'Facts',
      entries: facts
        .filter(({ value }) => value !== undefined)
        .map(({ id, kind }) => ({
          id,
          about: `${telling.print(id)} (${language.kinds[kind]}): ${telling.nameFact(id)}`,
          snippet: `<Fact id="${id}" />`,
        })),
    },
    {
      id: 'claims',
      title: 'Claims',
      entries: facts
        .filter(({ value }) => value === undefined)
        .map(({ id, kind }) => ({ id, about: `${language.kinds[kind]}: ${telling.nameFact(id)}`, snippet: `<Claim id="${id}">…</Claim>` })),
    },
    {
      id: 'charts',
      title: 'Charts',
      entries: Object.keys(charts).map((id) => ({ id, about: words.charts[id]?.title ?? '', snippet: `<Chart id="${id}" />` })),
    },
    { id: 'views', title: 'Views', entries: views },
    {
      id: 'players',
      title: 'Players',
      entries: Object.keys(players).map((id) => ({ id, about: words.players[id] ?? '', snippet: `<Player id="${id}" />` })),
    },
    {
      id: 'sources',
      title: 'Sources',
      entries: Object.entries(sources).map(([id, { publisher, title }]) => ({
        id,
        about: `${publisher}: ${title}`,
        snippet: `<Source id="${id}" />`,
      })),
    },
    {
      id: 'components',
      title: 'Components',
      entries: Object.keys(components).map((id) => ({ id, about: takes(id), snippet: componentSnippet(id) })),
    },
  ]
}

/** A component as it is typed, with its required props still to fill in. */
export function componentSnippet(name: string): string {
  const rule = components[name]
  if (!rule) throw new RangeError(`unknown component ${name}`)
  const props = Object.entries(rule.props).flatMap(([prop, { required }]) => (required ? ` ${prop}="…"` : []))
  const tag = `<${name}${props.join('')}`
  return rule.children === 'required' ? `${tag}>…</${name}>` : `${tag} />`
}

/** What a component may be given beside what it must. */
function takes(name: string): string {
  const optional = Object.entries(components[name]?.props ?? {}).filter(([, { required }]) => !required)
  const offers = optional.map(([prop, { oneOf, flag }]) => {
    if (flag) return prop
    return oneOf ? `${prop}=${oneOf.map((word) => `"${word}"`).join(', ')}` : `${prop}="…"`
  })
  return offers.length === 0 ? '' : `also takes ${offers.join('; ')}`
}
