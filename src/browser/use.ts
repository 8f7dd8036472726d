import { offerCopies } from './copy.ts'
import { afterPaint } from './paint.ts'
import { offerPreview } from './preview.ts'
import { chosenTab, offerTabs } from './tabs.ts'

/**
 * Opens the ways to use a chart in a dialog, with a preview that lives. They stand in the chart's own page, which need not be this one.
 *
 * @param address of the chart's page
 * @throws Error the page cannot be had
 */
export async function openUse(address: string): Promise<void> {
  const first = await readOffer(address)
  await loadStyle(first.dataset.style ?? '')
  // Whoever pressed twice wanted one.
  if (document.querySelector('dialog[open]')) return
  const dialog = Object.assign(document.createElement('dialog'), { className: 'give' })
  dialog.setAttribute('closedby', 'any')

  // Gone at once; that the page under it can be used again costs a slow phone more than a frame.
  const leave = (event: Event): void => {
    event.preventDefault()
    dialog.style.display = 'none'
    afterPaint(() => {
      dialog.close()
    })
  }
  const show = (offer: HTMLElement, before?: HTMLElement): void => {
    dialog.ariaLabel = offer.dataset.name ?? ''
    for (const node of offer.querySelectorAll<HTMLElement>('[hidden]')) node.hidden = false
    // What was chosen before stays chosen.
    for (const { name, value } of before?.querySelectorAll<HTMLInputElement>('[name=use-theme]:checked, [name=use-width]:checked') ?? []) {
      const same = offer.querySelector<HTMLInputElement>(`[name=${name}][value="${value}"]`)
      if (same) same.checked = true
    }
    offerTabs(offer, chosenTab(before ?? offer))
    offerCopies(offer)
    offerPreview(offer)
    offer.querySelector('.close')?.addEventListener('click', leave)
    for (const language of offer.querySelectorAll<HTMLInputElement>('[name=use-language]'))
      language.addEventListener('change', () => {
        void readOffer(language.value).then((next) => {
          show(next, offer)
          next.querySelector<HTMLElement>('[name=use-language]:checked')?.focus()
        })
      })
    dialog.replaceChildren(offer)
  }

  dialog.addEventListener('cancel', leave)
  dialog.addEventListener('close', () => {
    dialog.remove()
  })
  document.body.append(dialog)
  show(first)
  dialog.showModal()
}

/** A copy of what a chart's page says of its use. */
async function readOffer(address: string): Promise<HTMLElement> {
  const { pathname } = new URL(address, location.href)
  const page = pathname === location.pathname ? document : await readPage(pathname)
  const offer = page.querySelector('#use')
  if (!offer) throw new TypeError(`invalid page: ${address}; expected the ways to use its chart`)
  const copy = document.importNode(offer, true) as HTMLElement
  copy.removeAttribute('id')
  copy.className = 'offer'
  return copy
}

async function readPage(path: string): Promise<Document> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${String(response.status)}`)
  // Its styles are not wanted, and this page's policy would report them.
  return new DOMParser().parseFromString((await response.text()).replaceAll(/<style[^]*?<\/style>/g, ''), 'text/html')
}

/** Loads a stylesheet, once. */
async function loadStyle(href: string): Promise<void> {
  if (document.querySelector(`link[href="${href}"]`)) return
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
  document.head.append(link)
  await new Promise((resolve, reject) => {
    link.onload = resolve
    link.onerror = reject
  })
}
