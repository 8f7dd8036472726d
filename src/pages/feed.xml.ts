import type { APIRoute } from 'astro'
import { siteContents } from '../outlets/contents.ts'
import { feedXml } from '../outlets/feed.ts'

/** New stories and corrections. */
export const GET: APIRoute = async ({ site }) =>
  new Response(feedXml(await siteContents(), site), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
