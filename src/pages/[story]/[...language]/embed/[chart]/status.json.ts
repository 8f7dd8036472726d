import type { APIRoute } from 'astro'
import { chartPaths } from '../../../../../outlets/chart-paths.ts'
import { currentStatus } from '../../../../../outlets/status.ts'

export const getStaticPaths = chartPaths

export const GET: APIRoute = () => Response.json(currentStatus())
