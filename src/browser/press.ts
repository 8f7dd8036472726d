import { afterPaint } from './paint.ts'

/** Controls that change much of a page: views, kinds of tie, the play, and a table that opens. */
const heavy = '.views button, .kinds button, .play button, .numbers > summary'

/**
 * Lets the browser paint that a control was pressed before the page does what it asks for. A slow phone takes a tenth of a second or two to
 * lay a large drawing or table out anew; until then a finger would not know that it was felt.
 */
export function paintPressesFirst(): void {
  document.addEventListener(
    'click',
    (event) => {
      const control = event.target instanceof Element ? event.target.closest<HTMLElement>(heavy) : null
      // What comes back from here is no press of a hand.
      if (!control || !event.isTrusted) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { ariaPressed } = control
      if (ariaPressed !== null) control.ariaPressed = String(ariaPressed !== 'true')
      afterPaint(() => {
        control.click()
      })
    },
    true,
  )
}
