/** One chart on a page, as its behaviours see it: the drawing now shown, its marks, and the rows of its table. */

/** The drawing that the stylesheet shows at this width; none where the table stands instead. */
export function shownDrawing(figure: Element): SVGSVGElement | undefined {
  return [...figure.querySelectorAll<SVGSVGElement>('.drawing svg')].find((svg) => svg.getBoundingClientRect().width > 0)
}

/** Boxes of a drawing's marks by id, in the order of the table; what a view hides is left out. */
export function markBoxes(figure: Element, svg: SVGSVGElement): Map<string, DOMRect> {
  const boxes = new Map<string, DOMRect>()
  for (const node of svg.querySelectorAll<SVGGraphicsElement>('[data-mark]')) {
    // Labels and leaders belong to a mark and are not where it is.
    if (node.localName === 'text' || node.matches('.leader, .away, .away *')) continue
    const id = node.dataset.mark ?? ''
    const box = (node.querySelector('.dot') ?? node).getBoundingClientRect()
    const known = boxes.get(id)
    // The smallest shape of a mark is the thing itself: the dot, not the line that leads to it.
    if (!known || box.width * box.height < known.width * known.height) boxes.set(id, box)
  }
  const order = rowsOf(figure).map(markOf)
  return new Map([...boxes].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
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

/** What a row says: its header, and the other cells with the heads of their columns or in words of their own. */
export function describeRow(row: HTMLTableRowElement): { head: string; lines: string[] } {
  const names = [...(row.closest('table')?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent)
  const [head, ...cells] = [...row.cells]
  const lines = cells.map(({ textContent: value, dataset }, index) =>
    value.trim() === '' ? [] : (dataset.said ?? `${names[index + 1] ?? ''}: ${value.trim()}`),
  )
  return { head: head?.textContent.trim() ?? '', lines: lines.flat() }
}
