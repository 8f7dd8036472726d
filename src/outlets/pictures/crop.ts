/** What of a drawing decides where it may be cut. Lengths are its own. */
interface Croppable {
  width: number
  height: number
  lines: readonly (readonly [top: number, bottom: number])[]
}

/** No smaller than this, so that labels can be read on a card. */
const least = 1.55
const most = 2

/**
 * How a drawing stands in a box that may be too low for it: whole and in the middle where it fits, else running off the foot at the
 * largest scale at which no line of text is cut.
 *
 * @param box its size, and what stays free over a drawing and under a whole one
 * @returns the scale, where its top stands, and whether it is cut
 */
export function cropDrawing(
  { width, height, lines }: Croppable,
  box: { width: number; height: number; margin: number },
): { scale: number; top: number; cut: boolean } {
  const widest = Math.min(most, box.width / width)
  const whole = Math.min(widest, (box.height - 2 * box.margin) / height)
  if (whole >= least) return { scale: whole, top: (box.height - height * whole) / 2, cut: false }
  const room = box.height - box.margin
  const steps = Array.from({ length: 1 + Math.round((widest - least) * 100) }, (_, step) => widest - step / 100)
  const scale = steps.find((scale) => lines.every(([top, bottom]) => bottom < room / scale || top > room / scale)) ?? widest
  return { scale, top: box.margin, cut: true }
}
