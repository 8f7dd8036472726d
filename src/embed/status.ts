/** What has become of a chart since it was embedded, as its `status.json` says. */
export interface Status {
  status: 'current' | 'corrected' | 'superseded' | 'withdrawn'
  /** A sentence in the language of the embed. */
  message?: string
  /** Where the change is explained, from the site's root. */
  url?: string
}

/** The message of a status worth telling; nothing of one that is current, or of what is no status. */
export function messageOf(answer: unknown): { message: string; url?: string } | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const { status, message, url } = answer as Record<string, unknown>
  if (!['corrected', 'superseded', 'withdrawn'].includes(status as string) || typeof message !== 'string') return undefined
  // An address of another site is never shown as ours. Browsers read a backslash as a slash and leave out tabs and ends of lines.
  return { message, url: typeof url === 'string' && /^\/(?!\/)[^\\\s]*$/.test(url) ? url : undefined }
}

/** Says over the chart what has become of it, once the browser has nothing else to do; where the answer cannot be had, nothing. */
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
  const idle = (): void => void ask().catch(() => undefined)
  // WebKit has no idle callbacks, and a browser that is never idle still has to say it.
  if ('requestIdleCallback' in window) requestIdleCallback(idle, { timeout: 2000 })
  else setTimeout(idle, 2000)
}
