import path from 'node:path'
import type { Plugin } from 'vite'
import { located, readContent } from './content.ts'

/**
 * Checks a story each time its MDX is compiled, so that Astro's overlay shows what the build would say, and watches the data and words that
 * the MDX rests on: an edit to any of them checks and shows the page again.
 */
export function checkedContent(root: string): Plugin {
  const content = path.join(root, 'content') + path.sep
  return {
    name: 'pasar:content',
    enforce: 'pre',
    async transform(_, id) {
      if (!id.startsWith(content) || !id.endsWith('.mdx')) return
      const folder = path.dirname(id)
      const tag = path.basename(id, '.mdx')
      this.addWatchFile(path.join(folder, 'data.ts'))
      this.addWatchFile(path.join(folder, `${tag}.yaml`))
      try {
        await readContent(root, path.basename(folder))
      } catch (error) {
        throw located(error, root)
      }
    },
    configureServer({ watcher, ws, moduleGraph }) {
      watcher.add(content)
      watcher.on('change', (file) => {
        if (!file.startsWith(content)) return
        moduleGraph.invalidateAll()
        ws.send({ type: 'full-reload' })
      })
    },
  }
}
