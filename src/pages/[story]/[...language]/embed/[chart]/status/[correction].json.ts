import type { APIRoute } from 'astro'
import { chartPaths } from '../../../../../../outlets/chart-paths.ts'
import type { ChartProps } from '../../../../../../outlets/chart-paths.ts'
import { correctionsOfChart } from '../../../../../../outlets/corrections.ts'
import { statusOf } from '../../../../../../outlets/status.ts'

interface Props extends ChartProps {
  /** Id of a correction of the chart. */
  correction: string
}

/** One for each correction of a chart, for the copies that were frozen after it. */
export async function getStaticPaths(): Promise<{ params: Record<string, string | undefined>; props: Props }[]> {
  const charts = await chartPaths()
  return charts.flatMap(({ params, props }) =>
    correctionsOfChart(props.edition.telling, props.id).map(({ id: correction }) => ({
      params: { ...params, correction },
      props: { ...props, correction },
    })),
  )
}

/** What has become of a chart since. */
export const GET: APIRoute<Props> = ({ props: { edition, id, storyPath, correction } }) =>
  Response.json(statusOf(edition.telling, id, storyPath, correction))
