import { shownDrawing } from './figure.ts'
import { viewEvent } from './views.ts'

/**
 * Makes buttons of the kinds of tie in a map's legend. They lie over what is drawn there, so that a legend that can be pressed takes no more
 * room than one that cannot.
 *
 * @param press called with the address of a kind
 * @returns what says which kind is chosen
 */
export function offerKinds(figure: HTMLElement, drawing: HTMLElement, press: (kind: string) => void): (chosen: string | undefined) => void {
  const group = Object.assign(document.createElement('div'), { className: 'kinds' })
  group.setAttribute('role', 'group')
  group.setAttribute('aria-label', figure.dataset.kinds ?? '')
  const names = [...(drawing.querySelector('svg')?.querySelectorAll<SVGElement>('.key [data-tie]') ?? [])]
  const buttons = names.map(({ dataset: { tie = '' }, textContent }) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', ariaLabel: textContent, ariaPressed: 'false' })
    button.addEventListener('click', () => {
      press(tie)
    })
    return { tie, button }
  })
  group.append(...buttons.map(({ button }) => button))
  drawing.append(group)

  const lay = (): void => {
    const svg = shownDrawing(figure)
    const frame = drawing.getBoundingClientRect()
    const boxes = buttons.map(({ tie }) => svg?.querySelector(`.key [data-tie="${tie}"]`)?.getBoundingClientRect())
    buttons.forEach(({ button }, index) => {
      const box = boxes[index]
      if (!box) return
      const [width, height] = [Math.round(box.width) + 2 * rim, 24]
      button.style.inlineSize = `${String(width)}px`
      button.style.translate = `${String(box.left - frame.left - rim)}px ${String(box.top - frame.top + (box.height - height) / 2)}px`
    })
  }
  new ResizeObserver(lay).observe(drawing)
  figure.addEventListener(viewEvent, lay)
  return (chosen) => {
    for (const { tie, button } of buttons) button.ariaPressed = String(tie === chosen)
  }
}

/** Room round a kind, in pixels. */
const rim = 5
