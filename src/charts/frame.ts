import type { Frame, Size } from './contract.ts'

/**
 * Narrow is shown at 280 to 350 px, wide at 560 to 720 px; at both ends labels are 12 to 16 px on screen.
 */
const sizes: Record<Size, { width: number; fontSize: number }> = {
  narrow: { width: 280, fontSize: 12 },
  wide: { width: 640, fontSize: 14 },
}

export function frameOf(size: Size, document: Document): Frame {
  return { size, ...sizes[size], document }
}
