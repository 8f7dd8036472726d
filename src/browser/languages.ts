/*
 * Lets a switch of language keep the reader's place, for ids are the same in every language: the last part of the page that has begun above
 * the middle of the screen, and what a chart there shows if the address says it.
 */
document.querySelector('.languages')?.addEventListener('click', ({ target }) => {
  let place = ''
  for (const part of document.querySelectorAll('main :is(section, figure, .entry)[id]')) {
    const { top, bottom } = part.getBoundingClientRect()
    if (top < innerHeight / 2 && bottom > 0) place = part.id
  }
  if (!(target instanceof HTMLAnchorElement)) return
  target.hash = location.hash.startsWith(`#${place}/`) ? location.hash : place
  // What was chosen of a ledger.
  target.search = location.search
})
