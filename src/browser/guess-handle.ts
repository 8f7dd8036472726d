export interface Handle {
  /** Brings it to where the value is now. */
  place: (x: number, y: number) => void
  set: (value: number, spoken: string) => void
  focus: () => void
  remove: () => void
}

interface Options {
  name: string
  most: number
  /** The value at a height on the screen. */
  valueAt: (clientY: number) => number
  heed: (value: number) => void
}

/**
 * A handle that drags a value up and down. Inside it is a slider of the browser's own, which brings the arrow keys and says name, value and
 * limits to a screen reader; the drag is ours, because only the handle may take a finger from the scroll.
 */
export function createHandle(layer: HTMLElement, { name, most, valueAt, heed }: Options): Handle {
  const slider = Object.assign(document.createElement('input'), { type: 'range', min: '1', max: String(most), step: '1' })
  slider.setAttribute('aria-label', name)
  const grip = Object.assign(document.createElement('label'), { className: 'grip' })
  grip.append(slider)
  layer.append(grip)
  slider.addEventListener('input', () => {
    heed(slider.valueAsNumber)
  })

  let hold = 0
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    const { top, height } = grip.getBoundingClientRect()
    // Taken off its middle, it stays under the finger where it was taken.
    hold = event.clientY - top - height / 2
    grip.setPointerCapture(event.pointerId)
  })
  grip.addEventListener('pointermove', (event) => {
    if (grip.hasPointerCapture(event.pointerId)) heed(valueAt(event.clientY - hold))
  })
  // The marks under it are not what the pointer means.
  for (const type of ['pointermove', 'pointerup']) grip.addEventListener(type, (event) => event.stopPropagation())

  return {
    place: (x, y) => {
      const { left, top } = layer.getBoundingClientRect()
      grip.style.translate = `calc(${(x - left).toFixed(1)}px - 50%) calc(${(y - top).toFixed(1)}px - 50%)`
    },
    set: (value, spoken) => {
      slider.valueAsNumber = value
      slider.setAttribute('aria-valuetext', spoken)
    },
    focus: () => slider.focus({ preventScroll: true }),
    remove: () => grip.remove(),
  }
}
