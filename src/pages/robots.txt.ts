import type { APIRoute } from 'astro'
import { absolute, pathTo } from '../outlets/addresses.ts'
import { isRelease } from '../outlets/contents.ts'

/** Everything may be read; the sitemap says what there is. A preview has none, and its pages must be read to say that they are kept out. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n${isRelease ? `\nSitemap: ${absolute(`${pathTo()}sitemap-index.xml`, site)}\n` : ''}`)
