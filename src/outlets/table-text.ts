import type { Table } from '#charts'

/** A chart's table as a sheet takes it from the clipboard: cells apart by tabs, rows by line ends, the heads first. */
export function tableText({ columns, rows }: Table): string {
  return [columns.map(({ head }) => head), ...rows.map(({ cells }) => cells)]
    .map((cells) => cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim()).join('\t'))
    .join('\n')
}
