import path from 'node:path'
import { ContentError } from '#story'
import type { Problem } from '#story'
import type { Plugin } from 'vite'
import { checkContent, located } from './content.ts'
import { heldBack } from './held.ts'
import type { Scope } from './held.ts'

/**
 * Checks a story each time its MDX is compiled, so that Astro's overlay shows what the build would say, and watches the data and words that
 * the MDX rests on: an edit to any of them checks and shows the page again. Warnings go to the terminal of the dev server whenever they are
 * others than before.
 *
 * @param print warnings as a text for the terminal
 */
export function checkedContent(root: string, print: (warnings: readonly Problem[], root: string) => string): Plugin {
  const warned = new Map<string, string>()
  let warn: ((text: string) => void) | undefined
  const content = path.join(root, 'content') + path.sep
  let scope: Scope = 'everything'
  return {
    name: 'pasar:content',
    enforce: 'pre',
    configResolved({ command, mode }) {
      if (command === 'build' && mode === 'production') scope = 'release'
    },
    async transform(_, id) {
      if (!id.startsWith(content) || !id.endsWith('.mdx')) return undefined
      const folder = path.dirname(id)
      const tag = path.basename(id, '.mdx')
      // No word of a draft is compiled for a release, right or wrong.
      if ((await heldBack(root, path.basename(folder), scope)).has(tag)) return ''
      this.addWatchFile(path.join(folder, 'data.ts'))
      this.addWatchFile(path.join(folder, `${tag}.yaml`))
      const { content: story, errors, warnings } = await checkContent(root, path.basename(folder), scope)
      if (!story) throw located(new ContentError(errors), root)
      // Each language of a story is compiled, all have the story's warnings, and an edit moves most of them no further than a line.
      const told = warnings.map(({ message }) => message).join('\n')
      if (told !== '' && told !== warned.get(folder)) warn?.(print(warnings, root))
      warned.set(folder, told)
      return undefined
    },
    configureServer({ config, watcher, ws, moduleGraph }) {
      warn = (text) => {
        config.logger.warn(text, { timestamp: true })
      }
      watcher.add(content)
      watcher.on('change', (file) => {
        if (!file.startsWith(content)) return
        moduleGraph.invalidateAll()
        ws.send({ type: 'full-reload' })
      })
    },
  }
}
