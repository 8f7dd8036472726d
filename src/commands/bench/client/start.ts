import type { Chart, Draw } from './chart.ts'

/** Draws every chart of the page in its place, then says so. */
export async function start(forms: { [Form in Chart['form']]?: Draw<Form> }): Promise<void> {
  const charts = (await (await fetch('charts.json')).json()) as Chart[]
  for (const chart of charts) {
    const place = document.querySelector<HTMLElement>(`#${chart.id} .plot`)
    // The form's name picks the function that takes such a chart.
    const draw = forms[chart.form] as Draw<Chart['form']> | undefined
    if (place && draw) place.append(await draw(chart, place.clientWidth))
  }
  document.dispatchEvent(new Event('drawn'))
}
