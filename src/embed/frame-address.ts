/**
 * The address of an embed as a host's page wants it.
 *
 * @param src what the page says: any address that the browser resolves against `base`
 * @param view a named selection of the chart's marks
 * @param language segment of a language that is not the first of the story, put behind the story: `/STORY/fr/embed/CHART/`
 * @returns undefined unless the address is one of http or https
 */
export function frameAddress(src: string, base: string, view?: string | null, language?: string): URL | undefined {
  // Nothing resolves to the page itself.
  const address = src.trim() === '' ? undefined : parse(src, base)
  if (!address || !/^https?:$/.test(address.protocol)) return undefined
  if (view) address.searchParams.set('view', view)
  if (language) address.pathname = address.pathname.replace(/\/embed(?=\/[^/]+\/?$)/, `/${language}/embed`)
  return address
}

function parse(src: string, base: string): URL | undefined {
  try {
    return new URL(src, base)
  } catch {
    return undefined
  }
}
