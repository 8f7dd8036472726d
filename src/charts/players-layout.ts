import type { Frame } from './contract.ts'
import type { Disc } from './placement.ts'
import type { Group, Network } from './players-network.ts'

/** How far the ground on which a group stands reaches beyond its discs. */
export const ground = 5

export interface Layout {
  discs: ReadonlyMap<string, Disc>
  width: number
  height: number
}

interface Point {
  x: number
  y: number
}

/** Where the parts of a map stand, in shares of the width and in pixels from the top. */
interface Plan {
  height: number
  /** Radius of the largest disc and of one without a size. */
  largest: number
  plain: number
  hub: Point
  /** From the hub to what it owns; who owns it stands on the other side. */
  aside: Point
  regulators: readonly [Point, Point]
  /** The arc on which the partners stand below the hub: from its foot, and from 0 there to 1 at its end. */
  arc: (share: number) => Point
  /** From a partner to its owner. */
  owner: Point
  seekers: Rows
  bystanders: Rows
}

/** Groups in a row: where the first stands, how far the next is, and where those behind it are, spread evenly. */
interface Rows {
  first: Point
  next: Point
  behind: Point
  spread: Point
}

const plans: Record<Frame['size'], Plan> = {
  narrow: {
    height: 502,
    largest: 20,
    plain: 7,
    hub: { x: 140, y: 168 },
    aside: { x: 92, y: -36 },
    regulators: [
      { x: 177, y: 102 },
      { x: 70, y: 102 },
    ],
    arc: (share) => ({ x: 112 * share ** 0.75, y: 222 - 156 * share ** 0.8 }),
    owner: { x: 0, y: 50 },
    seekers: { first: { x: 13, y: 62 }, next: { x: 164, y: 0 }, behind: { x: 0, y: -34 }, spread: { x: 68, y: 0 } },
    bystanders: { first: { x: 36, y: 462 }, next: { x: 130, y: 0 }, behind: { x: 74, y: 0 }, spread: { x: 0, y: 20 } },
  },
  wide: {
    height: 316,
    largest: 26,
    plain: 8.5,
    hub: { x: 338, y: 132 },
    aside: { x: -108, y: -30 },
    regulators: [
      { x: 230, y: 16 },
      { x: 364, y: 16 },
    ],
    arc: (share) => ({ x: 265 * share ** 0.7, y: 114 - 68 * share ** 2.2 }),
    owner: { x: 0, y: 60 },
    seekers: { first: { x: 162, y: 38 }, next: { x: 0, y: 72 }, behind: { x: -74, y: 0 }, spread: { x: 0, y: 21 } },
    bystanders: { first: { x: 530, y: 32 }, next: { x: 0, y: 84 }, behind: { x: 74, y: 0 }, spread: { x: 0, y: 21 } },
  },
}

/** A place for every player that is the same in every state, laid out for the size of the drawing. */
export function layOut(network: Network, { size, width }: Frame): Layout {
  const plan = plans[size]
  const { members, hub, regulators, owners, holdings, partners, seekers, bystanders } = network
  const points = new Map<string, Point>([[hub, plan.hub]])
  const place = (ids: readonly string[], from: Point, step: Point): void => {
    ids.forEach((id, index) => points.set(id, { x: from.x + index * step.x, y: from.y + index * step.y }))
  }

  const [first, second] = plan.regulators
  place(regulators, first, { x: second.x - first.x, y: second.y - first.y })
  const { hub: centre, aside } = plan
  place(holdings, { x: centre.x + aside.x, y: centre.y + aside.y }, { x: 0, y: 3 * plan.plain })
  place(owners, { x: centre.x - aside.x, y: centre.y + aside.y }, { x: 0, y: -3 * plan.plain })

  outward(partners).forEach((group, index, row) => {
    const half = (row.length - 1) / 2
    const at = plan.arc(half === 0 ? 0 : Math.abs(index - half) / half)
    const face = { x: centre.x + Math.sign(index - half) * at.x, y: centre.y + at.y }
    points.set(group.face, face)
    place(group.behind, { x: face.x + plan.owner.x, y: face.y + plan.owner.y }, plan.owner)
  })
  for (const [groups, { first: start, next, behind, spread }] of [
    [seekers, plan.seekers],
    [bystanders, plan.bystanders],
  ] as const)
    groups.forEach((group, row) => {
      const face = { x: start.x + row * next.x, y: start.y + row * next.y }
      const middle = (group.behind.length - 1) / 2
      points.set(group.face, face)
      group.behind.forEach((id, index) => {
        points.set(id, { x: face.x + behind.x + (index - middle) * spread.x, y: face.y + behind.y + (index - middle) * spread.y })
      })
    })

  const largest = Math.max(...[...members.values()].map((member) => member.size?.value ?? 0))
  const discs = [...points].map(([id, { x, y }]): [string, Disc] => {
    const value = members.get(id)?.size?.value
    // Area, not radius, is to scale.
    return [
      id,
      { x: Math.round(x), y: Math.round(y), r: tenth(value === undefined ? plan.plain : plan.largest * Math.sqrt(value / largest)) },
    ]
  })
  return { discs: new Map(discs), width, height: plan.height }
}

/** The first in the middle, the others by turns to its left and right. */
function outward(groups: readonly Group[]): Group[] {
  return groups.reduce<Group[]>((row, group, index) => (index % 2 === 0 ? [...row, group] : [group, ...row]), [])
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
