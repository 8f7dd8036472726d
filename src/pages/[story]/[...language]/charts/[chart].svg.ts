import type { APIRoute } from 'astro'
import { chartPaths } from '../../../../outlets/chart-paths.ts'
import type { ChartProps } from '../../../../outlets/chart-paths.ts'
import { chartSvg } from '../../../../outlets/pictures/index.ts'

export const getStaticPaths = chartPaths

/** A chart as a vector picture. */
export const GET: APIRoute<ChartProps> = async ({ props: { edition, id } }) =>
  new Response(await chartSvg(process.cwd(), edition.telling, id), { headers: { 'content-type': 'image/svg+xml' } })
