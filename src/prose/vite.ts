import path from 'node:path'
import { ContentError, listStories } from '#story'
import type { Plugin } from 'vite'
import { printWarnings } from './by-file.ts'
import { changesOf, describeChanges } from './changes.ts'
import type { ReadStory } from './changes.ts'
import { checkContent, located } from './content.ts'
import { heldBack } from './drafts/held.ts'
import type { Scope } from './drafts/held.ts'
import { placesOf } from './places.ts'

/**
 * Checks a story each time its MDX is compiled, so that Astro's overlay shows what the build would say, and watches the data and words that
 * the MDX rests on: an edit to any of them checks and shows the page again, and says at the terminal which numbers it changed and where.
 * Warnings go there too whenever they are others than before.
 */
export function checkedContent(root: string): Plugin {
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
      if (told !== '' && told !== warned.get(folder)) warn?.(printWarnings(warnings, root))
      warned.set(folder, told)
      return undefined
    },
    configureServer({ watcher, ws, moduleGraph, config: { logger } }) {
      warn = (text) => {
        logger.warn(text, { timestamp: true })
      }
      const last = new Map<string, ReadStory>()
      // One after another, or a slow reading could be compared with a later one.
      let reading = listStories(root).then(async (stories) => {
        for (const story of stories) await compare(story)
      })
      watcher.add(content)
      for (const event of ['change', 'add', 'unlink'] as const)
        watcher.on(event, (file: string) => {
          if (!file.startsWith(content)) return
          moduleGraph.invalidateAll()
          ws.send({ type: 'full-reload' })
          const [story = ''] = path.relative(content, file).split(path.sep)
          reading = reading.then(() => compare(story)).catch((error: unknown) => logger.error(String(error)))
        })

      /** Of a story with mistakes nothing is told: the overlay does, and what changed is told once it is mended. */
      async function compare(id: string): Promise<void> {
        if (!(await listStories(root)).includes(id)) return
        const { content: read } = await checkContent(root, id)
        if (!read) return
        const now = { telling: read.editions[0].telling, places: await placesOf(root, read) }
        const changes = changesOf(last.get(id) ?? now, now)
        last.set(id, now)
        if (changes.length > 0) logger.info(describeChanges(id, changes))
      }
    },
  }
}
