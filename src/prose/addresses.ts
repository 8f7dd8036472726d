import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { listStories } from '#story'
import type { Story } from '#story'

/** The address of a story in one of its languages, from the site's root: the first of them has no segment of its own. */
export function addressOf({ id }: { id: string }, tag: string, tags: readonly string[]): string {
  return tag === tags[0] ? `/${id}/` : `/${id}/${tag}/`
}

/** Addresses of the pages that a story may lead to, from the site's root: its own, the other stories and those of the site. */
export async function pagesOf(root: string, story: Story, tags: readonly string[]): Promise<Set<string>> {
  const folder = path.join(root, 'src', 'pages')
  const files = await readdir(folder, { recursive: true })
  const pages = files
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.astro') && !file.includes('['))
    .map((file) => `/${file.replace(/(?:(^|\/)index)?\.astro$/, '$1')}/`.replace(/\/+/g, '/'))
  const stories = (await listStories(root)).map((id) => `/${id}/`)
  const own = tags.map((tag) => addressOf(story, tag, tags))
  const charts = Object.keys(story.data.charts).flatMap((chart) => own.map((address) => `${address}charts/${chart}/`))
  const ledgers = own.map((address) => `${address}sources/`)
  return new Set([...stories, ...own, ...charts, ...ledgers, ...pages])
}
