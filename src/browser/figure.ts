/** One chart on a page, as its behaviours see it: the drawing now shown, its marks, and the rows of its table. */

/** The drawing that the stylesheet shows at this width; none where the table stands instead. */
export function shownDrawing(figure: Element): SVGSVGElement | undefined {
  return [...figure.querySelectorAll<SVGSVGElement>('.drawing svg')].find((svg) => svg.getBoundingClientRect().width > 0)
}

/** A point of the screen. */
export interface Point {
  x: number
  y: number
}

/**
 * Boxes of a drawing's marks by id, in the order of the table; what a view hides is left out. A mark drawn twice is where it is nearer to a
 * point, or where it comes first.
 *
 * @param mark the only one that is asked for
 */
export function markBoxes(figure: Element, svg: SVGSVGElement, near?: Point, mark?: string): Map<string, DOMRect> {
  const boxes = new Map<string, DOMRect>()
  const nodes = svg.querySelectorAll<SVGGraphicsElement>(mark === undefined ? '[data-mark]' : `[data-mark="${CSS.escape(mark)}"]`)
  for (const node of nodes) {
    // Labels and leaders belong to a mark and are not where it is.
    if (node.localName === 'text' || node.matches('.leader, .away, .away *')) continue
    const id = node.dataset.mark ?? ''
    const box = (node.querySelector('.dot') ?? node).getBoundingClientRect()
    const known = boxes.get(id)
    // The smallest shape of a mark is the thing itself: the dot, not the line that leads to it.
    if (!known || area(box) < area(known) || (near && area(box) === area(known) && gapTo(box, near) < gapTo(known, near)))
      boxes.set(id, box)
  }
  if (mark !== undefined) return boxes
  const order = new Map(rowsOf(figure).map((row, place) => [markOf(row), place]))
  return new Map([...boxes].sort(([a], [b]) => (order.get(a) ?? -1) - (order.get(b) ?? -1)))
}

function area({ width, height }: DOMRect): number {
  return Math.round(width * height)
}

/** How far a point is outside a box, in pixels. */
export function gapTo({ left, right, top, bottom }: DOMRect, { x, y }: Point): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
}

/** The row of the table that holds a mark's numbers. */
export function rowOf(figure: Element, mark: string): HTMLTableRowElement | undefined {
  return rowsOf(figure).find((row) => markOf(row) === mark)
}

function rowsOf(figure: Element): HTMLTableRowElement[] {
  return [...figure.querySelectorAll<HTMLTableRowElement>('tbody tr')]
}

/** A row's id is its chart's and its mark's, `player-map/tokopedia`, so that it has an address of its own. */
function markOf(row: Element): string {
  return row.id.slice(row.id.indexOf('/') + 1)
}

/** What a row says: its header, and the other cells but its sources, with the heads of their columns or in words of their own. */
export function describeRow(row: HTMLTableRowElement): { head: string; lines: string[] } {
  const names = [...(row.closest('table')?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent)
  const [head, ...cells] = [...row.cells]
  const lines = cells.map(({ textContent: value, dataset, className }, index) =>
    value.trim() === '' || dataset.said === '' || className === 'credits'
      ? []
      : (dataset.said ?? `${names[index + 1] ?? ''}: ${value.trim()}`),
  )
  return { head: head?.textContent.trim() ?? '', lines: lines.flat() }
}
