import { cp, rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { build, describe } from '../../src/commands/build.ts'
import { ensureChromium } from '../../src/commands/chromium.ts'
import { serve } from '../../src/commands/serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site at a server's root. */
    site: string
    /** Address of the same site built for a sub-path and another origin. */
    subpath: string
    /** Program of the browser. */
    chromium: string
  }
}

const subpath = `.build/subpath-${String(process.pid)}`

/** Builds the site twice, at the root and under a path, and serves both for the tests of this project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = process.cwd()
  project.provide('chromium', await ensureChromium())

  process.env.BASE_PATH = '/desk/pasar'
  process.env.SITE_URL = 'https://news.example'
  await build(root)
  await rm(subpath, { recursive: true, force: true })
  await cp('dist', subpath, { recursive: true })

  delete process.env.BASE_PATH
  delete process.env.SITE_URL
  console.log(describe(await build(root)))

  const [atRoot, under] = [await serve('dist', 0), await serve(subpath, 0, '/desk/pasar')]
  project.provide('site', atRoot.url)
  project.provide('subpath', under.url)
  return async () => {
    for (const { server } of [atRoot, under]) {
      server.closeAllConnections()
      server.close()
    }
    await rm(subpath, { recursive: true, force: true })
  }
}
