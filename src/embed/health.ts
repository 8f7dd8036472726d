import { tryFamilies, tryWithoutScripts } from './trial.ts'
import type { Result } from './trial.ts'

/** Tries every chart under every kind of host, and writes what came of it into the tables that wait for it. */
export async function examine(health: HTMLElement): Promise<void> {
  const place = Object.assign(document.createElement('div'), { className: 'trials', inert: true })
  const voice = health.querySelector('output')
  health.append(place)
  const count = { tried: 0, failed: 0 }
  const rows = [...health.querySelectorAll<HTMLTableRowElement>('tr[data-embed]')]
  for (const [index, row] of rows.entries()) {
    const { embed = '', width = '', height = '' } = row.dataset
    const expected = { address: embed, width: Number(width), height: Number(height) }
    const { sandbox } = row.closest('table')?.dataset ?? {}
    const results = sandbox === '' ? await tryWithoutScripts(place, expected) : await tryFamilies(place, expected, sandbox)
    for (const [column, result] of results.entries()) {
      const cell = row.cells[column + 1]
      if (cell) write(cell, result)
      if (result) count.tried += 1
      if (result?.passes === false) count.failed += 1
    }
    if (voice) voice.textContent = `${String(index + 1)} of ${String(rows.length)} frames …`
  }
  place.remove()
  if (voice)
    voice.textContent =
      count.failed === 0 ? `All ${String(count.tried)} checks pass.` : `${String(count.failed)} of ${String(count.tried)} checks fail.`
}

function write(cell: HTMLTableCellElement, result: Result): void {
  cell.className = result ? (result.passes ? 'passes' : 'fails') : ''
  cell.textContent = result ? (result.passes ? 'pass' : `fail: ${result.seen}`) : 'not in this browser'
}
