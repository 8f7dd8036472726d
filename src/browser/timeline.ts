import { shownDrawing } from './figure.ts'
import { markEvent } from './tip.ts'
import type { Tip } from './tip.ts'

/** Room kept free for what stays at the edges of the screen: the masthead and the buttons. */
const margin = 72

/** How far a page must scroll for something to be seen between two edges; nothing where it is. The upper edge wins where both cannot be. */
export function scrollNeeded({ top, bottom }: { top: number; bottom: number }, from: number, until: number): number {
  if (top < from) return top - from
  return bottom > until ? Math.min(bottom - until, top - from) : 0
}

/** Lets buttons walk the events as the arrow keys do, from one and the same current event, and keeps that one on the screen. */
export function enliven(figure: HTMLElement, tip: Tip): void {
  const walk = figure.querySelector<HTMLElement>('.walk')
  walk?.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step]') : null
    if (button) tip.step(Number(button.dataset.step))
  })
  walk?.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') tip.point(undefined)
  })
  figure.addEventListener(markEvent, (event) => {
    const mark = event instanceof CustomEvent && typeof event.detail === 'string' ? event.detail : ''
    const shown = [shownDrawing(figure)?.querySelector(`[data-mark="${CSS.escape(mark)}"]`), figure.querySelector('.tip')]
    const boxes = shown.flatMap((node) => node?.getBoundingClientRect() ?? [])
    const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))]
    const far = scrollNeeded({ top, bottom }, margin, innerHeight - margin)
    // An event that can be seen stays where it is.
    if (far !== 0) scrollBy({ top: far, behavior: matchMedia('(prefers-reduced-motion: no-preference)').matches ? 'smooth' : 'instant' })
  })
}
