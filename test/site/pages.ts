import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import { readSitemap } from '../../src/commands/pages.ts'

/** Every page of the built site, by its address from the site's root, and the one for what is not there. */
export const pages = [...readSitemap(inject('folder')).pages, '404.html']

/** Those that tell a story. */
export const stories = pages.filter((page) => readBuilt(page).includes('property="og:type" content="article"'))

/** Those with a chart. */
export const charted = pages.filter((page) => readBuilt(page).includes('<figure class="chart"'))

/** Whether a page is in the language that is tested whole: what all languages share is tested in one, what their words change in each. */
export function isOriginal(page: string): boolean {
  return readBuilt(page).includes('<html lang="en"')
}

/** A page as a host would send it. */
export function readBuilt(page: string, folder = inject('folder')): string {
  return readFileSync(path.join(folder, page, page.endsWith('.html') ? '' : 'index.html'), 'utf8')
}

/** Every HTML file of a built site, as an address from the site's root. */
export function htmlFiles(folder = inject('folder')): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll(path.sep, '/').replace(/(^|\/)index\.html$/, '$1'))
    .sort()
}

/** Every chart that stands in a frame on somebody else's page. */
export const embeds = htmlFiles().filter((page) => /\/embed\/[^/]+\/$/.test(page))
