/** A value as `data.ts` writes it: `62e9`, `[20, 30]`, `'USD'`, `{ value: 62e9, unit: 'USD' }`. */
export function literalOf(value: unknown): string {
  if (typeof value === 'number') return numberLiteral(value)
  if (typeof value === 'string') return `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.entries(value).map(([name, inner]) => `${/^[a-z]\w*$/i.test(name) ? name : literalOf(name)}: ${literalOf(inner)}`)
  return `{ ${parts.join(', ')} }`
}

/** In thousands, millions and so on where that says the number to the last digit: nobody counts zeros. */
function numberLiteral(value: number): string {
  for (const power of [12, 9, 6, 3]) {
    const text = `${String(value / 10 ** power)}e${String(power)}`
    if (Math.abs(value) >= 10 ** power && Number(text) === value && text.length <= String(value).length) return text
  }
  return String(value)
}
