import type { APIRoute } from 'astro'
import { absolute, pathTo } from '../../../outlets/addresses.ts'
import { dataPackageOf } from '../../../outlets/data-package.ts'
import { storyPaths } from '../../../outlets/story-paths.ts'
import type { StoryProps } from '../../../outlets/story-paths.ts'

export const getStaticPaths = storyPaths

/** The numbers of every chart of a story, described for machines. */
export const GET: APIRoute<StoryProps> = ({ props: { edition }, params: { story = '', language }, site }) => {
  const name = language === undefined ? story : `${story}-${language}`
  const described = dataPackageOf(edition, name, absolute(pathTo(story, language), site), absolute(pathTo(), site))
  return new Response(`${JSON.stringify(described, null, 2)}\n`, { headers: { 'content-type': 'application/json' } })
}
