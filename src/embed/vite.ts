import type { Plugin } from 'vite'
import { bundleClassic } from './bundle.ts'

const suffix = '?classic'

/** Gives the text of a classic script to whoever imports a file as `FILE?classic`. */
export function classicScripts(): Plugin {
  return {
    name: 'pasar:classic',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(suffix)) return
      const { code, files } = await bundleClassic(id.slice(0, -suffix.length))
      for (const file of files) this.addWatchFile(file)
      return `export default ${JSON.stringify(code)}`
    },
  }
}
