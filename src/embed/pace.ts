/*
 * Keeps a frame and its host from answering each other for ever: a host that makes the frame narrower at each height, a chart that grows
 * because its frame grew. Somebody who drags the edge of a window looks the same for a while, so that the last height is told when it is
 * quiet again, each time after a longer wait.
 */

const budget = 32
const rest = 1000
const firstWait = 250
const waits = 4

/** How often a height may be told. Times are in milliseconds on one clock. */
export interface Pace {
  /** Whether to tell now, at `cost` of a budget of 32 that is whole again after a second without a wish. */
  allows: (cost: number, now: number) => boolean
  /** For how much quiet to wait with what was not allowed; 0 when that was done too often in a row. */
  wait: () => number
  /** It was quiet, and the height is told. */
  waited: (now: number) => void
  /** A reader did something: whatever changes now has a cause. */
  reset: () => void
}

export function createPace(): Pace {
  let [spent, late, last] = [0, 0, -rest]
  const reset = (): void => {
    ;[spent, late] = [0, 0]
  }
  return {
    allows(cost, now) {
      if (now - last >= rest) reset()
      last = now
      if (spent + cost > budget) return false
      spent += cost
      return true
    },
    wait: () => (late < waits ? firstWait * 2 ** late : 0),
    waited(now) {
      late += 1
      last = now
    },
    reset,
  }
}
