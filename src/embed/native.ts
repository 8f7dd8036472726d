declare global {
  interface Window {
    /** Has a host's `frame-sizing: content-height` measured anew; only in browsers that know it. */
    requestResize?: () => void
  }
}

/** Has the browser give this frame its height, where it and the host are so minded. */
export function resizeNatively(): void {
  if (!window.requestResize) return
  const { style, clientWidth } = document.documentElement
  // Chromium 156 measures at once, but at the width that the frame had at first.
  style.width = `${String(clientWidth)}px`
  window.requestResize()
  style.width = ''
}
