import type { APIRoute } from 'astro'
import { storyCardPng } from '../../../outlets/pictures/index.ts'
import { storyPaths } from '../../../outlets/story-paths.ts'
import type { StoryProps } from '../../../outlets/story-paths.ts'

export const getStaticPaths = storyPaths

/** A story as a card for social networks. */
export const GET: APIRoute<StoryProps> = async ({ props: { edition } }) =>
  new Response(new Uint8Array(await storyCardPng(process.cwd(), edition)), { headers: { 'content-type': 'image/png' } })
