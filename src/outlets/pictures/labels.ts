import type { Faces } from './faces.ts'
import { setText } from './letters.ts'
import type { Line } from './outlines.ts'
import type { Style } from './paint.ts'

/** A piece of a label that looks alike, and where it stands in the coordinates of its parent. */
export interface Piece {
  text: string
  line: Line
}

interface Chunk {
  x: number
  y: number
  anchor: string
  pieces: { text: string; style: Style }[]
}

/** The pieces of a text element, placed as a browser places them. */
export function piecesOf(text: Element, look: (element: Element) => { whole: Style }, faces: Faces): Piece[] {
  return chunksOf(text, look).flatMap(({ x, y, anchor, pieces }) => {
    const set = pieces.map(({ text, style }) => {
      const size = Number(style.get('font-size') ?? 16)
      const face = Number(style.get('font-weight') ?? 400) >= 600 ? ('sans-bold' as const) : ('sans' as const)
      return { text, line: { y, size, face, ...rimAndFill(style) }, width: setText(faces, text, face).width * size }
    })
    const length = set.reduce((total, { width }) => total + width, 0)
    let end = x - (anchor === 'end' ? length : anchor === 'middle' ? length / 2 : 0)
    return set.map(({ text, line, width }) => {
      end += width
      return { text, line: { ...line, x: end - width } }
    })
  })
}

/** What of a text stands together: an own place begins a chunk. */
function chunksOf(text: Element, look: (element: Element) => { whole: Style }): Chunk[] {
  const chunks: Chunk[] = []
  const visit = (element: Element): void => {
    const style = look(element).whole
    const number = (name: string): number | undefined => (element.hasAttribute(name) ? Number(element.getAttribute(name)) : undefined)
    const last = chunks.at(-1)
    const [x, y, dy] = [number('x'), number('y'), number('dy')]
    if (!last || x !== undefined || y !== undefined || dy !== undefined)
      chunks.push({
        x: x ?? last?.x ?? 0,
        y: (y ?? last?.y ?? 0) + (dy ?? 0),
        anchor: style.get('text-anchor') ?? 'start',
        pieces: [],
      })
    for (const child of element.childNodes) {
      // White space is collapsed but for the spaces that never break.
      if (child.nodeType === 3) chunks.at(-1)?.pieces.push({ text: (child.textContent ?? '').replaceAll(/[ \t\n]+/g, ' '), style })
      else if (style.get('visibility') !== 'hidden') visit(child as Element)
    }
  }
  visit(text)
  return chunks.filter(({ pieces }) => pieces.length > 0)
}

function rimAndFill(style: Style): Pick<Line, 'fill' | 'halo'> {
  const [fill, stroke] = [style.get('fill'), style.get('stroke') ?? 'none']
  return {
    ...(fill !== undefined && { fill }),
    ...(stroke !== 'none' && { halo: { colour: stroke, width: Number(style.get('stroke-width') ?? 1) } }),
  }
}
