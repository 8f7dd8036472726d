/** Every name of a month in a language, long and abbreviated and without a full stop, with its number from 1. */
export function monthNames(locale: string): Map<string, number> {
  const names = new Map<string, number>()
  // Sept. is British and Sep American: a language's own way is that of its first country.
  for (const spoken of [locale, new Intl.Locale(locale).language])
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(spoken, { timeZone: 'UTC', month: style, day: 'numeric' })
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2024, month - 1, 1)).find(({ type }) => type === 'month')?.value ?? ''
        const name = part.replace(/\.$/, '')
        names.set(name, month)
        // A month that begins a sentence.
        names.set(`${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)}`, month)
      }
    }
  return names
}
