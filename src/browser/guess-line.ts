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

/**
 * Draws the way to a guess into a drawing, in place of the one that was there.
 *
 * @param ended the forecasts are shown, and their figures stand beside the ends of their lines
 */
export function drawGuess(svg: SVGSVGElement, ends: Ends, guess: number, label: string, ended: boolean): void {
  clearGuess(svg)
  const { x, y } = scalesOf(svg, ends)
  const { years, values } = ends
  const way = wayTo(values[0], guess, years).map((value, year) => [x(year), y(value)] as const)
  const [endX, endY] = [x(years), y(guess)]
  const group = make('g', { class: 'yours' })
  group.append(
    make('path', { d: `M${way.map((point) => point.map((place) => place.toFixed(1)).join()).join('L')}`, class: 'way' }),
    make('path', { d: `M${(endX - 5).toFixed(1)},${endY.toFixed(1)}l5,-5 5,5 -5,5z`, class: 'end' }),
  )
  const text = make('text', { class: 'halo strong' })
  text.textContent = label
  const put = (left: number, baseline: number, anchor: string): void => {
    for (const [name, value] of Object.entries({ x: left.toFixed(1), y: baseline.toFixed(1), 'text-anchor': anchor }))
      text.setAttribute(name, value)
  }
  if (ended) {
    const figures = [...svg.querySelectorAll('text[data-mark]')].map(linesOf).filter(({ left }) => left > endX)
    const left = figures[0]?.left ?? endX + 16
    const wish = Math.max(endY + 4, 12)
    const baseline = freeLine(wish, figures)
    put(left, baseline, 'start')
    const leader = `M${(endX + 7).toFixed(1)},${endY.toFixed(1)}L${(left - 3).toFixed(1)},${(baseline - 4).toFixed(1)}`
    if (baseline !== wish) group.append(make('path', { d: leader, class: 'leader' }))
  } else {
    // Left of the end, where no finger is, and clear of the line: under it where it rises, over it where it falls.
    const right = endX - 16
    const along = way.filter((_, year) => x(year + 1) > right - 7 * label.length).map((point) => point[1])
    put(right, guess < values[0] ? Math.min(...along) - 10 : Math.max(...along) + 16, 'end')
  }
  group.append(text)
  // Its own label lies on top of all, and the labels that were there on top of its line.
  svg.insertBefore(group, [...svg.children].find((child) => child.matches('text, :has(text)')) ?? null)
}

interface Lines {
  left: number
  /** Baselines of the first line and the last. */
  first: number
  last: number
}

function linesOf(text: Element): Lines {
  const first = Number(text.getAttribute('y'))
  const drops = [...text.children].map((line) => Number(line.getAttribute('dy')))
  return { left: Number(text.getAttribute('x')), first, last: drops.reduce((y, drop) => y + drop, first) }
}

/** The baseline that is wished for, or the one below all others where it would meet one of them. */
export function freeLine(wish: number, others: readonly Omit<Lines, 'left'>[]): number {
  const height = 17
  const meets = others.some(({ first, last }) => wish > first - height && wish < last + height)
  return meets ? Math.max(...others.map(({ last }) => last)) + height : wish
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
