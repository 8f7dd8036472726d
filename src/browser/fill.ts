/** Fills the places that a text leaves in square brackets; those it has no value for stay as they are. */
export function fillPlaces(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\[(\w+)\]/g, (place, name: string) => values[name] ?? place)
}
