import { isTheme } from './options.ts'

/*
 * A host that changes between light and dark says so to the frame, so that it need not be loaded again.
 */

/** The message of a host: `theme` is what the page behind the frame is now. */
export interface ThemeMessage {
  pasar: 'theme'
  theme: 'light' | 'dark'
}

/** The theme a message asks for; undefined for anything else. */
export function readTheme(data: unknown): ThemeMessage['theme'] | undefined {
  const { pasar, theme } = Object(data) as Record<string, unknown>
  return pasar === 'theme' && isTheme(theme) ? theme : undefined
}

/** Follows the light and dark of the host, and of nobody else. */
export function followTheme(): void {
  const host = window.parent
  if (host === window) return
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const theme = source === host ? readTheme(data) : undefined
    if (theme) document.documentElement.style.colorScheme = theme
  })
}
