import type { APIRoute } from 'astro'
import { chartPaths } from '../../../../outlets/chart-paths.ts'
import type { ChartProps } from '../../../../outlets/chart-paths.ts'
import { chartPng } from '../../../../outlets/pictures/index.ts'

export const getStaticPaths = chartPaths

/** A chart as a picture for dark pages. */
export const GET: APIRoute<ChartProps> = async ({ props: { edition, id } }) =>
  new Response(new Uint8Array(await chartPng(process.cwd(), edition.telling, id, 'dark')), { headers: { 'content-type': 'image/png' } })
