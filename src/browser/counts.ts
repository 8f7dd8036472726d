import { inView } from './alone.ts'
import type { Turn } from './alone.ts'
import { shownDrawing } from './figure.ts'

/** A dot on a drawing, by its middle, how far it is enlarged, and what it looks like: a ring, or a disc as a ring without a hole. */
export interface Dot {
  x: number
  y: number
  scale: number
  looks: Readonly<{ class: string; radius: number; thick: number }>
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

/** A dot's way. */
export interface Journey {
  from: Dot
  to: Dot
  comes: boolean
  goes: boolean
}

/** Which dot travels from where to where: the first to the first, and so on. Those that only one of two fields has come or go on the spot. */
export function journeys(from: readonly Dot[], to: readonly Dot[]): Journey[] {
  return Array.from({ length: Math.max(from.length, to.length) }).flatMap((_, index) => {
    const [start, end] = [from[index] ?? to[index], to[index] ?? from[index]]
    return start && end ? { from: start, to: end, comes: index >= from.length, goes: index >= to.length } : []
  })
}

/** Where a dot is when it has gone so much of its way, from 0 to 1. */
export function onTheWay({ from, to, goes }: Journey, progress: number): Dot {
  const between = (start: number, end: number): number => start + (end - start) * progress
  return {
    x: between(from.x, to.x),
    y: between(from.y, to.y),
    scale: between(from.scale, to.scale),
    looks: goes ? from.looks : to.looks,
  }
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
  const looks = { class: path.getAttribute('class') ?? '', radius: (width - thick) / 2, thick }
  return dotsOf(path.getAttribute('d') ?? '').map(({ x, y }) => ({ x: scale * x + e, y: scale * y + f, scale, looks }))
}

interface Flight {
  /** Where the dots are now, until they have arrived. */
  dots: () => Dot[] | undefined
  end: () => void
}

/**
 * Sends dots from where they were to a field's places, over the field, which waits unseen until they are there. Those that look alike are one
 * path that is drawn anew in every frame: an element and an animation for each dot keep a phone from answering.
 */
function fly(svg: SVGSVGElement, from: readonly Dot[], paths: readonly SVGPathElement[]): Flight {
  const layer = document.createElementNS(namespace, 'g')
  layer.setAttribute('class', 'travellers')
  const waiting = paths.flatMap((path) => [path, ...(path.nextElementSibling?.matches('.hole') ? [path.nextElementSibling] : [])])
  const all = journeys(from, paths.flatMap(placesOf))
  const alike = Map.groupBy(all, ({ comes, goes, from, to }) =>
    JSON.stringify([comes, goes, from.scale, to.scale, goes ? from.looks : to.looks]),
  )
  const flocks = [...alike.values()].map((flock) => ({ flock, path: document.createElementNS(namespace, 'path') }))
  layer.append(...flocks.map(({ path }) => path))
  svg.append(layer)
  for (const path of waiting) path.classList.add('aloft')

  const clock = layer.animate(null, { duration, easing: 'ease', fill: 'both' })
  const gone = (): number => clock.effect?.getComputedTiming().progress ?? 0
  let frame = 0
  const draw = (): void => {
    for (const { flock, path } of flocks) paint(path, flock, gone())
    frame = requestAnimationFrame(draw)
  }
  draw()
  const end = (): void => {
    cancelAnimationFrame(frame)
    layer.remove()
    for (const path of waiting) path.classList.remove('aloft')
  }
  clock.addEventListener('finish', end)
  return {
    end,
    dots: () => (layer.isConnected ? all.flatMap((journey) => (journey.goes ? [] : onTheWay(journey, gone()))) : undefined),
  }
}

/** Draws dots that look alike, all at the same part of their ways. */
function paint(path: SVGPathElement, flock: readonly Journey[], progress: number): void {
  const dots = flock.map((journey) => onTheWay(journey, progress))
  const [one] = dots
  const [journey] = flock
  if (!one || !journey) return
  path.setAttribute('class', one.looks.class)
  path.setAttribute('stroke-width', String(one.looks.thick * one.scale))
  path.setAttribute('opacity', String(journey.comes ? progress : journey.goes ? 1 - progress : 1))
  path.setAttribute('d', rings(dots, one.looks.radius * one.scale))
}

/** Rings as one path, in hundredths of a unit. */
function rings(middles: readonly { x: number; y: number }[], radius: number): string {
  const [r, across] = [radius.toFixed(2), (2 * radius).toFixed(2)]
  const ring = `a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 -${across} 0`
  return middles.map(({ x, y }) => `M${(x - radius).toFixed(2)} ${y.toFixed(2)}${ring}`).join('')
}
