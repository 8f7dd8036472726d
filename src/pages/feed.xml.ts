import type { APIRoute } from 'astro'
import { readAllContent } from '#prose'
import { feedXml } from '../outlets/feed.ts'

/** New stories and corrections. */
export const GET: APIRoute = async ({ site }) =>
  new Response(feedXml(await readAllContent(process.cwd()), site), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
