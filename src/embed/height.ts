/** Tells the host how high the embed is. */
export function tellHeight(box: HTMLElement): void {
  parent.postMessage({ height: Math.ceil(box.getBoundingClientRect().height) }, '*')
}
