import type { APIRoute } from 'astro'
import { absolute, pathTo } from '../outlets/addresses.ts'

/** Everything may be read; the sitemap says what there is. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(`${pathTo()}sitemap-index.xml`, site)}\n`)
