/** Frames of a preview are kept within these heights, in pixels. */
const [least, most] = [50, 5000]

/** Shows a chart as it will stand elsewhere, and lets the colours and the width that are chosen change it and what is pasted. */
export function offerPreview(offer: HTMLElement): void {
  const { preview = '', title = '', embed = '', picture = '', dark = '' } = offer.dataset
  const chosen = (name: string): string => offer.querySelector<HTMLInputElement>(`[name=use-${name}]:checked`)?.value ?? ''
  const texts = [...offer.querySelectorAll('textarea')].map((area) => ({ area, text: area.value }))
  const frame = Object.assign(document.createElement('iframe'), { title })

  const show = (): void => {
    const theme = chosen('theme')
    const query = theme && `?theme=${theme}`
    frame.style.inlineSize = chosen('width') && `${chosen('width')}px`
    if (frame.getAttribute('src') !== preview + query) frame.src = preview + query
    for (const { area, text } of texts)
      area.value = text.replaceAll(embed, embed + query).replaceAll(picture, theme === 'dark' ? dark : picture)
  }
  const hear = ({ source, data }: MessageEvent<{ height?: unknown } | null>): void => {
    // Closed or filled anew, the dialog has no such frame any more.
    if (!frame.isConnected) removeEventListener('message', hear)
    const height = data?.height
    if (source === frame.contentWindow && typeof height === 'number' && height > least && height < most)
      frame.style.blockSize = `${String(height)}px`
  }

  offer.addEventListener('change', show)
  show()
  offer.querySelector('.sample')?.append(frame)
  addEventListener('message', hear)
}
