import { PasarChart } from './chart-element.ts'

/*
 * The script of other people's pages, `/embed.js`. It may come before the charts or after them, once or many times: the first one works.
 */

const name = 'pasar-chart'

if (!customElements.get(name)) {
  const charts = new Set<PasarChart>()
  const updateAll = (): void => {
    for (const chart of charts) chart.update()
  }
  const page = new MutationObserver(updateAll)

  customElements.define(
    name,
    class extends PasarChart {
      override connectedCallback(): void {
        charts.add(this)
        // The body may not be there yet when the script is; to watch one again is to watch it once.
        for (const root of document.querySelectorAll('html, body')) page.observe(root, { attributes: true })
        super.connectedCallback()
      }

      override disconnectedCallback(): void {
        charts.delete(this)
        super.disconnectedCallback()
      }
    },
  )

  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source) for (const chart of charts) chart.hear(event)
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', updateAll)
  // A page that fades from light to dark is neither when its attribute changes.
  document.addEventListener('transitionend', ({ propertyName }) => {
    if (propertyName === 'background-color') updateAll()
  })
}
