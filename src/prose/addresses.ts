import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { listStories } from '#story'
import type { Story } from '#story'
import { isLeftOut } from './drafts/held.ts'
import type { Scope } from './drafts/held.ts'

/** The address of a story in one of its languages, from the site's root: the first of them has no segment of its own. */
export function addressOf({ id }: { id: string }, tag: string, tags: readonly string[]): string {
  return tag === tags[0] ? `/${id}/` : `/${id}/${tag}/`
}

/**
 * Addresses that a story may lead to, from the site's root: pages and files of its own in every language, the other stories, pages and files
 * of the site, and what lies in `public/`.
 */
export async function pagesOf(root: string, story: Story, tags: readonly string[], scope: Scope = 'everything'): Promise<Set<string>> {
  const routes = (await filesIn(path.join(root, 'src', 'pages'))).filter((file) => /^[^_].*\.(?:astro|ts)$/.test(file)).map(routeOf)
  const stories: string[] = []
  for (const id of await listStories(root)) if (!(await isLeftOut(root, id, scope))) stories.push(`/${id}/`)
  const own = tags.flatMap((tag, place) => {
    const charts = Object.keys(story.data.charts)
    return routes
      .map((route) => route.replace('[story]', story.id).replace('[...language]', place === 0 ? '' : tag))
      .flatMap((route) => (route.includes('[chart]') ? charts.map((chart) => route.replace('[chart]', chart)) : [route]))
  })
  const addresses = own.map((address) => address.replace(/\/+/g, '/')).filter((address) => !address.includes('['))
  return new Set([...stories, ...addresses, ...(await filesIn(path.join(root, 'public'))).map((file) => `/${file}`)])
}

/** Files of a folder by their paths in it; none where there is no such folder. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = existsSync(folder) ? await readdir(folder, { recursive: true, withFileTypes: true }) : []
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
}

/** Where Astro puts what a file of `src/pages/` makes: a page in a folder of its own, any other file under its name. */
function routeOf(file: string): string {
  return file.endsWith('.ts') ? `/${file.slice(0, -3)}` : `/${file.replace(/(?:(^|\/)index)?\.astro$/, '$1')}/`
}
