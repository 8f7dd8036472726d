import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** How far the page moved under its reader. */
    shifts: { value: number; nodes: string[] }[]
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number
  sources: { node: Node | null }[]
}

/** Writes down whatever moves on a page, from before its first byte. */
export function watchShifts(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    window.shifts = []
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as LayoutShift[])
        window.shifts.push({
          value,
          nodes: sources.map(({ node }) => (node instanceof Element ? node.outerHTML : (node?.textContent ?? '')).slice(0, 120)),
        })
    }).observe({ type: 'layout-shift', buffered: true })
  })
}
