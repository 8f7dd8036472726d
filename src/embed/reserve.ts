/**
 * The style that keeps a frame's height free before the frame says it, without a script having to measure.
 *
 * @param heights steps separated by commas, each `FROM FIXED RATIO CAP`: for a column at least FROM px wide, FIXED + RATIO × the width, which
 * counts up to CAP; steps that are not four plain numbers do not count, and a column narrower than every step takes the first
 * @returns rules for a `div` in a container as wide as the column; empty where no step is sound
 */
export function reserveRules(heights: string): string {
  return heights
    .split(',')
    .map((step) => step.trim().split(/\s+/).map(Number))
    .filter((step) => step.length === 4 && step.every((figure) => figure >= 0 && figure < 1e5))
    .map(([from = 0, fixed = 0, ratio = 0, cap = 0], place) => {
      const least = String(place && from)
      return `@container (min-width:${least}px){div{height:calc(${String(fixed)}px + ${String(ratio)}*min(100cqw,${String(cap)}px))}}`
    })
    .join('')
}
