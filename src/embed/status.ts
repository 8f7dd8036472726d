/** What has become of a chart since it was embedded, as its `status.json` says. */
export interface Status {
  status: 'current' | 'corrected' | 'superseded' | 'withdrawn'
  /** A sentence in the language of the embed. */
  message?: string
  /** Where the change is explained, from the site's root. */
  url?: string
}

/** What a status has to say, which one that is current has not; nothing of what is no status. */
export function messageOf(answer: unknown): { message: string; url?: string } | undefined {
  const { message, url } = Object(answer) as Record<string, unknown>
  if (typeof message !== 'string') return undefined
  // An address of another site is never shown as ours. Browsers read a backslash as a slash and leave out tabs and ends of lines.
  return { message, url: typeof url === 'string' && /^\/(?!\/)[^\\\s]*$/.test(url) ? url : undefined }
}

/** Says over the chart what has become of it, a moment after it is shown; where the answer cannot be had, nothing. */
export function showStatus(figure: HTMLElement): void {
  const ask = async (): Promise<void> => {
    const response = await fetch(figure.dataset.status ?? '')
    const told = response.ok ? messageOf(await response.json()) : undefined
    if (!told) return
    const line = Object.assign(document.createElement('p'), { className: 'status' })
    // Without an address of its own it leads to the chart's page, as the embed's base does.
    line.append(Object.assign(document.createElement('a'), { href: told.url ?? '', textContent: told.message }))
    figure.prepend(line)
  }
  setTimeout(() => void ask().catch(() => undefined), 250)
}
