import { offerGuess } from './growth-guess.ts'
import { playRecord } from './growth-record.ts'

/** A chart of one edition asks for the reader's own line first; a record of all editions plays the year that is picked. */
export function enliven(figure: HTMLElement): void {
  if (figure.dataset.startMark === undefined) playRecord(figure)
  else offerGuess(figure)
}
