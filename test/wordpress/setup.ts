import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { build, describe } from '../../src/commands/build.ts'
import { ensureChromium } from '../../src/commands/chromium.ts'
import { serve } from '../../src/commands/serve.ts'
import { startDatabase } from './database.ts'
import { ensureWordPress, startWordPress } from './wordpress.ts'

/** A post with one pasted address. */
export interface Post {
  /** What was pasted, and how. */
  name: string
  /** Where the post is. */
  url: string
  /** Where the embed is that it should show. */
  embed: string
}

declare module 'vitest' {
  interface ProvidedContext {
    posts: Post[]
  }
}

/** Builds the site for an address of this machine, serves it, and publishes the address of every chart in a WordPress elsewhere. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', await ensureChromium())
  ensureWordPress()
  const stops: (() => unknown)[] = []
  const stop = async (): Promise<void> => {
    for (const each of stops.reverse()) await each()
  }
  try {
    const folder = await mkdtemp(path.join(tmpdir(), 'pasar-wordpress-'))
    stops.push(() => rm(folder, { recursive: true, force: true }))
    const [ours, theirs] = [await freePort(), await freePort()]

    process.env.SITE_URL = `http://localhost:${String(ours)}`
    const site = path.join(folder, 'site')
    console.log(describe(await build(process.cwd(), new Date(), { target: site })))
    const { server, url } = await serve(site, ours)
    stops.push(() => {
      server.closeAllConnections()
      server.close()
    })

    const [data, place] = [path.join(folder, 'database'), path.join(folder, 'wordpress')]
    await mkdir(data)
    await mkdir(place)
    const database = await startDatabase(data)
    stops.push(() => database.stop())
    const wordpress = await startWordPress(place, database, theirs, ours)
    stops.push(() => wordpress.stop())

    const embeds = (await readdir(site, { recursive: true }))
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => /^(?:[^/]+\/){1,2}embed\/[^/]+\/index\.html$/.test(file))
      .map((file) => url + file.replace('index.html', ''))
    const pasted = embeds.map((embed) => ({ embed, name: path.basename(embed), content: embed.replace('/embed/', '/charts/') }))
    const [{ embed, name, content } = { embed: '', name: '', content: '' }] = pasted
    pasted.push(
      { embed, name: `${name}, in a block`, content: block(content) },
      { embed, name: `${name}, by the address of its embed`, content: embed },
    )
    project.provide(
      'posts',
      pasted.map(({ content: text, ...post }) => ({ ...post, url: wordpress.publish(text) })),
    )
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

/** What the block editor saves of a pasted address. */
function block(address: string): string {
  return `<!-- wp:embed {"url":"${address}","type":"rich","providerNameSlug":"pasar"} -->
<figure class="wp-block-embed is-type-rich is-provider-pasar"><div class="wp-block-embed__wrapper">
${address}
</div></figure>
<!-- /wp:embed -->`
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
}
