import type { APIRoute } from 'astro'
import { chartPaths } from '../../../../outlets/chart-paths.ts'
import type { ChartProps } from '../../../../outlets/chart-paths.ts'
import { chartCardPng } from '../../../../outlets/pictures/index.ts'

export const getStaticPaths = chartPaths

/** A chart as a card for social networks. */
export const GET: APIRoute<ChartProps> = async ({ props: { edition, id } }) =>
  new Response(new Uint8Array(await chartCardPng(process.cwd(), edition.telling, id)), { headers: { 'content-type': 'image/png' } })
