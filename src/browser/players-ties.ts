/** What two players are to each other, by their ids and the address of its kind. */
export interface Tie {
  id: string
  tie: string
  from: string
  to: string
}

interface Place {
  x: number
  y: number
}

/** Ids of the other players that ties lead to, each once. */
export function neighbours(ties: readonly Tie[], id: string): string[] {
  const others = ties.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
  return [...new Set(others)]
}

/** All that a choice of a player, or of a kind of tie, concerns: the ties and the players they join, itself among them. */
export function concerned(ties: readonly Tie[], choice: string): Set<string> {
  const meant = ties.filter(({ tie, from, to }) => [tie, from, to].includes(choice))
  return new Set([choice, ...meant.flatMap(({ id, from, to }) => [id, from, to])])
}

const directions = new Map([
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowDown', { x: 0, y: 1 }],
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
])

/** How far from an arrow's direction, as an angle, a player may lie to be meant by it. */
const cone = { tied: 1.4, untied: 1 }

/**
 * Where an arrow key leads from a player: along the tie that lies most in its direction, and where none does to the nearest there of those
 * that are tied to the same player. Home and End lead to the first and the last, and so does any key where none was chosen.
 *
 * @param places the players that can be seen, in order
 * @returns nothing where no player lies there
 */
export function follow(
  key: string,
  from: string | undefined,
  places: ReadonlyMap<string, Place>,
  ties: readonly Tie[],
): string | undefined {
  const ids = [...places.keys()]
  const direction = directions.get(key)
  const start = places.get(from ?? '')
  if (!direction || !start || from === undefined) return key === 'End' ? ids.at(-1) : ids[0]
  const seen = (id: string): boolean => id !== from && places.has(id)
  const towards = (id: string) => {
    const { x, y } = places.get(id) ?? start
    const distance = Math.hypot(x - start.x, y - start.y)
    return { id, distance, turn: Math.acos(((x - start.x) * direction.x + (y - start.y) * direction.y) / distance) }
  }
  const near = neighbours(ties, from).filter(seen)
  const [along] = near
    .map(towards)
    .filter(({ turn }) => turn < cone.tied)
    .sort((a, b) => a.turn - b.turn)
  const [beside] = near
    .flatMap((id) => neighbours(ties, id))
    .filter((id) => seen(id) && !near.includes(id))
    .map(towards)
    .filter(({ turn }) => turn < cone.untied)
    .sort((a, b) => a.distance - b.distance)
  return (along ?? beside)?.id
}
