import leven from 'leven'

/** The candidate a misspelt word most likely meant; `undefined` when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const distance = leven(word.toLowerCase(), candidate.toLowerCase())
    if (!best || distance < best.distance) best = { candidate, distance }
  }
  // Beyond a third of its letters a suggestion misleads more than it helps.
  return best && best.distance <= Math.max(2, word.length / 3) ? best.candidate : undefined
}

/** `unknown fact "market-2032"; did you mean "market-2030"?` */
export function unknown(noun: string, word: string, candidates: Iterable<string>): string {
  const list = [...candidates]
  const near = nearest(word, list)
  const hint = near ? `did you mean "${near}"?` : list.length === 0 ? 'there is none yet' : `expected one of ${offer(list)}`
  return `unknown ${noun} "${word}"; ${hint}`
}

function offer(list: string[]): string {
  const shown = list.slice(0, 6).map((candidate) => `"${candidate}"`)
  return list.length > shown.length ? `${shown.join(', ')} and ${String(list.length - shown.length)} more` : shown.join(', ')
}
