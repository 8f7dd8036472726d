import type { APIRoute } from 'astro'
import { chartPaths } from '../../../../outlets/chart-paths.ts'
import type { ChartProps } from '../../../../outlets/chart-paths.ts'
import { chartCsv } from '../../../../outlets/records/index.ts'

export const getStaticPaths = chartPaths

/** A chart's numbers as a sheet. */
export const GET: APIRoute<ChartProps> = ({ props: { edition, id } }) =>
  new Response(chartCsv(edition.telling, id), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
