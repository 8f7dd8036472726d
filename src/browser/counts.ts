import { inView } from './alone.ts'
import type { Turn } from './alone.ts'
import { shownDrawing } from './figure.ts'

/** A dot on a drawing, by its middle, how far it is enlarged, and the attributes that give a circle its looks. */
export interface Dot {
  x: number
  y: number
  scale: number
  looks: Readonly<Record<string, string>>
}

/** The dots of a path that sets each as a stroke without length. */
export function dotsOf(d: string): { x: number; y: number }[] {
  const dots: { x: number; y: number }[] = []
  let [x, y] = [0, 0]
  for (const [, command, across = '', down = ''] of d.matchAll(/([Mm])(-?[\d.]+) (-?[\d.]+)/g)) {
    ;[x, y] = command === 'M' ? [Number(across), Number(down)] : [x + Number(across), y + Number(down)]
    dots.push({ x, y })
  }
  return dots
}

/** Which dot travels from where to where: the first to the first, and so on. Those that only one of two fields has come or go on the spot. */
export function journeys(from: readonly Dot[], to: readonly Dot[]): { from: Dot; to: Dot; comes: boolean; goes: boolean }[] {
  return Array.from({ length: Math.max(from.length, to.length) }).flatMap((_, index) => {
    const [start, end] = [from[index] ?? to[index], to[index] ?? from[index]]
    return start && end ? { from: start, to: end, comes: index >= from.length, goes: index >= to.length } : []
  })
}

const duration = 400
const namespace = 'http://www.w3.org/2000/svg'

/** Lets dots travel to the field that a view leaves alone from the field before it. */
export function carry(figure: HTMLElement): (turn: Turn) => void {
  const moves = matchMedia('(prefers-reduced-motion: no-preference)')
  let flight: Flight | undefined

  return ({ from: before, to: after, chosen, arrange }) => {
    const moving = chosen && moves.matches ? shownDrawing(figure) : undefined
    const subject = after ?? before
    const from = flight?.dots() ?? (moving ? pathsOf(moving, before ?? subject).flatMap(placesOf) : [])
    flight?.end()
    arrange()
    flight = moving && fly(moving, from, pathsOf(moving, subject))
  }
}

/** The dots of a field that count, and those that fill it out. */
function pathsOf(svg: SVGSVGElement, view: string | undefined): SVGPathElement[] {
  // The figure has views too, and the dot of the key is in none of the drawing's own.
  return [...svg.querySelectorAll<SVGPathElement>(':scope [data-views] .dots:not(.hole)')].filter((path) => inView(path, view))
}

/** Where a path's dots are now. */
function placesOf(path: SVGPathElement): Dot[] {
  const { a: scale, e, f } = path.transform.baseVal.consolidate()?.matrix ?? { a: 1, e: 0, f: 0 }
  const width = Number(path.getAttribute('stroke-width'))
  // A disc is a ring as thick as its radius.
  const thick = path.nextElementSibling?.matches('.hole') ? 1.2 : width / 2
  const looks = { class: path.getAttribute('class') ?? '', r: String((width - thick) / 2), 'stroke-width': String(thick) }
  return dotsOf(path.getAttribute('d') ?? '').map(({ x, y }) => ({ x: scale * x + e, y: scale * y + f, scale, looks }))
}

interface Flight {
  /** Where the dots are now, until they have arrived. */
  dots: () => Dot[] | undefined
  end: () => void
}

/** Sends dots from where they were to a field's places, over the field, which waits unseen until they are there. */
function fly(svg: SVGSVGElement, from: readonly Dot[], paths: readonly SVGPathElement[]): Flight {
  const layer = document.createElementNS(namespace, 'g')
  const waiting = paths.flatMap((path) => [path, ...(path.nextElementSibling?.matches('.hole') ? [path.nextElementSibling] : [])])
  const travellers = journeys(from, paths.flatMap(placesOf)).map((journey) => {
    const circle = document.createElementNS(namespace, 'circle')
    const { looks } = journey.goes ? journey.from : journey.to
    for (const [name, value] of Object.entries(looks)) circle.setAttribute(name, value)
    circle.animate(
      [
        { transform: place(journey.from), opacity: journey.comes ? 0 : 1 },
        { transform: place(journey.to), opacity: journey.goes ? 0 : 1 },
      ],
      { duration, easing: 'ease', fill: 'both' },
    )
    return { circle, journey }
  })
  layer.append(...travellers.map(({ circle }) => circle))
  svg.append(layer)
  for (const path of waiting) path.classList.add('aloft')
  const end = (): void => {
    layer.remove()
    for (const path of waiting) path.classList.remove('aloft')
  }
  // All leave and arrive together.
  travellers.at(-1)?.circle.getAnimations()[0]?.addEventListener('finish', end)
  return {
    end,
    dots: () =>
      layer.isConnected
        ? travellers.flatMap(({ circle, journey: { to, goes } }) => {
            const { a: scale, e: x, f: y } = new DOMMatrix(getComputedStyle(circle).transform)
            return goes ? [] : { x, y, scale, looks: to.looks }
          })
        : undefined,
  }
}

function place({ x, y, scale }: Dot): string {
  return `translate(${String(x)}px, ${String(y)}px) scale(${String(scale)})`
}
