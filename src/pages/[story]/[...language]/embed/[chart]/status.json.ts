import type { APIRoute } from 'astro'
import { chartPaths } from '../../../../../outlets/chart-paths.ts'
import type { ChartProps } from '../../../../../outlets/chart-paths.ts'
import { statusOf } from '../../../../../outlets/status.ts'

export const getStaticPaths = chartPaths

export const GET: APIRoute<ChartProps> = ({ props: { edition, id, storyPath } }) => Response.json(statusOf(edition.telling, id, storyPath))
