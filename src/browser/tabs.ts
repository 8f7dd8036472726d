/**
 * Shows one of several ways at a time, each named by a tab: arrow keys, Home and End go from tab to tab and show what they name.
 *
 * @param first the number of the one to begin with
 */
export function offerTabs(offer: HTMLElement, first: number): void {
  const tabs = [...offer.querySelectorAll<HTMLElement>('[role=tab]')]
  const ways = [...offer.querySelectorAll<HTMLElement>('.way')]
  const choose = (chosen: number): void => {
    for (const [index, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(index === chosen))
      tab.tabIndex = index === chosen ? 0 : -1
    }
    for (const [index, way] of ways.entries()) {
      way.role = 'tabpanel'
      way.hidden = index !== chosen
    }
  }
  offer.addEventListener('click', ({ target }) => {
    const at = tabs.indexOf(target as HTMLElement)
    if (at >= 0) choose(at)
  })
  offer.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(event.target as HTMLElement)
    const last = tabs.length - 1
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key]
    if (at < 0 || next === undefined) return
    event.preventDefault()
    choose(next)
    tabs[next]?.focus()
  })
  choose(first)
}

/** The number of the tab that is chosen. */
export function chosenTab(offer: HTMLElement): number {
  return [...offer.querySelectorAll('[role=tab]')].findIndex((tab) => tab.matches('[aria-selected=true]'))
}
