import type { APIRoute } from 'astro'
import { absolute, chartPath, embedPath, pathTo, picturePath } from '../../../../outlets/addresses.ts'
import { chartPaths } from '../../../../outlets/chart-paths.ts'
import type { ChartProps } from '../../../../outlets/chart-paths.ts'
import { heightAt, heightSteps } from '../../../../outlets/heights.ts'
import { oembedOf, oembedWidth } from '../../../../outlets/oembed.ts'

export const getStaticPaths = chartPaths

export const GET: APIRoute<ChartProps> = ({ props: { edition, id, storyPath }, site }) => {
  const title = edition.telling.words.charts[id]?.title ?? id
  const height = heightAt(heightSteps(edition, id), oembedWidth)
  const places = {
    page: absolute(chartPath(storyPath, id), site),
    embed: absolute(embedPath(storyPath, id), site),
    card: absolute(picturePath(storyPath, id, 'card'), site),
    home: absolute(pathTo(), site),
  }
  return Response.json(oembedOf(title, height, places))
}
