import { wayTo } from './guess.ts'

/** Two marks of a drawing whose values are known, which is all it takes to read its scales. */
export interface Ends {
  marks: readonly [start: string, end: string]
  values: readonly [start: number, end: number]
  /** Between the two. */
  years: number
}

interface Scales {
  x: (year: number) => number
  y: (value: number) => number
  valueAt: (y: number) => number
}

function scalesOf(svg: SVGSVGElement, { marks, values: [low, high], years }: Ends): Scales {
  const [from, to] = marks.map((mark) => svg.querySelector(`circle[data-mark="${CSS.escape(mark)}"]`))
  const at = (dot: Element | null | undefined, name: string): number => Number(dot?.getAttribute(name))
  const [x1, x2, y1, y2] = [at(from, 'cx'), at(to, 'cx'), at(from, 'cy'), at(to, 'cy')]
  const rise = (y2 - y1) / (high - low)
  return {
    x: (year) => x1 + ((x2 - x1) * year) / years,
    y: (value) => y1 + (value - low) * rise,
    valueAt: (y) => low + (y - y1) / rise,
  }
}

/** Draws the way to a guess into a drawing, in place of the one that was there. */
export function drawGuess(svg: SVGSVGElement, ends: Ends, guess: number, label: string): void {
  clearGuess(svg)
  const { x, y } = scalesOf(svg, ends)
  const { years, values } = ends
  const way = wayTo(values[0], guess, years).map((value, year) => [x(year), y(value)] as const)
  const [endX, endY] = [x(years), y(guess)]
  // Under the line, where the forecasts leave room, unless it ends among the years or over the forecast; clear of its last years.
  const last = way.slice(-5).map((point) => point[1])
  const under = guess >= values[0] && guess < values[1]
  const baseline = under ? Math.max(...last) + 16 : Math.min(...last) - 10
  const line = make('path', { d: `M${way.map((point) => point.map((place) => place.toFixed(1)).join()).join('L')}` })
  const end = make('path', { d: `M${(endX - 5).toFixed(1)},${endY.toFixed(1)}l5,-5 5,5 -5,5z`, class: 'end' })
  const text = make('text', { x: (endX - 16).toFixed(1), y: baseline.toFixed(1), 'text-anchor': 'end', class: 'halo strong' })
  text.textContent = label
  const group = make('g', { class: 'yours' })
  group.append(line, end, text)
  svg.append(group)
}

export function clearGuess(svg: SVGSVGElement): void {
  svg.querySelector('.yours')?.remove()
}

/** Where on the screen a guess ends. */
export function endOnScreen(svg: SVGSVGElement, ends: Ends, guess: number): DOMPoint {
  const { x, y } = scalesOf(svg, ends)
  return new DOMPoint(x(ends.years), y(guess)).matrixTransform(svg.getScreenCTM() ?? undefined)
}

/** The value at a height on the screen. */
export function valueOnScreen(svg: SVGSVGElement, ends: Ends, clientY: number): number {
  return scalesOf(svg, ends).valueAt(new DOMPoint(0, clientY).matrixTransform(svg.getScreenCTM()?.inverse()).y)
}

function make(name: string, attributes: Record<string, string>): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  return node
}
