import { rowOf, shownDrawing } from './figure.ts'
import { fillPlaces } from './fill.ts'
import { viewEvent } from './views.ts'

/** From one edition's say to the next, in milliseconds. */
const beat = 300

/** What editions said of a year, in words: the year, then each say in the order of its rows. */
export function sayPath(rows: readonly (readonly string[])[], pattern: string, language: string): string {
  const says = rows.map(([, edition = '', value = '']) => fillPlaces(pattern, { edition, value }))
  const [year] = rows[0] ?? []
  return year === undefined ? '' : `${year}: ${new Intl.ListFormat(language, { type: 'unit' }).format(says)}`
}

/** Lets the year that is picked stand alone, its figure move from edition to edition, and says the way in words. */
export function enliven(figure: HTMLElement): void {
  const voice = Object.assign(document.createElement('output'), { className: 'unseen path' })
  figure.append(voice)
  let moves: Animation[] = []

  figure.addEventListener(viewEvent, (event) => {
    for (const move of moves) move.cancel()
    moves = []
    const view = event instanceof CustomEvent && typeof event.detail === 'string' ? event.detail : undefined
    const svg = shownDrawing(figure)
    if (view === undefined || !svg) {
      voice.textContent = ''
      return
    }
    const says = [...svg.querySelectorAll<SVGGElement>(`g[data-mark][data-views~="${CSS.escape(view)}"]`)]
    const rows = says.flatMap((say) => rowOf(figure, say.dataset.mark ?? '') ?? [])
    voice.textContent = sayPath(
      rows.map((row) => [...row.cells].map((cell) => cell.textContent)),
      figure.dataset.said ?? '',
      document.documentElement.lang,
    )
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) moves = says.flatMap((say, index) => appear(say, says[index - 1], index))
  })

  figure.addEventListener('keydown', (event) => {
    // What has its own use for Escape, such as an open tip, takes it first.
    if (event.key === 'Escape' && !event.defaultPrevented) figure.querySelector<HTMLElement>('.views [aria-pressed=true]')?.click()
  })
}

/** A say fades in when its turn comes, and its dot travels from where the edition before had put it. */
function appear(say: SVGGElement, before: SVGGElement | undefined, index: number): Animation[] {
  const timing = { duration: beat, delay: index * beat, easing: 'ease-out', fill: 'backwards' } as const
  const [dot, last] = [say, before].map((group) => group?.querySelector('circle'))
  const way = (name: string): string => `${String(Number(last?.getAttribute(name)) - Number(dot?.getAttribute(name)))}px`
  return [
    say.animate([{ opacity: 0 }, { opacity: 1 }], timing),
    ...(dot && last ? [dot.animate([{ translate: `${way('cx')} ${way('cy')}` }, { translate: 'none' }], timing)] : []),
  ]
}
