declare global {
  interface Window {
    /** Has a host's `frame-sizing: content-height` measured anew; only in browsers that know it. */
    requestResize?: () => void
  }
}

/**
 * Has the browser give this frame a height, where it and the host are so minded.
 *
 * @param height in CSS pixels
 */
export function resizeNatively(height: number): void {
  if (!window.requestResize) return
  // Chromium 156 measures at once, but as if the frame were still as wide as at first: it is to find a body of that height, whatever is in it.
  const { style } = document.body
  ;[style.contain, style.height] = ['strict', `${String(height)}px`]
  window.requestResize()
  style.contain = style.height = ''
}
