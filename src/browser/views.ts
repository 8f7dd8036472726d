import { pushAddress } from './address.ts'

/** What a chart dispatches when its view changes; `detail` is the view's name, or undefined for the whole chart. */
export const viewEvent = 'pasar:view'

/**
 * Shows one named view of a chart, or all of it: marks that are not in the view are hidden where they stand. Where not all can be seen at
 * once, `data-rest` names the view that stands for it.
 */
export function showView(figure: HTMLElement, chosen: string | undefined): void {
  const view = chosen ?? figure.dataset.rest
  if (figure.dataset.view === view) return
  if (view === undefined) delete figure.dataset.view
  else figure.dataset.view = view
  for (const node of figure.querySelectorAll<SVGElement>('.drawing [data-views]'))
    node.classList.toggle('away', view !== undefined && !(node.dataset.views ?? '').split(' ').includes(view))
  for (const button of figure.querySelectorAll<HTMLElement>('.views [data-view]'))
    button.setAttribute('aria-pressed', String(button.dataset.view === view))
  figure.dispatchEvent(new CustomEvent(viewEvent, { detail: view }))
}

/** Names of the views a chart offers. */
export function viewsOf(figure: HTMLElement): string[] {
  return (figure.dataset.views ?? '').split(' ').filter(Boolean)
}

/** Lets a chart's buttons switch its views. A choice goes into the address, so that it can be shared and gone back from. */
export function offerViews(figure: HTMLElement): void {
  figure.querySelector('.views')?.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-view]') : null
    if (!button) return
    const view = figure.dataset.view === button.dataset.view ? undefined : button.dataset.view
    showView(figure, view)
    pushAddress(view === undefined ? `#${figure.id}` : `#${figure.id}/${view}`)
  })
}
