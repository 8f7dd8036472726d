/**
 * Height to keep for a frame before it says one, in CSS pixels, rounded up.
 *
 * @param heights steps separated by commas, each `FROM FIXED RATIO CAP`: for a column at least FROM wide, FIXED + RATIO × the width, which
 * counts up to CAP; steps that are not four plain numbers do not count
 * @param width of the column
 * @returns undefined where no step says anything sensible; a column narrower than every step takes the first
 */
export function reserve(heights: string, width: number): number | undefined {
  const steps = heights
    .split(',')
    .map((step) => step.trim().split(/\s+/).map(Number))
    .filter((step) => step.length === 4 && step.every((figure) => figure >= 0 && figure < 1e5))
  const [, fixed = 0, ratio = 0, cap = 0] = steps.findLast(([from = 0]) => from <= width) ?? steps[0] ?? []
  return Math.ceil(fixed + ratio * Math.min(width, cap)) || undefined
}
