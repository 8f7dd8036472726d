/*
 * What stands behind an embed in a page of somebody else: how light it is, and in which language.
 */

/** The lightness of a computed colour from 0 to 1; undefined where what is behind it shows through. */
export function readLightness(colour: string): number | undefined {
  const [form = '', ...rest] = colour.split(/[\s(,/)]+/)
  const [first = 0, second = 0, third = 0, alpha = 1] = rest.map(Number.parseFloat).filter((part) => !Number.isNaN(part))
  if (alpha < 0.5) return undefined
  if (/lab|lch/.test(form)) return form.startsWith('ok') ? first : first / 100
  return (0.299 * first + 0.587 * second + 0.114 * third) / (form.startsWith('rgb') ? 255 : 1)
}

/**
 * Whether the page behind an element is dark: the first colour behind it that can be seen, through shadow roots, and where there is none the
 * browser's own paper.
 *
 * @param paper an element whose outline has the system colour `canvas`
 */
export function isOnDark(element: Element, paper: Element): boolean {
  const lightness =
    fromAncestors(element, (at) => readLightness(getComputedStyle(at).backgroundColor)) ??
    readLightness(getComputedStyle(paper).outlineColor)
  return lightness !== undefined && lightness < 0.5
}

/** The language of the page around an element, without its region: `fr`; empty where the page does not say. */
export function languageAround(element: Element): string {
  const tag = fromAncestors(element, (at) => at.getAttribute('lang') ?? undefined)
  return tag?.split('-')[0]?.toLowerCase() ?? ''
}

function fromAncestors<T>(element: Element, read: (at: Element) => T | undefined): T | undefined {
  let at: Element | null | undefined = element
  while (at) {
    const value = read(at)
    if (value !== undefined) return value
    at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host
  }
  return undefined
}
