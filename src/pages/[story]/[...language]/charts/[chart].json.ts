import type { APIRoute } from 'astro'
import { chartJson } from '../../../../outlets/chart-data.ts'
import { chartPaths } from '../../../../outlets/chart-paths.ts'
import type { ChartProps } from '../../../../outlets/chart-paths.ts'

export const getStaticPaths = chartPaths

/** A chart's numbers as records. */
export const GET: APIRoute<ChartProps> = ({ props: { edition, id } }) =>
  new Response(chartJson(edition.telling, id), { headers: { 'content-type': 'application/json' } })
