/** What the page for other desks does beside being read: charts as wide as the column of the reader's own page, and their examination. */

const gauge = document.querySelector<HTMLElement>('.gauge')
const range = gauge?.querySelector<HTMLInputElement>('input')
const columns = document.querySelector<HTMLElement>('.columns')

if (gauge && range && columns) {
  const shown = gauge.querySelector('output')
  const fit = (): void => {
    columns.style.inlineSize = `${range.value}px`
    if (shown) shown.textContent = `${range.value} px`
    for (const button of gauge.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === range.value))
  }
  // No column is wider than the screen it is shown on.
  const limit = (): void => {
    const room = columns.parentElement?.clientWidth ?? 0
    range.max = String(Math.min(1200, room))
    for (const button of gauge.querySelectorAll('button')) button.hidden = Number(button.value) > room
    fit()
  }
  range.addEventListener('input', fit)
  gauge.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return
    range.value = target.value
    fit()
  })
  gauge.hidden = false
  limit()
  addEventListener('resize', limit)
}

const health = document.querySelector<HTMLElement>('.health')
const start = health?.querySelector('button')
if (health && start) {
  start.hidden = false
  start.addEventListener('click', () => {
    start.disabled = true
    void import('./health.ts')
      .then(({ examine }) => examine(health))
      .finally(() => {
        start.disabled = false
      })
  })
}
