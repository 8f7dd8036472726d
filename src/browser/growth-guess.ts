import { followAddress } from './address.ts'
import { shownDrawing } from './figure.ts'
import { clampGuess, fillPlaces, growthOf, readGuess } from './guess.ts'
import { createHandle } from './guess-handle.ts'
import type { Handle } from './guess-handle.ts'
import { clearGuess, drawGuess, endOnScreen, valueOnScreen } from './guess-line.ts'
import type { Ends } from './guess-line.ts'
import { showView, viewEvent } from './views.ts'

/**
 * Lets a reader draw the line before its forecast is shown, then compares the two. Who does not want to play sees everything from the
 * start. The guess is in the address and nowhere else.
 */
export function offerGuess(figure: HTMLElement): void {
  const { dataset, id } = figure
  const word = (key: string): string => dataset[key] ?? ''
  const box = figure.querySelector<HTMLElement>('.play')
  const button = box?.querySelector('button')
  const drawing = figure.querySelector<HTMLElement>('.drawing')
  const title = figure.querySelector('h3')
  if (!box || !button || !drawing || !title) return
  const finding = title.textContent
  const most = Number(dataset.most)
  const start = Number(dataset.start)
  const years = Number(dataset.years)
  const ends: Ends = { marks: [word('startMark'), word('endMark')], values: [start, Number(dataset.end)], years }

  const amount = Object.assign(document.createElement('input'), { type: 'number', min: '1', max: String(most), step: '1' })
  const label = Object.assign(document.createElement('label'), { textContent: `${word('amount')} `, hidden: true })
  label.append(amount)
  const result = document.createElement('output')
  const link = Object.assign(document.createElement('a'), { textContent: word('link'), hidden: true })
  button.before(label)
  box.append(result, link)

  let guess = start
  let handle: Handle | undefined
  let shown = false

  const money = (compactDisplay: 'short' | 'long'): string => {
    const format = new Intl.NumberFormat(dataset.locale, { notation: 'compact', compactDisplay, maximumSignificantDigits: 6 })
    return fillPlaces(word(compactDisplay), { n: format.format(guess * Number(dataset.scale)) })
  }
  const percent = (share: number): string =>
    fillPlaces(word('rate'), { n: new Intl.NumberFormat(dataset.locale, { maximumFractionDigits: 1 }).format(share * 100) })

  function draw(): void {
    const name = fillPlaces(word('you'), { guess: money('short') })
    for (const svg of drawing?.querySelectorAll('svg') ?? []) drawGuess(svg, ends, guess, name)
    handle?.set(guess, money('long'))
    place()
  }

  function place(): void {
    const svg = shownDrawing(figure)
    if (!handle || !svg) return
    const { x, y } = endOnScreen(svg, ends, guess)
    handle.place(x, y)
  }

  function move(value: number): void {
    if (!Number.isFinite(value)) return
    guess = clampGuess(value, most)
    if (document.activeElement !== amount) amount.valueAsNumber = guess
    draw()
  }

  /** Puts everything back as it was, or prepares the next state. */
  function rest(): void {
    handle?.remove()
    handle = undefined
    shown = false
    label.hidden = link.hidden = true
    result.textContent = ''
    if (title) title.textContent = finding
    if (button) button.textContent = word('draw')
    figure.classList.remove('playing')
    for (const svg of drawing?.querySelectorAll('svg') ?? []) clearGuess(svg)
  }

  function play(): void {
    rest()
    if (!drawing || !title || !button) return
    figure.classList.add('playing')
    title.textContent = word('question')
    button.textContent = word('reveal')
    label.hidden = false
    handle = createHandle(drawing, {
      name: word('amount'),
      most,
      valueAt: (clientY) => {
        const svg = shownDrawing(figure)
        return svg ? valueOnScreen(svg, ends, clientY) : guess
      },
      heed: move,
    })
    showView(figure, word('before'))
    amount.valueAsNumber = guess
    draw()
    handle.focus()
  }

  function reveal(value: number): void {
    rest()
    guess = value
    shown = true
    showView(figure, undefined)
    draw()
    const growth = percent(Math.abs(growthOf(start, guess, years)))
    const sentence = fillPlaces(word(guess < start ? 'fall' : 'rise'), { guess: money('long'), growth })
    result.textContent = `${sentence} ${word('later')}`
    link.href = `#${id}/guess-${String(guess)}`
    link.hidden = false
    if (button) button.textContent = word('again')
  }

  function show(): void {
    const known = location.hash
    reveal(guess)
    if (link.hash !== known) history.pushState(null, '', link.hash)
    button?.focus({ preventScroll: true })
  }

  button.addEventListener('click', () => {
    if (handle) show()
    else play()
  })
  amount.addEventListener('input', () => {
    move(amount.valueAsNumber)
  })
  amount.addEventListener('change', () => {
    amount.valueAsNumber = guess
  })
  amount.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') show()
  })
  figure.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !handle) return
    rest()
    showView(figure, undefined)
    button.focus({ preventScroll: true })
  })
  // A view the reader chooses ends the drawing; one that comes by scrolling must not give the forecast away.
  figure.querySelector('.views')?.addEventListener('click', () => handle && rest(), { capture: true })
  figure.addEventListener(viewEvent, () => {
    if (handle) showView(figure, word('before'))
  })
  new ResizeObserver(place).observe(drawing)

  followAddress(({ place: figureOrSection, part }) => {
    const given = figureOrSection === id ? readGuess(part, most) : undefined
    if (given !== undefined) {
      reveal(given)
      figure.scrollIntoView()
    } else if (shown || (handle && figureOrSection === id)) rest()
  })
}
