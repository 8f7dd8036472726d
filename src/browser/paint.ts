/** Does something once what has changed so far is on the screen: a task that a frame asks for runs when the frame is painted. */
export function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act))
}
