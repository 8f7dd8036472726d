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
  /** Place of the step that was told last, or before the first. */
  let told = -1
  let line: IntersectionObserver | undefined
  const crossing = new Set<Element>()
  let pause: ReturnType<typeof setTimeout> | undefined
  /** A link, or back and forward, takes the reader somewhere; what crosses the line on the journey and at its end is not being read. */
  let journey: { named: boolean } | undefined

  const show = (view: string | undefined): void => {
    // While the reader draws a line of their own, and while it is compared, the chart is theirs.
    if (dataset.layout !== 'after' && dataset.playing === undefined) showView(figure, view)
  }

  const read = (step: HTMLElement | undefined): void => {
    if (step === current) return
    current?.classList.remove('read')
    step?.classList.add('read')
    current = step
    if (step) told = steps.indexOf(step)
    if (journey) return
    // Between two steps, before the first and after the last, what was shown stays.
    if (step) show(step.dataset.view)
    // Of steps that fly past, only the one that the page rests on comes into the address.
    clearTimeout(pause)
    pause = setTimeout(writeAddress, 150)
  }

  const writeAddress = (): void => {
    if (journey || dataset.playing !== undefined) return
    if (current) history.replaceState(history.state, '', `#${current.id}`)
    else if (steps.some(({ id }) => location.hash === `#${id}`))
      history.replaceState(history.state, '', location.pathname + location.search)
  }

  const cross = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) crossing.add(target)
      else crossing.delete(target)
    read(steps.findLast((step) => crossing.has(step)))
  }

  /** The last step that is above the line, or crosses it. */
  const passed = (): number => {
    const across = (innerHeight * lines[dataset.layout as Layout]) / 100
    return steps.findLastIndex((step) => step.getBoundingClientRect().top < across)
  }

  const arrive = (): void => {
    const ended = journey
    // What crosses the line is known a frame after the page has come to rest; by then the next journey may have begun.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        cross(line?.takeRecords() ?? [])
        // Until the page is whole, a browser goes to the place that its address names more than once.
        if (journey !== ended || document.readyState !== 'complete') return
        journey = undefined
        const place = passed()
        // Whoever leapt over steps, as by a key to the end of the page, is between two that were not told, and sees what the words before say;
        // whoever left a step is after it or, going back, before it.
        const leapt = !current && place !== told && place !== told - 1
        if (leapt && !ended?.named) show(steps[place]?.dataset.view ?? dataset.first)
        else if (ended && !ended.named && current) show(current.dataset.view)
        told = place
      }),
    )
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
    crossing.clear()
    line = new IntersectionObserver(cross, { rootMargin: `-${String(lines[layout])}% 0px -${String(100 - lines[layout])}% 0px` })
    for (const step of steps) line.observe(step)
  }

  followAddress(({ place, part }) => {
    const step = steps.find(({ id }) => id === `${place}/${part ?? ''}`)
    // A view that was chosen goes with the address that named it.
    if (place !== figure.id) show((step ?? current)?.dataset.view ?? dataset.first)
    // A browser that does not say when a page has come to rest leaves nobody on a journey.
    journey = place !== '' && 'onscrollend' in window ? { named: step !== undefined || place === figure.id } : undefined
  })
  arrange()
  addEventListener('resize', arrange)
  addEventListener('scrollend', arrive)
  // A browser that opens the page where it was left goes there before anybody listens.
  addEventListener('load', () => {
    if (!journey) arrive()
  })
  // Whoever takes the page into their own hands is reading again.
  for (const sign of ['wheel', 'touchmove', 'keydown'])
    addEventListener(
      sign,
      () => {
        journey = undefined
      },
      { passive: true },
    )
}

// One after the other, with the browser between them: together they would keep a slow phone from answering.
for (const figure of document.querySelectorAll<HTMLElement>('figure[data-first]')) setTimeout(tell, 0, figure)
