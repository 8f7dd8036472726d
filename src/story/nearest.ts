import leven from 'leven'

/** The candidate a misspelt word most likely meant; `undefined` when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number; shared: number } | undefined
  for (const candidate of candidates) {
    const distance = leven(word.toLowerCase(), candidate.toLowerCase())
    // Of two as near, the one that begins alike: people slip towards the end.
    const shared = sharedStart(word, candidate)
    if (!best || distance < best.distance || (distance === best.distance && shared > best.shared)) best = { candidate, distance, shared }
  }
  // Beyond a third of its letters a suggestion misleads more than it helps.
  return best && best.distance <= Math.max(2, word.length / 3) ? best.candidate : undefined
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

/** `unknown fact "market-2032"; did you mean "market-2030"?` */
export function unknown(noun: string, word: string, candidates: Iterable<string>): string {
  return `unknown ${noun} "${word}"; ${hint(word, candidates)}`
}

/** What may have been meant by a word that nobody knows: the nearest candidate, or a few of them. */
export function hint(word: string, candidates: Iterable<string>): string {
  const list = [...candidates]
  const near = nearest(word, list)
  if (near !== undefined) return `did you mean "${near}"?`
  return list.length === 0 ? 'there is none yet' : `expected one of ${offer(list)}`
}

function offer(list: string[]): string {
  const shown = list.slice(0, 6).map((candidate) => `"${candidate}"`)
  return list.length > shown.length ? `${shown.join(', ')} and ${String(list.length - shown.length)} more` : shown.join(', ')
}
