import type { APIRoute } from 'astro'
import code from '../embed/host.ts?classic'

/** The script of other people's pages. Its address is published and never changes. */
export const GET: APIRoute = () => new Response(code, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
