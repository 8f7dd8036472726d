import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A built site's own account of itself. */
export interface SiteMap {
  /** Its absolute address. */
  home: string
  /** Addresses of its pages from there, `''` for the first. */
  pages: string[]
}

/**
 * Reads the pages of a built site from its sitemap.
 *
 * @param folder the built site
 */
export function readSitemap(folder: string): SiteMap {
  const locations = (file: string): string[] =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = '']) => location)
  const maps = locations('sitemap-index.xml')
  const home = new URL('.', maps[0]).href
  const pages = maps.flatMap((map) => locations(map.slice(home.length))).map((page) => page.slice(home.length))
  return { home, pages }
}
