import { readAddress } from './address.ts'

/** How long, in milliseconds, a link says that it was copied. */
const pause = 3000

/**
 * Lets the link to a chart's page share it: the reader's device asks with whom where it can, else the address goes to the clipboard. What
 * the chart shows goes with it. Where there is neither, as on a page that came unencrypted, it stays a link.
 */
export function offerShare(figure: HTMLElement): void {
  const link = figure.querySelector<HTMLAnchorElement>('a.share')
  // Browsers keep both from pages that came unencrypted, whatever their types say.
  const { share, clipboard } = navigator as Partial<Navigator>
  if (!link || !(share ?? clipboard)) return
  const words = link.textContent
  const voice = Object.assign(document.createElement('output'), { className: 'unseen' })
  link.after(voice)

  link.addEventListener('click', (event) => {
    // Whoever asks for a new tab gets one.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const url = link.href + shownPart(figure)
    const title = figure.querySelector('figcaption > :first-child')?.textContent.trim()
    const sent = share ? navigator.share({ title, url }) : navigator.clipboard.writeText(url)
    sent.then(
      () => {
        if (share) return
        link.textContent = voice.textContent = link.dataset.copied ?? ''
        setTimeout(() => {
          link.textContent = words
          voice.textContent = ''
        }, pause)
      },
      (error: unknown) => {
        // A reader who changed their mind is left where they are.
        if (!(error instanceof DOMException && error.name === 'AbortError')) location.href = url
      },
    )
  })
}

/** What the chart shows as the end of an address: what a reader chose or drew, or the view that a step of the story gave it. */
function shownPart(figure: HTMLElement): string {
  const { place, part } = readAddress()
  if (place === figure.id && part !== undefined) return location.hash
  return figure.dataset.view === undefined ? '' : `#${figure.id}/${figure.dataset.view}`
}
