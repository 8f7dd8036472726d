/** What of a drawing decides where it may be cut. Lengths are its own. */
interface Croppable {
  width: number
  height: number
  lines: readonly (readonly [top: number, bottom: number])[]
}

/** How a drawing stands in a box: its scale, where its top is, whether it runs off above, and where it ends if it runs off below. */
export interface Crop {
  scale: number
  top: number
  above: boolean
  foot?: number
}

interface Box {
  width: number
  height: number
  /** What stays free at an end that does not run off. */
  margin: number
  /** How far an end that runs off is not to be read any more. */
  edge: number
}

/** Smaller than the least, labels could not be read on a card; larger than the most, they would shout. */
const [least, most] = [1.55, 2]

/**
 * Fits a drawing into a box that may be too low for it: whole and in the middle where that is legible, else running off at the foot, and
 * above as well where it is to begin further down. It is as large as can be with no line of text touched by an edge.
 *
 * @param begin what of the drawing matters begins here
 */
export function cropDrawing({ width, height, lines }: Croppable, box: Box, begin = 0): Crop {
  const widest = Math.min(most, box.width / width)
  const whole = Math.min(widest, (box.height - 2 * box.margin) / height)
  const above = begin > 0
  if (whole >= least) return { scale: whole, top: (box.height - height * whole) / 2, above: false }
  const crops = descending(widest, least, 0.01).flatMap((scale) =>
    descending(above ? 2.5 * box.margin : box.margin, box.margin, 4).flatMap((first) =>
      descending(box.height, box.height - box.margin, 4).map((foot) => ({ scale, top: first - begin * scale, above, foot })),
    ),
  )
  const head = above ? box.edge : 0
  const isClean = ({ scale, top, foot }: { scale: number; top: number; foot: number }): boolean =>
    lines.every(([from, to]) => {
      const [upper, lower] = [top + from * scale, top + to * scale]
      return lower <= 0 || upper >= foot || (upper >= head && lower <= foot - box.edge)
    })
  return crops.find(isClean) ?? { scale: widest, top: box.margin - begin * widest, above, foot: box.height }
}

function descending(from: number, to: number, step: number): number[] {
  return Array.from({ length: 1 + Math.max(0, Math.round((from - to) / step)) }, (_, index) => from - index * step)
}
