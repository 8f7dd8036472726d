/** The part of an address after `#`: a figure or section, and what is shown of it (`#player-map/tokopedia`). */
export function readAddress(): { place: string; part: string | undefined } {
  const [place = '', part] = decodeURIComponent(location.hash.slice(1)).split('/')
  return { place, part: part === '' ? undefined : part }
}

/** Calls back now and whenever the address changes by a link, or by back and forward. */
export function followAddress(heed: (address: ReturnType<typeof readAddress>) => void): void {
  const look = (): void => {
    heed(readAddress())
  }
  addEventListener('hashchange', look)
  addEventListener('popstate', look)
  look()
}

/**
 * Puts what a reader chose into the address, to go back from and to share; its end is `#CHART` or `#CHART/PART`. In a frame the way back is
 * the host's, and nothing is put into it.
 */
export function pushAddress(hash: string): void {
  if (window === top) history.pushState(null, '', new URL(hash, location.href))
}
