import { describeRow, gapTo, markBoxes, rowOf, shownDrawing } from './figure.ts'
import { afterPaint } from './paint.ts'
import type { Point } from './figure.ts'

/** How far from a mark, in pixels, a pointer still means it. */
const reach = 32

/** Lets other behaviours of a chart say which mark is meant. */
export interface Tip {
  /** Shows the numbers of a mark, or of none; spoken when it was chosen and not merely passed over. */
  point: (mark: string | undefined, spoken?: boolean) => void
  /** Chooses the mark so many places on from the one last chosen. */
  step: (by: number) => void
  /** The mark whose numbers are shown. */
  current: () => string | undefined
  /** Lets a form decide where a key leads from the mark last chosen; where that is nowhere, the reader stays. */
  steer: (lead: (key: string, from: string | undefined) => string | undefined) => void
  /** Speaks to a screen reader. */
  say: (words: string) => void
}

/** What a chart dispatches when a mark is chosen by key, button or touch; `detail` is its id. */
export const markEvent = 'pasar:mark'

/**
 * Lets a chart be asked by pointer, touch and keyboard: the mark nearest to the pointer, or the next one by arrow keys, says its numbers
 * beside itself and to a screen reader. The words are those of its row in the table.
 */
export function answerMarks(figure: HTMLElement): Tip {
  const drawing = figure.querySelector<HTMLElement>('.drawing')
  if (!drawing) throw new TypeError(`invalid chart: ${figure.id}`)
  const tip = Object.assign(document.createElement('div'), { className: 'tip', hidden: true })
  const voice = Object.assign(document.createElement('output'), { className: 'unseen voice' })
  drawing.append(tip)
  drawing.after(voice)
  // The picture and what it says stay as they are; round it stands what can be walked.
  drawing.tabIndex = 0
  drawing.setAttribute('role', 'application')
  drawing.setAttribute('aria-labelledby', figure.getAttribute('aria-labelledby') ?? '')

  let current: string | undefined
  let chosen: string | undefined
  let lead: Parameters<Tip['steer']>[0] | undefined

  function point(mark: string | undefined, spoken = false, near?: Point): void {
    if (mark === current && !spoken) return
    for (const node of figure.querySelectorAll('.pointed')) node.classList.remove('pointed')
    current = mark
    // Which drawing is shown is not asked where nothing is: it would lay out the page before the rest of a change is made.
    const svg = mark === undefined ? undefined : shownDrawing(figure)
    const box = mark !== undefined && svg ? markBoxes(figure, svg, near, mark).get(mark) : undefined
    const row = mark === undefined ? undefined : rowOf(figure, mark)
    tip.hidden = !box || !row
    if (!box || !row || !svg || mark === undefined) return
    for (const node of figure.querySelectorAll(`svg [data-mark="${CSS.escape(mark)}"]`)) node.classList.add('pointed')
    const { head, lines } = describeRow(row)
    tip.replaceChildren(textIn('b', head), ...lines.map((line) => textIn('span', line)))
    place(withLabels(svg, mark, box))
    if (!spoken) return
    chosen = mark
    voice.textContent = [head, ...lines].join('. ')
    figure.dispatchEvent(new CustomEvent(markEvent, { detail: mark }))
  }

  function step(by: number): void {
    const svg = shownDrawing(figure)
    if (!svg) return
    const marks = [...markBoxes(figure, svg).keys()]
    const at = marks.indexOf(current ?? chosen ?? '')
    // Where none was chosen, one step back is the last.
    const from = at < 0 && by === -1 ? marks.length : at
    point(marks[Math.max(0, Math.min(marks.length - 1, from + by))], true)
  }

  /** Above the mark where there is room, else below or beside it: never off the figure, never over what it describes. */
  function place(box: DOMRect): void {
    const frame = drawing?.getBoundingClientRect()
    if (!frame) return
    const { offsetWidth: width, offsetHeight: height } = tip
    const [left, top] = [box.left - frame.left, box.top - frame.top]
    const above = top - height - 8
    const below = top + box.height + 8
    const beside = above < 0 && below + height > frame.height
    const x = beside ? (left > frame.width / 2 ? left - width - 8 : left + box.width + 8) : left + box.width / 2 - width / 2
    const y = beside ? top + box.height / 2 - height / 2 : above >= 0 ? above : below
    const clamp = (at: number, most: number): string => `${String(Math.round(Math.max(0, Math.min(most, at))))}px`
    tip.style.translate = `${clamp(x, frame.width - width)} ${clamp(y, Math.max(0, frame.height - height))}`
  }

  function nearest(pointer: PointerEvent): string | undefined {
    const svg = shownDrawing(figure)
    if (!svg) return undefined
    const boxes = markBoxes(figure, svg, pointer)
    // A label means its mark, however far from it it stands.
    const label = pointer.target instanceof Element ? pointer.target.closest('text')?.closest<SVGElement>('[data-mark]') : undefined
    if (boxes.has(label?.dataset.mark ?? '')) return label?.dataset.mark
    let best: string | undefined
    let least = reach
    for (const [mark, box] of boxes) {
      // Of marks that the pointer is inside of, the one whose middle is nearer.
      const away = gapTo(box, pointer) + Math.hypot(box.left + box.width / 2 - pointer.x, box.top + box.height / 2 - pointer.y) / 1000
      if (away < least) [best, least] = [mark, away]
    }
    return best
  }

  let asked = 0
  drawing.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') return
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(() => {
      point(nearest(event), false, event)
    })
  })
  // A finger is answered once the page has shown that it was felt, which takes until its click: to measure every mark takes a slow phone longer
  // than a frame.
  let touched: PointerEvent | undefined
  drawing.addEventListener('pointerup', (event) => {
    touched = event.pointerType === 'touch' ? event : undefined
  })
  drawing.addEventListener('click', () => {
    const at = touched
    if (at)
      afterPaint(() => {
        point(nearest(at), true, at)
      })
  })
  drawing.addEventListener('pointerleave', (event) => {
    cancelAnimationFrame(asked)
    if (event.pointerType !== 'touch') point(undefined)
  })
  drawing.addEventListener('focusout', () => {
    point(undefined)
  })
  figure.addEventListener('pasar:view', () => {
    point(undefined)
  })
  drawing.addEventListener('keydown', (event) => {
    if (event.target !== drawing || event.altKey || event.ctrlKey || event.metaKey) return
    const steps = new Map([
      ['ArrowRight', 1],
      ['ArrowDown', 1],
      ['ArrowLeft', -1],
      ['ArrowUp', -1],
      ['Home', -Infinity],
      ['End', Infinity],
    ])
    const by = steps.get(event.key)
    if (by !== undefined && lead) {
      const to = lead(event.key, current ?? chosen)
      if (to !== undefined) point(to, true)
    } else if (by !== undefined) step(by)
    else if (event.key === 'Escape' && current !== undefined) point(undefined)
    else return
    event.preventDefault()
  })
  return {
    point,
    step,
    current: () => current,
    steer(next) {
      lead = next
    },
    say(words) {
      voice.textContent = words
    },
  }
}

/** A mark's box with the labels that are its own. */
function withLabels(svg: SVGSVGElement, mark: string, box: DOMRect): DOMRect {
  const labels = [...svg.querySelectorAll(`text[data-mark="${CSS.escape(mark)}"], [data-mark="${CSS.escape(mark)}"] text`)]
  const boxes = [box, ...labels.map((label) => label.getBoundingClientRect())]
  const least = (side: 'left' | 'top'): number => Math.min(...boxes.map((one) => one[side]))
  const most = (side: 'right' | 'bottom'): number => Math.max(...boxes.map((one) => one[side]))
  const [left, top] = [least('left'), least('top')]
  return new DOMRect(left, top, most('right') - left, most('bottom') - top)
}

function textIn(name: 'b' | 'span', text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text })
}
