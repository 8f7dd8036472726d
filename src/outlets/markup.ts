/**
 * One element as it is written in HTML, for markup that leaves the house as text.
 *
 * @param attributes by name; one that is true has no value, one that is undefined is left out
 * @param content HTML inside it; none for an element that has no end
 */
export function element(name: string, attributes: Readonly<Record<string, string | number | true | undefined>>, content?: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : value === true ? [` ${key}`] : [` ${key}="${escapeAttribute(String(value))}"`],
  )
  return `<${name}${written.join('')}>${content === undefined ? '' : `${content}</${name}>`}`
}

/** Text as it stands in a value between double quotes; `<` too, since there are systems that look for tags before they look for quotes. */
function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A string of a stylesheet that stands in a `<style>`: nothing in it ends the string or the element. */
export function styleString(text: string): string {
  return `"${text.replaceAll(/["\\<\n]/g, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`
}
