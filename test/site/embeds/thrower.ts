import { createHostile } from '../../embed/hostile.ts'

declare global {
  interface Window {
    /** Posts that many hostile messages to a window, the same for the same seed. */
    throwAt: (target: Window, seed: number, messages: number) => void
  }
}

window.throwAt = (target, seed, messages) => {
  const hostile = createHostile(seed)
  for (let turn = 0; turn < messages; turn += 1) target.postMessage(hostile.message(), '*')
}
