/**
 * Opens what a figure in the prose rests on beside the figure, instead of travelling to the end of the page. It is a popover: the browser
 * closes it on Escape and on a press elsewhere.
 */
export function openDetails(article: HTMLElement): void {
  const card = Object.assign(document.createElement('div'), { className: 'card', popover: 'auto', tabIndex: -1 })
  card.setAttribute('role', 'dialog')
  article.append(card)
  let opener: HTMLElement | undefined

  article.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.fact') : null
    // Whoever asks for a new tab gets one.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    const entry = document.getElementById(link.hash.slice(1))
    if (!entry) return
    event.preventDefault()
    opener = link
    card.setAttribute('aria-label', link.textContent)
    card.replaceChildren(paragraph(entry), ...sourceOf(entry), ...linkTo(entry))
    card.showPopover()
    place(link.getClientRects()[0] ?? link.getBoundingClientRect())
    card.focus({ preventScroll: true })
  })
  card.addEventListener('toggle', () => {
    // The focus goes back to the figure unless the reader has put it elsewhere.
    if (!card.matches(':popover-open') && (document.activeElement === document.body || card.contains(document.activeElement)))
      opener?.focus({ preventScroll: true })
  })

  /** Under the figure, or over it where the screen ends; a margin is kept at every width. */
  function place(box: DOMRect): void {
    const margin = 8
    const { offsetWidth: width, offsetHeight: height } = card
    const { clientWidth, clientHeight } = document.documentElement
    const below = box.bottom + margin
    const y = below + height <= clientHeight - margin ? below : Math.max(margin, box.top - height - margin)
    card.style.left = `${String(Math.max(margin, Math.min(clientWidth - width - margin, box.left)) + scrollX)}px`
    card.style.top = `${String(y + scrollY)}px`
  }
}

function paragraph(node: Element): HTMLParagraphElement {
  const copy = document.createElement('p')
  copy.append(...[...node.childNodes].map((child) => child.cloneNode(true)))
  return copy
}

/** The source a fact stands under in the list, with its link. */
function sourceOf(entry: Element): HTMLParagraphElement[] {
  const source = entry.closest('[id^="source-"]')?.querySelector('p')
  return source ? [paragraph(source)] : []
}

/** The whole entry in the ledger, to which the list leads. */
function linkTo({ id }: Element): HTMLParagraphElement[] {
  const ledger = document.querySelector<HTMLAnchorElement>('a.rest')
  if (!ledger) return []
  const copy = document.createElement('p')
  copy.append(Object.assign(document.createElement('a'), { href: `${ledger.href}#${id}`, textContent: ledger.dataset.entry }))
  return [copy]
}
