/** What a cell of a sheet holds. A list is written with spaces between its ids, nothing as an empty cell. */
export type Cell = string | number | boolean | readonly string[] | undefined

/** A sheet as RFC 4180 has it: cells apart by commas, rows ended by CRLF, and a cell in quotation marks where it needs them. */
export function csvText(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [heads, ...rows].map((cells) => `${cells.map(written).join(',')}\r\n`).join('')
}

function written(cell: Cell): string {
  const text = Array.isArray(cell) ? cell.join(' ') : String(cell ?? '')
  // Readers differ on spaces at the ends of a cell; in quotation marks all keep them.
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
