import { followAddress } from './address.ts'
import { fitStage } from './stage.ts'
import type { Layout } from './stage.ts'
import { showView } from './views.ts'

/**
 * A step is being read while it crosses a line of the screen, in per cent of its height: the middle beside a drawing, below the drawing where
 * it sticks above the steps, and as it comes in where steps lie over the drawing, so that the change is seen before the words hide a part of it.
 */
const lines: Record<Layout, number> = { beside: 50, under: 78, over: 92, after: 50 }

/** Tells a chart by its steps: the one that is being read shows its view and is in the address. */
function tell(figure: HTMLElement): void {
  const steps = [...figure.querySelectorAll<HTMLElement>('.step')]
  const { dataset } = figure
  let current: HTMLElement | undefined
  let written: HTMLElement | undefined
  let line: IntersectionObserver | undefined
  /** A link has brought the reader to a step or a view; on the journey there and at its end other steps cross the line that nobody reads. */
  let travelling = false

  const show = (view: string | undefined): void => {
    // While the reader draws a line of their own, and while it is compared, the chart is theirs.
    if (dataset.layout !== 'after' && dataset.playing === undefined) showView(figure, view)
  }

  const read = (step: HTMLElement | undefined): void => {
    if (step === current) return
    current?.classList.remove('read')
    step?.classList.add('read')
    current = step
    // Between two steps, before the first and after the last, what was shown stays.
    if (step && !travelling) show(step.dataset.view)
    if (!('onscrollend' in window)) settle()
  }

  /** The address follows the reader once the page rests, so that a journey to another part leaves it alone. */
  const settle = (): void => {
    if (travelling) written = current
    travelling = false
    if (written === current || dataset.playing !== undefined) return
    const left = location.hash === `#${written?.id ?? ''}`
    written = current
    if (current) history.replaceState(history.state, '', `#${current.id}`)
    else if (left) history.replaceState(history.state, '', location.pathname + location.search)
  }

  const arrange = (): void => {
    const before = dataset.layout
    fitStage(figure)
    const layout = dataset.layout as Layout
    if (line && before === layout) return
    // Two parts of a drawing that do not fit one over the other are never shown together here.
    if (layout !== 'after' && figure.querySelector('.drawing [data-height]')) dataset.rest = dataset.first ?? ''
    else delete dataset.rest
    if (layout === 'after') {
      if (before !== undefined && before !== 'after') showView(figure, undefined)
    } else if (dataset.view === undefined) show(dataset.first)
    line?.disconnect()
    const crossing = new Set<Element>()
    line = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) crossing.add(target)
          else crossing.delete(target)
        read(steps.findLast((step) => crossing.has(step)))
      },
      { rootMargin: `-${String(lines[layout])}% 0px -${String(100 - lines[layout])}% 0px` },
    )
    for (const step of steps) line.observe(step)
  }

  followAddress(({ place, part }) => {
    const step = steps.find(({ id }) => id === `${place}/${part ?? ''}`)
    if (step) show(step.dataset.view)
    travelling = step !== undefined || (place === figure.id && part !== undefined)
  })
  arrange()
  addEventListener('resize', arrange)
  addEventListener('scrollend', () => {
    // What crosses the line is told a frame after the page has come to rest.
    requestAnimationFrame(() => requestAnimationFrame(settle))
  })
  // Whoever takes the page into their own hands is reading again.
  for (const sign of ['wheel', 'touchmove', 'keydown'])
    addEventListener(
      sign,
      () => {
        travelling = false
      },
      { passive: true },
    )
}

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-first]')) tell(figure)
