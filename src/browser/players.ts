import { standAlone } from './alone.ts'

/** Lets the state of a map that a view chooses stand alone. */
export function enliven(figure: HTMLElement): void {
  standAlone(figure)
}
