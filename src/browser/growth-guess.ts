import { followAddress, pushAddress, readAddress } from './address.ts'
import { shownDrawing } from './figure.ts'
import { fillPlaces } from './fill.ts'
import { clampGuess, compareWith, directionOf, growthOf, readGuess } from './guess.ts'
import { createHandle } from './guess-handle.ts'
import type { Handle } from './guess-handle.ts'
import { clearGuess, drawGuess, endOnScreen, valueOnScreen } from './guess-line.ts'
import type { Ends } from './guess-line.ts'
import { showView, viewEvent } from './views.ts'

/**
 * Lets a reader draw the line before its forecast is shown, then compares the two. Who does not want to play sees everything from the
 * start. The guess is in the address and nowhere else. From the first touch to the end the figure carries `data-playing`, `drawing` or
 * `shown`; a view that anybody else shows ends it.
 */
export function enliven(figure: HTMLElement): void {
  const { dataset, id } = figure
  const word = (key: string): string => dataset[key] ?? ''
  const box = figure.querySelector<HTMLElement>('.play')
  const button = box?.querySelector('button')
  const drawing = figure.querySelector<HTMLElement>('.drawing')
  const title = figure.querySelector('figcaption > :first-child')
  if (!box || !button || !drawing || !title) return
  const finding = title.textContent
  const number = (key: string): number => Number(dataset[key])
  const [most, start, end, years] = [number('most'), number('start'), number('end'), number('years')]
  const ends: Ends = { marks: [word('startMark'), word('endMark')], values: [start, end], years }

  const amount = Object.assign(document.createElement('input'), { type: 'number', min: '1', max: String(most), step: '1' })
  const label = Object.assign(document.createElement('label'), { textContent: word('amount'), hidden: true })
  label.append(amount)
  const result = document.createElement('output')
  button.before(label)
  box.append(result)

  let guess = start
  let handle: Handle | undefined
  /** What the chart showed before the play. */
  let before: string | undefined

  const money = (value: number, compactDisplay: 'short' | 'long'): string => {
    const format = new Intl.NumberFormat(dataset.locale, { notation: 'compact', compactDisplay, maximumSignificantDigits: 6 })
    return fillPlaces(word(compactDisplay), { n: format.format(value * number('scale')) })
  }
  const percent = (share: number): string =>
    fillPlaces(word('rate'), { n: new Intl.NumberFormat(dataset.locale, { maximumFractionDigits: 1 }).format(share * 100) })

  function draw(): void {
    const name = fillPlaces(word('you'), { guess: money(guess, 'short') })
    for (const svg of drawing?.querySelectorAll('svg') ?? []) drawGuess(svg, ends, guess, name, !handle)
    handle?.set(guess, money(guess, 'long'))
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

  /** Takes the play away and leaves the view to who ends it. */
  function rest(): void {
    handle?.remove()
    handle = undefined
    delete dataset.playing
    label.hidden = true
    result.textContent = ''
    if (title) title.textContent = finding
    if (button) button.textContent = word('draw')
    for (const svg of drawing?.querySelectorAll('svg') ?? []) clearGuess(svg)
  }

  function play(): void {
    if (!dataset.playing) before = dataset.view
    rest()
    if (!drawing || !title || !button) return
    dataset.playing = 'drawing'
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
    showView(figure, dataset.before)
    amount.valueAsNumber = guess
    draw()
    handle.focus()
  }

  function reveal(value: number): void {
    rest()
    guess = value
    dataset.playing = 'shown'
    showView(figure, undefined)
    draw()
    const growth = growthOf(start, guess, years)
    const compared = (other: number): Record<string, string> => {
      const gap = money(Math.abs(guess - other), 'long')
      return { guess: money(guess, 'long'), compared: fillPlaces(word(compareWith(guess, other)), { gap }) }
    }
    const sentences = [
      fillPlaces(word('forecast'), compared(end)),
      fillPlaces(word(directionOf(growth)), { growth: percent(Math.abs(growth)) }),
      fillPlaces(word('later'), compared(number('latest'))),
    ]
    result.textContent = sentences.join(' ')
    if (button) button.textContent = word('again')
  }

  function show(): void {
    const address = `#${id}/guess-${String(guess)}`
    reveal(guess)
    if (address !== location.hash) pushAddress(address)
    button?.focus({ preventScroll: true })
  }

  const guessInAddress = (): number | undefined => {
    const { place, part } = readAddress()
    return place === id ? readGuess(part, most) : undefined
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
  figure.addEventListener('keydown', (event) => {
    if (!handle || event.defaultPrevented) return
    // From the field and from the handle alike; what is left of the key must not press the button that is focused then.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      show()
    }
    if (event.key !== 'Escape') return
    const given = guessInAddress()
    rest()
    if (given === undefined) showView(figure, before)
    else reveal(given)
    button.focus({ preventScroll: true })
  })
  figure.addEventListener(viewEvent, () => {
    if (dataset.playing && dataset.view !== (handle && dataset.before)) rest()
  })
  new ResizeObserver(place).observe(drawing)

  followAddress(({ place }) => {
    const given = guessInAddress()
    if (given !== undefined) {
      reveal(given)
      figure.scrollIntoView()
    } else if (dataset.playing === 'shown' || (handle && place === id)) rest()
  })
}
