import type { Story } from '#story'

/** What rests on a source: how many facts, which events, and the players of which it says who they are, what they own or regulate. */
export interface Resting {
  facts: number
  events: readonly string[]
  players: readonly string[]
}

export function restingOn({ facts, data }: Story, source: string): Resting {
  const namedBy = (record: Record<string, { source?: readonly string[] }>): string[] =>
    Object.keys(record).filter((id) => record[id]?.source?.includes(source))
  const players = new Set([...namedBy(data.players), ...namedBy(data.ties).flatMap((tie) => data.ties[tie]?.to ?? [])])
  return {
    facts: [...facts.values()].filter(({ derivation, sources }) => !derivation && sources.includes(source)).length,
    events: namedBy(data.events),
    players: [...players].filter((player) => data.players[player]?.role !== 'unnamed'),
  }
}
