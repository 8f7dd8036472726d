import type { APIRoute } from 'astro'
import { factListJson } from '../../../outlets/fact-list.ts'
import { storyPaths } from '../../../outlets/story-paths.ts'
import type { StoryProps } from '../../../outlets/story-paths.ts'

export const getStaticPaths = storyPaths

/** Every fact of a story. */
export const GET: APIRoute<StoryProps> = ({ props: { edition } }) =>
  new Response(factListJson(edition.telling), { headers: { 'content-type': 'application/json' } })
