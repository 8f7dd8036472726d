/** How long, in milliseconds, a button says that it copied. */
const pause = 3000

/** Lets the button after a text copy it and say so to the eye and the ear; where it may not, the text is selected. */
export function offerCopies(offer: HTMLElement): void {
  const { copied = '', selected = '' } = offer.dataset
  const voice = offer.querySelector('output')
  const say = (words: string): void => {
    if (voice) voice.textContent = words
  }
  offer.addEventListener('click', ({ target }) => {
    const area = target instanceof HTMLElement && target.matches('.copy') ? target.previousElementSibling : null
    if (!(target instanceof HTMLElement) || !(area instanceof HTMLTextAreaElement)) return
    // Browsers keep it from pages that came unencrypted, whatever its type says.
    const { clipboard } = navigator as Partial<Navigator>
    const writing = clipboard?.writeText(area.value) ?? Promise.reject(new TypeError('no clipboard'))
    writing.then(
      () => {
        const words = target.textContent
        target.textContent = copied
        say(copied)
        setTimeout(() => {
          if (words !== copied) target.textContent = words
          say('')
        }, pause)
      },
      () => {
        area.select()
        area.focus()
        say(selected)
      },
    )
  })
}
