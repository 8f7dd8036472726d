import { followAddress } from './address.ts'
import { shownDrawing } from './figure.ts'
import { showView } from './views.ts'

/**
 * Where the steps of a chart stand: beside it or under it while it sticks, or after it as plain text where it would fill the screen. The
 * stylesheet has a layout for each.
 */
type Layout = 'beside' | 'under' | 'after'

/** How much smaller than drawn a drawing may be shown while it sticks: its smallest text stays at 12 px. */
const leastScale = { narrow: 1, wide: 0.875 }

/** Tells a chart by its steps: the one that is being read shows its view and is in the address. */
function tell(scrolly: HTMLElement): void {
  const figure = scrolly.querySelector<HTMLElement>('figure.chart')
  const drawing = figure?.querySelector<HTMLElement>('.drawing')
  const list = scrolly.querySelector<HTMLElement>('.scrolly-steps')
  if (!figure || !drawing || !list) return
  const steps = [...list.querySelectorAll<HTMLElement>('.scrolly-step')]
  for (const step of steps)
    for (const link of step.querySelectorAll<HTMLAnchorElement>('.to-chart a')) link.href = `#${figure.id}/${step.dataset.view ?? ''}`

  // Steps and drawing share a box while the drawing sticks, so that it stays exactly as long as they last.
  const stage = Object.assign(document.createElement('div'), { className: 'stage' })
  let layout: Layout | undefined
  let current: HTMLElement | undefined
  let written: HTMLElement | undefined
  let line: IntersectionObserver | undefined
  let screen = ''

  const read = (step: HTMLElement | undefined): void => {
    if (step === current) return
    current?.classList.remove('read')
    step?.classList.add('read')
    if (layout !== 'after') {
      if (step) showView(figure, step.dataset.view)
      // Before the first step and after the last the whole chart shows, unless the reader chose something else.
      else if (figure.dataset.view === current?.dataset.view) showView(figure, undefined)
    }
    current = step
    if (!('onscrollend' in window)) writeAddress()
  }

  /** The address follows the reader once the page rests, so that a journey to another part leaves it alone. */
  const writeAddress = (): void => {
    if (written === current) return
    const left = location.hash === `#${written?.id ?? ''}`
    written = current
    if (current) history.replaceState(history.state, '', `#${current.id}`)
    else if (left) history.replaceState(history.state, '', location.pathname + location.search)
  }

  /** Measures once for a size of the screen. */
  const arrange = (): void => {
    const { clientWidth, clientHeight } = document.documentElement
    if (screen === `${String(clientWidth)} ${String(clientHeight)}`) return
    screen = `${String(clientWidth)} ${String(clientHeight)}`
    layout = fittingLayout(figure, clientHeight)
    scrolly.dataset.layout = layout
    if (layout === 'after') {
      if (stage.isConnected) stage.replaceWith(drawing)
      figure.after(list)
    } else if (!stage.isConnected) {
      drawing.before(stage)
      stage.append(drawing, list)
    }
    scrolly.style.setProperty('--masthead', `${String(mastheadHeight())}px`)
    const stuck = layout === 'under' ? mastheadHeight() + drawing.offsetHeight : 0
    scrolly.style.setProperty('--stuck', `${String(stuck)}px`)
    // A step is being read while it crosses a line: the middle of what the drawing leaves of the screen.
    const height = Math.round(((stuck + clientHeight) / 2 / clientHeight) * 100)
    line?.disconnect()
    const crossing = new Set<Element>()
    line = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) crossing.add(target)
          else crossing.delete(target)
        read(steps.findLast((step) => crossing.has(step)))
      },
      { rootMargin: `-${String(height)}% 0px -${String(100 - height)}% 0px` },
    )
    for (const step of steps) line.observe(step)
  }

  arrange()
  addEventListener('resize', arrange)
  addEventListener('scrollend', writeAddress)
  followAddress(({ place, part }) => {
    const step = steps.find(({ id }) => id === `${place}/${part ?? ''}`)
    if (step && layout !== 'after') showView(figure, step.dataset.view)
  })
}

/** How the steps can stand so that neither the drawing nor the text is ever cut. */
function fittingLayout(figure: HTMLElement, height: number): Layout {
  const svg = shownDrawing(figure)
  if (!svg) return 'after'
  const least = svg.viewBox.baseVal.height * (svg.matches('.wide') ? leastScale.wide : leastScale.narrow)
  if (matchMedia('(min-width: 60rem)').matches) return mastheadHeight() + least + 32 <= height ? 'beside' : 'after'
  return mastheadHeight() + least + 16 <= 0.6 * height ? 'under' : 'after'
}

/** What the masthead covers of the screen; nothing where it moves with the page. */
function mastheadHeight(): number {
  const masthead = document.querySelector<HTMLElement>('.masthead')
  return masthead && getComputedStyle(masthead).position === 'sticky' ? masthead.offsetHeight : 0
}

for (const scrolly of document.querySelectorAll<HTMLElement>('.scrolly')) tell(scrolly)
