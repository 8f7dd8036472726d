import { describeRow } from './figure.ts'

/** A tie as a sentence, such as "GoTo owns Tokopedia". */
export function sentenceOf(row: HTMLTableRowElement): string {
  const { head, lines } = describeRow(row)
  return `${head} ${lines[0] ?? ''}`
}

/** All that the table has on a player and its ties, in the words of their rows, with the links to their sources. */
export function about(row: HTMLTableRowElement, ties: readonly HTMLTableRowElement[]): Node[] {
  const list = document.createElement('ul')
  list.append(...ties.map((tie) => make('li', make('b', sentenceOf(tie)), ...linesOf(tie, 1))))
  return [make('p', ...linesOf(row, 0)), ...(ties.length > 0 ? [list] : [])]
}

function linesOf(row: HTMLTableRowElement, from: number): Node[] {
  const credits = row.querySelector<HTMLTableCellElement>('.credits')
  const head = row.closest('table')?.tHead?.rows[0]?.cells[credits?.cellIndex ?? 0]?.textContent.trim() ?? ''
  const links = [...(credits?.childNodes ?? [])].map((node) => node.cloneNode(true))
  const lines = describeRow(row).lines.slice(from)
  return [...lines.map((line) => make('span', line)), ...(links.length > 0 ? [make('span', `${head}: `, ...links)] : [])]
}

function make(name: string, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(name)
  node.append(...children)
  return node
}
