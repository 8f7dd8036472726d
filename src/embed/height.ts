import { answers, readAddress, readQuestion } from './dialects.ts'
import { resizeNatively } from './native.ts'
import { createPace } from './pace.ts'

/** A growth at an unchanged width may be one that the host's last answer made, so that few of them may follow each other. */
const costOfGrowth = 4

/**
 * Tells the host of this frame how high it is to be, in every dialect, once per change and whenever the host asks. Says nothing where the
 * page is not framed. Trusts no message.
 *
 * @param box what is measured: the one inner box, which must not depend on the height of the frame
 */
export function tellHeight(box: HTMLElement): void {
  const host = window.parent
  if (host === window) return
  const asked = readAddress(location.search, location.hash)
  const chart = document.querySelector('figure.chart')?.id ?? ''
  const pace = createPace()
  let told = { width: 0, height: 0 }
  let timer = 0

  const measure = (): typeof told => {
    const { width, height } = box.getBoundingClientRect()
    // Before a frame has its width, and where the host hides it, everything in it is in one narrow column.
    return { width: Math.ceil(width), height: innerWidth && Math.ceil(height) }
  }

  const tell = (): void => {
    clearTimeout(timer)
    const size = measure()
    if (size.height === 0) return
    told = size
    for (const message of answers(told, asked, chart, location.href)) host.postMessage(message, '*')
    asked.fresh = undefined
    resizeNatively(told.height)
  }

  const wish = (isAsked: boolean): void => {
    const { width, height } = measure()
    if (height === 0 || (height === told.height && !isAsked)) return
    const cost = height > told.height && width === told.width && !isAsked ? costOfGrowth : 1
    if (pace.allows(cost, performance.now())) {
      tell()
      return
    }
    clearTimeout(timer)
    const wait = pace.wait()
    if (!wait) return
    timer = window.setTimeout(() => {
      pace.waited(performance.now())
      tell()
    }, wait)
  }

  const look = (): void => wish(false)
  const fit = (): void => {
    look()
    // A browser that sizes the frame itself may have done so before the frame had its width.
    if (told.height && innerHeight !== told.height) resizeNatively(told.height)
  }
  // Each says what another misses: off screen a cross-origin frame hears of mutations only, and iOS forgets a turned screen.
  new ResizeObserver(look).observe(box)
  new MutationObserver(look).observe(box, { attributes: true, characterData: true, childList: true, subtree: true })
  for (const name of ['load', 'resize', 'orientationchange', 'visibilitychange', 'beforeprint', 'afterprint', 'toggle'])
    addEventListener(name, fit, true)
  void document.fonts.ready.then(look)
  for (const name of ['pointerdown', 'keydown']) addEventListener(name, pace.reset, true)
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source === host && readQuestion(data, asked)) wish(true)
  })
  look()
}
