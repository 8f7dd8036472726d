import { daysOf } from '#language'
import type { TieKind } from '#language'
import { numberOf } from '#story'
import type { Player, Tie } from '#story'
import type { ChartContext } from './contract.ts'

export interface Member extends Player {
  id: string
  /** The fact that sizes its disc, and what it says. */
  size?: { fact: string; value: number; estimated: boolean }
}

export interface DrawnTie extends Tie {
  id: string
  /** The states in which it holds. */
  states: readonly string[]
}

/** Companies of one owner: the one that has to do with others, and those that stand behind it. */
export interface Group {
  face: string
  behind: readonly string[]
}

/** The players and ties of a map by the part they play around its hub, the player that most others are in talks with. */
export interface Network {
  states: readonly string[]
  members: ReadonlyMap<string, Member>
  ties: readonly DrawnTie[]
  hub: string
  owners: readonly string[]
  holdings: readonly string[]
  regulators: readonly string[]
  /** In talks with the hub, the largest first. */
  partners: readonly Group[]
  /** Seek a licence from a regulator. */
  seekers: readonly Group[]
  bystanders: readonly Group[]
}

/** What a map shows: ties that hold in one of its states, with the players they join and those that have a size. */
export function networkOf({ declaration: { states, sizes }, telling: { story } }: ChartContext<'players'>): Network {
  const { data } = story
  const ties = Object.entries(data.ties)
    .map(([id, tie]) => ({ ...tie, id, states: states.filter((state) => holdsIn(tie, state, states)) }))
    .filter((tie) => tie.states.length > 0)
  const tied = new Set(ties.flatMap(({ from, to }) => [from, to]))
  const members = new Map(
    Object.entries(data.players)
      .filter(([id]) => tied.has(id) || sizes[id] !== undefined)
      .map(([id, player]): [string, Member] => [id, { ...player, id, size: sizeOf(sizes[id]) }]),
  )

  const of = (kind: TieKind): DrawnTie[] => ties.filter(({ tie }) => tie === kind)
  const count = (id: string, among: readonly DrawnTie[]): number => among.filter(({ from, to }) => from === id || to === id).length
  const ids = [...members.keys()]
  const hub = ids.reduce((most, id) => (count(id, of('in talks')) > count(most, of('in talks')) ? id : most), ids[0] ?? '')
  const regulators = ids.filter((id) => members.get(id)?.role === 'regulator').sort((a, b) => count(b, ties) - count(a, ties))

  // Who belongs to whom is taken from the first state, so that a later owner leaves each in its place.
  const owned = of('owns').filter((tie) => tie.states.includes(states[0] ?? ''))
  const ownersOf = reach((id) => owned.filter(({ to }) => to === id).map(({ from }) => from))
  const holdingsOf = reach((id) => owned.filter(({ from }) => from === id).map(({ to }) => to))
  const kin = reach((id) => owned.filter(({ from, to }) => from === id || to === id).flatMap(({ from, to }) => [from, to]))
  const groupOf = (face: string): Group => ({ face, behind: kin(face) })

  const family = [hub, ...kin(hub)]
  const largest = (a: string, b: string): number => rank(b) - rank(a)
  const partners = of('in talks')
    .flatMap(({ from, to }) => (from === hub ? [to] : to === hub ? [from] : []))
    .filter((id, index, all) => all.indexOf(id) === index)
    .sort(largest)
    .map(groupOf)
  const seekers = of('seeks a licence')
    .map(({ from }) => from)
    .filter((id, index, all) => !family.includes(id) && all.indexOf(id) === index)
    .map(groupOf)
  const placed = new Set([...family, ...regulators, ...[...partners, ...seekers].flatMap(({ face, behind }) => [face, ...behind])])
  const bystanders: Group[] = []
  for (const id of ids.filter((each) => !placed.has(each)).sort(largest)) {
    if (placed.has(id)) continue
    const group = groupOf(id)
    bystanders.push(group)
    for (const member of [id, ...group.behind]) placed.add(member)
  }
  return { states, members, ties, hub, owners: ownersOf(hub), holdings: holdingsOf(hub), regulators, partners, seekers, bystanders }

  function sizeOf(fact: string | undefined): Member['size'] {
    if (fact === undefined) return undefined
    const { value, kind } = numberOf(story, fact)
    return { fact, value, estimated: kind === 'estimated' }
  }

  function rank(id: string): number {
    const member = members.get(id)
    return member?.size?.value ?? (member?.role === 'unnamed' ? -1 : 0)
  }
}

/** Whether a tie holds on a state's day. The last state stands for all that has come since, so a tie that began later is part of it. */
function holdsIn({ since, until }: Tie, state: string, states: readonly string[]): boolean {
  const begun = state === states.at(-1) || since === undefined || daysOf(since).first <= state
  return begun && (until === undefined || daysOf(until).last >= state)
}

/** Whether a tie began after the state it is drawn in. */
export function beganLater({ since, states }: DrawnTie): boolean {
  return since !== undefined && states.every((state) => daysOf(since).first > state)
}

/** Everything that can be reached from an id by steps, the nearest first, without the id itself. */
function reach(step: (id: string) => readonly string[]): (id: string) => string[] {
  return (id) => {
    const found = [id]
    for (const each of found) found.push(...step(each).filter((next, index, all) => !found.includes(next) && all.indexOf(next) === index))
    return found.slice(1)
  }
}

/** The states whose drawings have a player: those in which a tie of it holds, or all if it has a size. */
export function statesOf({ members, ties, states }: Network, id: string): readonly string[] {
  if (members.get(id)?.size !== undefined) return states
  return states.filter((state) => ties.some((tie) => tie.states.includes(state) && [tie.from, tie.to].includes(id)))
}

export function membersIn(network: Network, state: string): Member[] {
  return [...network.members.values()].filter(({ id }) => statesOf(network, id).includes(state))
}

/** A kind of tie as it stands in an address. */
export function addressOf(kind: TieKind): string {
  return kind.replaceAll(' ', '-')
}
