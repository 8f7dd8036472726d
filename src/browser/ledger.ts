/** Keeps what a reader chose of the ledger in the address, and says how many entries that leaves. The stylesheet does the choosing. */
const ledger = document.querySelector<HTMLElement>('.ledger')
const bar = ledger?.querySelector<HTMLElement>('.filters')
const lists = [...(bar?.querySelectorAll('select') ?? [])]
const voice = bar?.querySelector('output')
const entries = [...(ledger?.querySelectorAll<HTMLElement>('.entry') ?? [])]

/** The name of a list in the address: what the entries are chosen by. */
const nameOf = ({ id }: HTMLSelectElement): string => id.replace('by-', '')

/** Takes the choices from the address, which back and forward change; a value that no list has is none. */
function read(): void {
  const chosen = new URLSearchParams(location.search)
  for (const list of lists) {
    const value = chosen.get(nameOf(list)) ?? ''
    list.value = [...list.options].some((option) => option.value === value) ? value : ''
  }
  tell()
}

function write(): void {
  const url = new URL(location.href)
  for (const list of lists)
    if (list.value === '') url.searchParams.delete(nameOf(list))
    else url.searchParams.set(nameOf(list), list.value)
  // The entry that the address named stays in view whatever is chosen: what is chosen now is another address.
  url.hash = ''
  history.replaceState(null, '', url.href.replace(/#$/, ''))
  tell()
}

/** Which groups have an entry left is for one list the stylesheet's to say, and for several together this script's. */
function tell(): void {
  const groups = ledger?.querySelectorAll<HTMLElement>('.group') ?? []
  for (const group of groups) group.hidden = false
  const isLeft = (entry: HTMLElement): boolean => getComputedStyle(entry).display !== 'none' && isOpen(entry.closest('.group'))
  for (const group of groups) {
    const left = [...group.querySelectorAll<HTMLElement>('.entry')].filter(isLeft).length
    group.hidden = left === 0
    const count = group.querySelector('h2 small')
    if (count) count.textContent = String(left)
  }
  if (!bar || !voice) return
  voice.hidden = false
  voice.textContent = (bar.dataset.shown ?? '').replace('[shown]', String(entries.filter(isLeft).length))
}

const isOpen = (group: Element | null): boolean => group !== null && getComputedStyle(group).display !== 'none'

/** A link to an entry that the choices hide takes them back. */
function reveal(): void {
  const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!entry?.matches('.entry')) return
  const hides = lists.filter(
    (list) => list.value !== '' && !(entry.getAttribute(`data-${nameOf(list)}`) ?? '').split(' ').includes(list.value),
  )
  if (hides.length === 0) return
  for (const list of hides) list.value = ''
  const { hash } = location
  write()
  history.replaceState(null, '', hash)
  entry.scrollIntoView()
}

bar?.addEventListener('change', write)
addEventListener('popstate', read)
addEventListener('hashchange', reveal)
read()
reveal()
