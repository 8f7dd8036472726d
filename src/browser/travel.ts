import { pushAddress } from './address.ts'
import { shownDrawing } from './figure.ts'

/** Where a disc is on the screen, in pixels, and what it looks like. */
interface Disc {
  node: SVGCircleElement
  x: number
  y: number
  r: number
}

const duration = 500
const namespace = 'http://www.w3.org/2000/svg'

/**
 * Lets the discs of a chart travel to the same players in another chart of the page, which comes into view as its link is followed. Where the
 * other chart is on another page, the link is a link.
 */
export function offerTravel(figure: HTMLElement): void {
  figure.querySelector<HTMLAnchorElement>('.switch a')?.addEventListener('click', (event) => {
    const { hash, pathname } = event.currentTarget as HTMLAnchorElement
    const other = pathname === location.pathname ? document.getElementById(hash.slice(1)) : null
    // Whoever asks for a new tab gets one.
    if (!other || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const from = discsOf(figure)
    other.scrollIntoView({ behavior: 'instant' })
    // A reader who goes by key needs the switch back on the screen, others the drawing.
    if (event.detail > 0) other.querySelector('.drawing')?.scrollIntoView({ behavior: 'instant', block: 'nearest' })
    other.querySelector<HTMLElement>('.switch a')?.focus({ preventScroll: true })
    pushAddress(hash)
    if (matchMedia('(prefers-reduced-motion: no-preference)').matches) fly(from, discsOf(other))
  })
}

function discsOf(figure: HTMLElement): Map<string, Disc> {
  const svg = shownDrawing(figure)
  const nodes = [...(svg?.querySelectorAll<SVGCircleElement>('[data-mark]:not(.away, .away *) > circle.dot') ?? [])]
  // Of a player drawn twice, the first is the one that is meant.
  return new Map(
    nodes.toReversed().map((node) => {
      const { left, top, width } = node.getBoundingClientRect()
      return [node.parentElement?.dataset.mark ?? '', { node, x: left + width / 2, y: top + width / 2, r: width / 2 }]
    }),
  )
}

/** Sends discs from where they were to where they belong, over the page; what belongs there waits unseen. Scrolling or a key ends it. */
function fly(from: ReadonlyMap<string, Disc>, to: ReadonlyMap<string, Disc>): void {
  const layer = document.createElementNS(namespace, 'svg')
  layer.setAttribute('class', 'flight')
  layer.setAttribute('aria-hidden', 'true')
  const waiting: Element[] = []
  for (const [player, start] of from) {
    const end = to.get(player)
    const circle = document.createElementNS(namespace, 'circle')
    circle.setAttribute('class', (end ?? start).node.getAttribute('class') ?? '')
    circle.setAttribute('r', '1')
    layer.append(circle)
    circle.animate(
      [
        { transform: place(start), opacity: 1 },
        { transform: place(end ?? start), opacity: end ? 1 : 0 },
      ],
      { duration, easing: 'ease-in-out', fill: 'both' },
    )
    if (end) waiting.push(end.node)
  }
  for (const node of waiting) node.classList.add('aloft')
  document.body.append(layer)
  const land = new AbortController()
  land.signal.addEventListener('abort', () => {
    layer.remove()
    for (const node of waiting) node.classList.remove('aloft')
  })
  const end = (): void => {
    land.abort()
  }
  // Caught on their way down, so that the press that began it does not end it.
  for (const sign of ['wheel', 'touchmove', 'keydown', 'click'])
    addEventListener(sign, end, { signal: land.signal, passive: true, capture: true })
  // All leave and arrive together.
  layer.lastElementChild?.getAnimations()[0]?.addEventListener('finish', end)
}

function place({ x, y, r }: Disc): string {
  return `translate(${String(x)}px, ${String(y)}px) scale(${String(r)})`
}
