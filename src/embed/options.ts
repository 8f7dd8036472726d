/** What the address of an embed asks for. */
export interface Options {
  theme?: 'light' | 'dark'
  /** One of the chart's views. */
  view?: string
  /** The host has a title of its own. */
  untitled: boolean
  /** The host's own ground is seen behind the chart. */
  transparent: boolean
}

/** Whether an address or a host names one of the two themes; `auto`, as anything else, leaves it to the reader. */
export const isTheme = (value: unknown): value is 'light' | 'dark' => value === 'light' || value === 'dark'

/**
 * Reads `?theme=light|dark|auto&view=NAME&title=off&background=transparent`; what is unknown is as if it were not there.
 *
 * @param search the address from its question mark
 * @param views names of the views that the chart has
 */
export function readOptions(search: string, views: readonly string[]): Options {
  const asked = new URLSearchParams(search)
  const [theme, view] = [asked.get('theme'), asked.get('view')]
  return {
    theme: isTheme(theme) ? theme : undefined,
    view: view !== null && views.includes(view) ? view : undefined,
    untitled: asked.get('title') === 'off',
    transparent: asked.get('background') === 'transparent',
  }
}
