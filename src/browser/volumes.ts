/** The part of a field of squares, drawn as dashed lines row by row, that its first so many take. */
export function fillField(field: string, across: number, count: number): string {
  const rows = field.match(/M[^M]+/g) ?? []
  const full = Math.floor(count / across)
  const [, start = '', length = ''] = /^(.*h)(.*)$/.exec(rows[0] ?? '') ?? []
  const begun = rows[full]?.replace(/h.*/, `h${String(((count % across) * Number(length)) / across)}`)
  return start === '' ? '' : [...rows.slice(0, full), count % across === 0 ? undefined : begun].join('')
}

/** How many there are after so long at a steady rate, and how many of them in the minute begun. */
export function countAt(rate: number, milliseconds: number): { count: number; inMinute: number } {
  const seconds = Math.max(0, milliseconds) / 1000
  return { count: Math.floor(rate * seconds), inMinute: Math.floor(rate * (seconds % 60)) }
}

/**
 * A count as a language writes it.
 *
 * @param example how it writes 1234567890, digits from 1 to 9 and 0 and what stands between them
 */
export function writeCount(count: number, example: string): string {
  const digits: string[] = example.match(/\p{Nd}/gu) ?? []
  let [text, rest] = ['', String(count)]
  for (const mark of Array.from(example).reverse()) {
    if (rest === '') break
    const isDigit = digits.includes(mark)
    text = (isDigit ? (digits.at(Number(rest.at(-1)) - 1) ?? '') : mark) + text
    if (isDigit) rest = rest.slice(0, -1)
  }
  return text
}

/** Milliseconds from one count to the next: often enough to run, and seldom enough that a slow phone can answer a finger in between. */
const pace = 100

/**
 * Counts at the pace of the chart since the page was opened, and fills a minute's field again and again. It runs only while it is seen; what it
 * shows comes from the clock, so that a rest costs it nothing. Where less motion is asked for, the minute's worth stands as it was drawn.
 */
export function enliven(figure: HTMLElement): void {
  const counters = new Map<Element, Counter>()
  for (const svg of figure.querySelectorAll<SVGSVGElement>('.drawing svg')) {
    const counter = counterIn(svg)
    if (counter) counters.set(svg, counter)
  }
  const [any] = counters.values()
  if (!any) return
  // Once for a screen reader, and never again: the drawing that counts is hidden from it.
  const sentence = Object.assign(document.createElement('p'), { className: 'unseen', textContent: any.still })
  figure.querySelector('.drawing')?.after(sentence)

  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  let seen: Counter | undefined
  let next: ReturnType<typeof setTimeout> | undefined

  function tick(): void {
    seen?.show(Date.now() - performance.timeOrigin)
    next = setTimeout(tick, pace)
  }

  function settle(): void {
    clearTimeout(next)
    for (const counter of counters.values()) counter.run(!calm.matches)
    if (seen && !calm.matches && document.visibilityState === 'visible') tick()
  }

  const watch = new IntersectionObserver((entries) => {
    // The drawing that the stylesheet hides at this width is never seen.
    for (const { isIntersecting, target } of entries) {
      const counter = counters.get(target)
      if (isIntersecting) seen = counter
      else if (seen === counter) seen = undefined
    }
    settle()
  })
  for (const svg of counters.keys()) watch.observe(svg)
  document.addEventListener('visibilitychange', settle)
  calm.addEventListener('change', settle)
  settle()
}

interface Counter {
  /** What is said of a minute while nothing counts. */
  still: string
  run: (running: boolean) => void
  show: (milliseconds: number) => void
}

function counterIn(svg: SVGSVGElement): Counter | undefined {
  const still = svg.querySelector('.still')
  const running = svg.querySelector<SVGElement>('.running')
  const field = svg.querySelector<SVGElement>('[data-across]')
  const number = running?.firstElementChild
  if (!still || !running || !field || !number) return undefined
  const whole = field.getAttribute('d') ?? ''
  const across = Number(field.dataset.across)
  const { rate, example = '' } = running.dataset
  return {
    still: [...still.querySelectorAll('text, tspan')].flatMap((node) => (node.children.length > 0 ? [] : node.textContent)).join(' '),
    run(running) {
      svg.classList.toggle('counting', running)
      if (!running) field.setAttribute('d', whole)
    },
    show(milliseconds) {
      const { count, inMinute } = countAt(Number(rate), milliseconds)
      number.textContent = writeCount(count, example)
      field.setAttribute('d', fillField(whole, across, inMinute))
    },
  }
}
