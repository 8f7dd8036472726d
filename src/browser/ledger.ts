/** Keeps what a reader chose of the ledger in the address, and says how many entries that leaves. The stylesheet does the choosing. */
const bar = document.querySelector<HTMLElement>('.ledger .filters')
const lists = [...(bar?.querySelectorAll('select') ?? [])]
const voice = bar?.querySelector('output')
const groups = [...document.querySelectorAll<HTMLElement>('.ledger .group')]

/** The name of a list in the address: what the entries are chosen by. */
const nameOf = ({ id }: HTMLSelectElement): string => id.replace('by-', '')
const suits = (entry: HTMLElement, list: HTMLSelectElement): boolean =>
  list.value === '' || (entry.dataset[nameOf(list)] ?? '').split(' ').includes(list.value)
const isLeft = (entry: HTMLElement): boolean => entry.matches(':target') || lists.every((list) => suits(entry, list))

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
  history.replaceState(null, '', url)
  tell()
}

/** Counts what is left. A heading left with nothing by several lists together is this script's to hide. */
function tell(): void {
  let all = 0
  for (const group of groups) {
    const left = [...group.querySelectorAll<HTMLElement>('.entry')].filter(isLeft).length
    group.hidden = left === 0
    const count = group.querySelector('h2 small')
    if (count) count.textContent = String(left)
    all += left
  }
  if (voice) voice.textContent = (bar?.dataset.shown ?? '').replace('[shown]', String(all))
}

/** A link to an entry takes back the choices that hide it. */
function reveal(): void {
  const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!entry?.matches('.entry')) return
  const hiding = lists.filter((list) => !suits(entry, list))
  for (const list of hiding) list.value = ''
  if (hiding.length > 0) {
    write()
    entry.scrollIntoView()
  }
}

bar?.addEventListener('change', write)
addEventListener('popstate', read)
addEventListener('hashchange', reveal)
read()
reveal()
