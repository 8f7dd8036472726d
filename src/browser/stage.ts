/**
 * Where the steps of a chart stand: beside its drawing, under it while it sticks, over it while it fills the screen, or after it as plain
 * text where it is longer than the screen. The stylesheet has a layout for each.
 */
export type Layout = 'beside' | 'under' | 'over' | 'after'

/**
 * Chooses the layout in which neither drawing nor text is ever cut, and shows of the drawing what the first step will, so that nothing
 * moves later. It runs between the drawing and its steps while the page is read, hence its rules: its text is put into the page, so it
 * refers to nothing outside itself; it asks media queries, which cost no layout; its lengths are those of src/styles/scrolly.css.
 */
export function fitStage(figure: HTMLElement): void {
  const first = figure.dataset.first ?? ''
  const drawn = (size: string): number => {
    const svg = figure.querySelector<SVGSVGElement>(`.drawing .${size}`)
    // A part that a view leaves alone knows how high the drawing is then.
    const alone = svg?.querySelector<SVGElement>(`[data-height][data-views~="${first}"]`)?.dataset.height
    if (svg && alone) {
      svg.dataset.whole ??= svg.getAttribute('viewBox') ?? ''
      return Number(alone)
    }
    return svg?.viewBox.baseVal.height ?? 0
  }
  const screen = (condition: string): boolean => matchMedia(`(${condition})`).matches
  const across = screen('min-width: 60rem')
  const masthead = across || screen('min-height: 45rem') ? 3 : 0
  const bar = figure.querySelector('.walk') ? 3.5 : 0
  // The smallest text of a drawing stays at 12 px, so a wide one may be shown at 0.875 and a narrow one as it is.
  const least = screen('min-width: 37rem') ? 0.875 * drawn('wide') : drawn('narrow')
  const fits = (rest: number, share: number): boolean =>
    screen(`min-height: calc((${String(masthead + bar + rest)}rem + ${String(least)}px) / ${String(share)})`)
  const layout: Layout = across ? (fits(2, 1) ? 'beside' : 'after') : fits(1.1, 0.6) ? 'under' : fits(1, 1) ? 'over' : 'after'
  figure.dataset.layout = layout
  if (layout === 'after' || figure.dataset.view !== undefined) return
  for (const node of figure.querySelectorAll<SVGElement>('.drawing [data-views]'))
    node.classList.toggle('away', !node.dataset.views?.split(' ').includes(first))
  for (const svg of figure.querySelectorAll<SVGSVGElement>('.drawing svg')) {
    const alone = svg.querySelector<SVGElement>(`[data-height][data-views~="${first}"]`)
    const height = alone?.dataset.height
    if (!alone || height === undefined) continue
    alone.setAttribute('transform', alone.dataset.alone ?? '')
    svg.setAttribute('viewBox', svg.getAttribute('viewBox')?.replace(/\S+$/, height) ?? '')
    svg.setAttribute('height', height)
  }
}
