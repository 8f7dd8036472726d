import { followAddress } from './address.ts'
import { standAlone } from './alone.ts'
import type { Turn } from './alone.ts'
import { paintPressesFirst } from './press.ts'
import { offerShare } from './share.ts'
import { answerMarks } from './tip.ts'
import type { Tip } from './tip.ts'
import { offerViews, showView, viewsOf } from './views.ts'

interface Behaviour {
  enliven?: (figure: HTMLElement, tip: Tip) => void
  /** How the parts that a view lets stand alone get to their places, where they do not do so at once. */
  carry?: (figure: HTMLElement) => (turn: Turn) => void
}

/** A chart's own behaviour, by its form: what it can do beside answering for its marks and switching its views. */
const own: Record<string, (figure: HTMLElement) => Promise<Behaviour>> = {
  counts: () => import('./counts.ts'),
  // A chart of one edition asks for the reader's own line first; a record of all editions plays the year that is picked.
  growth: ({ dataset }) => (dataset.startMark === undefined ? import('./growth-record.ts') : import('./growth-guess.ts')),
  players: () => import('./players.ts'),
  timeline: () => import('./timeline.ts'),
  volumes: () => import('./volumes.ts'),
}

paintPressesFirst()

const figures = [...document.querySelectorAll<HTMLElement>('figure.chart')]
const awake = new Map<HTMLElement, Promise<void>>()

/** Makes a chart answer, and loads what its form can do beside; once. */
function wake(figure: HTMLElement): Promise<void> {
  const known = awake.get(figure)
  if (known) return known
  const loading = (async () => {
    const behaviour = await own[figure.dataset.form ?? '']?.(figure)
    const tip = answerMarks(figure)
    offerViews(figure)
    offerShare(figure)
    standAlone(figure, behaviour?.carry?.(figure))
    behaviour?.enliven?.(figure, tip)
    if (figure.querySelector('.switch a'))
      void import('./travel.ts').then(({ offerTravel }) => {
        offerTravel(figure)
      })
  })()
  awake.set(figure, loading)
  return loading
}

// A chart wakes when it is a screen away, so that it answers by the time it is read.
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) {
        near.unobserve(target)
        void wake(target as HTMLElement)
      }
  },
  { rootMargin: '100% 0px' },
)
for (const figure of figures) near.observe(figure)

/** The view each chart was written with; a chart told by steps has the view of its step. */
const written = new Map(figures.map((figure) => [figure, figure.dataset.view]))
const isTold = ({ dataset: { layout } }: HTMLElement): boolean => layout !== undefined && layout !== 'after'

followAddress(({ place, part }) => {
  const figure = figures.find(({ id }) => id === place)
  // A view that was chosen goes with the address that named it.
  for (const [other, view] of written) if (other !== figure && other.dataset.view !== view && !isTold(other)) showView(other, view)
  if (!figure) return
  void wake(figure).then(() => {
    const view = part !== undefined && viewsOf(figure).includes(part) ? part : undefined
    // What else an address may name of a chart is for the chart's own behaviour, and leaves the view as it is.
    if (part === undefined || view !== undefined) showView(figure, view)
    // A view has no element of its own that the browser could have gone to.
    if (view !== undefined) figure.scrollIntoView()
  })
})

function openUse(address: string): void {
  import('./use.ts')
    .then((use) => use.openUse(address))
    // What cannot be shown here stands there.
    .catch(() => {
      location.href = address
    })
}

document.addEventListener('click', (event) => {
  const control = event.target instanceof Element ? event.target.closest<HTMLElement>('a.use, .use > summary') : null
  // Whoever asks for a new tab gets one.
  if (!control || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  openUse(control instanceof HTMLAnchorElement ? control.href : '#use')
})
if (location.hash === '#use' && document.getElementById('use')) openUse('#use')
