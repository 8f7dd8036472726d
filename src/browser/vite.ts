import type { Plugin } from 'vite'

/**
 * Imports behaviours that wait without loading ahead what they rest on: it is there already, they have no styles, and Vite's way of doing so
 * weighs more than most of them.
 */
export function plainImports(): Plugin {
  return {
    name: 'pasar:plain-imports',
    enforce: 'pre',
    config: () => ({ build: { modulePreload: false } }),
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined),
  }
}
