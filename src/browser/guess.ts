/** A reader's guess of where a line will end. */

/** Growth a year that leads from one value to another. */
export function growthOf(start: number, end: number, years: number): number {
  return (end / start) ** (1 / years) - 1
}

/** Which way growth leads, as far as its first decimal of a per cent says. */
export function directionOf(growth: number): 'rise' | 'fall' | 'flat' {
  const tenths = Math.round(growth * 1000)
  return tenths === 0 ? 'flat' : tenths > 0 ? 'rise' : 'fall'
}

/** How a guess stands to another figure. */
export function compareWith(guess: number, other: number): 'above' | 'below' | 'equal' {
  return guess === other ? 'equal' : guess > other ? 'above' : 'below'
}

/** Values year by year on the way, each the same multiple of the one before: steady growth is no straight line. */
export function wayTo(start: number, end: number, years: number): number[] {
  return Array.from({ length: years + 1 }, (_, year) => start * (end / start) ** (year / years))
}

/** Guesses are whole. The least is one, because what ends at nothing has no growth rate. */
export function clampGuess(value: number, most: number): number {
  return Math.max(1, Math.min(most, Math.round(value)))
}

/** The guess in the part of an address that names it, `guess-110`; none where it names anything else. */
export function readGuess(part: string | undefined, most: number): number | undefined {
  const digits = /^guess-(\d{1,9})$/.exec(part ?? '')?.[1]
  return digits === undefined ? undefined : clampGuess(Number(digits), most)
}
