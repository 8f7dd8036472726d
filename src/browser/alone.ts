import { viewEvent } from './views.ts'

/** A change of what stands alone on a chart: the views before and after, undefined where all stand as they were drawn. */
export interface Turn {
  from: string | undefined
  to: string | undefined
  /** By the reader, and not because the page has just come or goes to paper. */
  chosen: boolean
  /** Moves the pieces to where they now belong. */
  arrange: () => void
}

/**
 * Lets the part of a drawing that a view chooses stand alone, as large as the drawing allows. Where each piece goes was worked out when it
 * was drawn: `data-alone` is its transform, and `data-height`, on each part, that of the drawing. On paper, and with no view or with one of
 * several parts, all stand as they were drawn.
 */
export function standAlone(
  figure: HTMLElement,
  turn: (turn: Turn) => void = ({ arrange }) => {
    arrange()
  },
): void {
  const drawings = [...figure.querySelectorAll<SVGSVGElement>('.drawing svg')].map((svg) => ({
    svg,
    // A stage shows a part alone before this runs.
    box: svg.dataset.whole ?? svg.getAttribute('viewBox') ?? '',
  }))
  let alone: string | undefined

  const choose = (view: string | undefined, chosen: boolean): void => {
    const [from, to] = [alone, drawings[0] && partsOf(drawings[0].svg, view).length === 1 ? view : undefined]
    if (from === to) return
    alone = to
    const arrange = (): void => {
      for (const { svg, box } of drawings) place(svg, to, box)
    }
    turn({ from, to, chosen, arrange })
  }

  figure.addEventListener(viewEvent, () => {
    choose(figure.dataset.view, true)
  })
  // Before the sheets are counted: a browser that learns of a taller drawing later leaves out as much at the end.
  addEventListener('beforeprint', () => {
    choose(undefined, false)
  })
  addEventListener('afterprint', () => {
    choose(figure.dataset.view, false)
  })
  choose(figure.dataset.view, false)
}

/** What is in a view, or in any view where none is chosen. */
export function inView(node: Element, view: string | undefined): boolean {
  const views = node.closest<SVGElement>('[data-views]')?.dataset.views
  return view === undefined || views === undefined || views.split(' ').includes(view)
}

function partsOf(svg: SVGSVGElement, view: string | undefined): SVGElement[] {
  return [...svg.querySelectorAll<SVGElement>('[data-height]')].filter((node) => inView(node, view))
}

function place(svg: SVGSVGElement, view: string | undefined, box: string): void {
  // What goes out of view moves as well, so that it fades where the next comes.
  for (const node of svg.querySelectorAll<SVGElement>('[data-alone]'))
    if (view === undefined) node.removeAttribute('transform')
    else node.setAttribute('transform', node.dataset.alone ?? '')
  const [part] = view === undefined ? [] : partsOf(svg, view)
  const shown = part ? box.replace(/\S+$/, part.dataset.height ?? '') : box
  svg.setAttribute('viewBox', shown)
  // A drawing's shape on the page is that of its width and height.
  svg.setAttribute('height', shown.split(' ').at(-1) ?? '')
}
