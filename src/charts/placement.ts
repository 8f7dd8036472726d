/** A rectangle by its edges. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** What is only on the drawings of some states keeps out of the way of what shares one with it. */
interface Staged {
  states?: readonly string[]
}

export interface Disc extends Staged {
  x: number
  y: number
  r: number
}

export interface Segment extends Staged {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** Where a label could stand: its lines as boxes, the point its text begins from, and how unwelcome the spot is. */
export interface Spot extends Staged {
  x: number
  /** Baseline of the first line. */
  y: number
  anchor: 'start' | 'middle' | 'end'
  boxes: readonly Box[]
  cost: number
}

export interface Obstacles {
  discs: readonly Disc[]
  segments: readonly Segment[]
  bounds: Box
  /** Where a label may stand and had better not: around these lines, as far as `reach`. */
  grounds?: { segments: readonly Segment[]; reach: number }
}

const conflict = 1000

/**
 * Chooses a spot for every label so that none meets a disc, a line, the edge or another label, taking welcome spots first. Each label
 * in turn moves to where it is best off; one that is still in conflict may push others from their spots if all are better off for it.
 *
 * @returns the chosen spots in the order of the labels, and how many conflicts no spot could avoid
 */
export function placeLabels<S extends Spot>(labels: readonly (readonly S[])[], obstacles: Obstacles): { spots: S[]; conflicts: number } {
  const choices = labels.map((spots) => spots.map((spot) => ({ spot, cost: spot.cost + costAmong(spot, obstacles) })))
  type Choice = (typeof choices)[number][number]

  const costOf = ({ spot, cost }: Choice, others: readonly (Choice | undefined)[]): number =>
    others.reduce((sum, other) => sum + (other && meets(spot, other.spot) ? conflict : 0), cost)
  const without = (chosen: readonly (Choice | undefined)[], index: number): (Choice | undefined)[] => chosen.with(index, undefined)
  const best = (index: number, chosen: readonly (Choice | undefined)[]): Choice | undefined => {
    const others = without(chosen, index)
    const costs = (choices[index] ?? []).map((choice) => costOf(choice, others))
    return choices[index]?.[costs.indexOf(Math.min(...costs))]
  }
  const total = (chosen: readonly (Choice | undefined)[]): number =>
    chosen.reduce((sum, choice, index) => sum + (choice ? costOf(choice, chosen.slice(index + 1)) : 0), 0)
  const settle = (chosen: readonly (Choice | undefined)[]): (Choice | undefined)[] => {
    let before = [...chosen]
    for (;;) {
      const now = choices.reduce((all, _, index) => all.with(index, best(index, all)), before)
      if (before.every((choice) => choice !== undefined) && total(now) >= total(before)) return before
      before = now
    }
  }

  let chosen = settle(choices.map(() => undefined))
  choices.forEach((choice, index) => {
    const now = chosen[index]
    if (!now || costOf(now, without(chosen, index)) < conflict) return
    for (const other of choice.filter(({ cost }) => cost < conflict)) {
      let pushed = chosen.with(index, other)
      pushed.forEach((each, at) => {
        if (each && at !== index && meets(each.spot, other.spot)) pushed = pushed.with(at, best(at, pushed))
      })
      if (total(pushed) < total(chosen)) chosen = pushed
    }
  })
  chosen = settle(chosen)
  const spots = chosen.flatMap((choice) => (choice ? [choice.spot] : []))
  return { spots, conflicts: Math.floor(total(chosen) / conflict) }
}

function costAmong(spot: Spot, { discs, segments, bounds, grounds }: Obstacles): number {
  const shown = { discs: discs.filter((disc) => together(spot, disc)), segments: segments.filter((segment) => together(spot, segment)) }
  return spot.boxes.reduce((sum, box) => {
    const met =
      shown.discs.filter((disc) => meetsDisc(box, disc)).length + shown.segments.filter((segment) => meetsSegment(box, segment)).length
    const onGround = grounds?.segments.filter((segment) => meetsSegment(grow(box, grounds.reach), segment)).length ?? 0
    return sum + conflict * (met + (inside(box, bounds) ? 0 : 2)) + 3 * onGround
  }, 0)
}

function together(a: Staged, b: Staged): boolean {
  return a.states === undefined || b.states === undefined || a.states.some((state) => b.states?.includes(state))
}

function meets(a: Spot, b: Spot): boolean {
  return together(a, b) && a.boxes.some((box) => b.boxes.some((other) => meetsBox(box, other)))
}

function meetsBox(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

function inside(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom
}

function meetsDisc({ left, top, right, bottom }: Box, { x, y, r }: Disc): boolean {
  return Math.hypot(x - Math.max(left, Math.min(right, x)), y - Math.max(top, Math.min(bottom, y))) < r
}

/** Clips the segment to the box (Liang and Barsky); what is left meets it. */
function meetsSegment({ left, top, right, bottom }: Box, { x1, y1, x2, y2 }: Segment): boolean {
  let [enter, leave] = [0, 1]
  for (const [step, room] of [
    [x1 - x2, x1 - left],
    [x2 - x1, right - x1],
    [y1 - y2, y1 - top],
    [y2 - y1, bottom - y1],
  ] as const) {
    if (step === 0 && room < 0) return false
    if (step < 0) enter = Math.max(enter, room / step)
    if (step > 0) leave = Math.min(leave, room / step)
  }
  return enter <= leave
}
