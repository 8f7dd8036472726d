import { advance } from './advances.ts'

export type Weight = 'regular' | 'bold'

/** Width in pixels that a text takes in the widest of the fonts a reader may have. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let thousandths = 0
  for (const character of text) thousandths += advance(character, weight)
  return (thousandths * size) / 1000
}

/** Breaks a text into lines no wider than `width` pixels, at spaces only; a single word that is wider keeps a line to itself. */
export function wrapText(text: string, width: number, size: number, weight: Weight = 'regular'): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, size, weight) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line !== '') lines.push(line)
  return lines
}

/**
 * Moves positions on one axis apart until neighbours are at least `gap` from each other and all lie in the span, keeping their order and
 * moving each as little as that allows (pool adjacent violators).
 *
 * @returns the new positions in the order of the given ones
 */
export function spread(positions: readonly number[], gap: number, [low, high]: readonly [number, number]): number[] {
  const order = positions.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position || a.index - b.index)
  // With k gaps taken off the k-th, the task is a plain monotone fit.
  const blocks: { sum: number; count: number }[] = []
  order.forEach(({ position }, rank) => {
    let block = { sum: position - rank * gap, count: 1 }
    let last = blocks.at(-1)
    while (last && last.sum / last.count > block.sum / block.count) {
      block = { sum: last.sum + block.sum, count: last.count + block.count }
      blocks.pop()
      last = blocks.at(-1)
    }
    blocks.push(block)
  })
  const highest = high - (positions.length - 1) * gap
  const spreadOut = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => Math.max(low, Math.min(highest, sum / count))))
  const result = new Array<number>(positions.length)
  order.forEach(({ index }, rank) => {
    result[index] = (spreadOut[rank] ?? 0) + rank * gap
  })
  return result
}
