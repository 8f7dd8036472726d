import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { build, describe } from '../../src/commands/build.ts'
import { ensureChromium } from '../../src/commands/chromium.ts'
import { serve } from '../../src/commands/serve.ts'
import { ensureFonts } from './fonts.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site at a server's root. */
    site: string
    /** Folder of its files. */
    folder: string
    /** Address of the same site built for a sub-path and another origin. */
    subpath: string
    /** Folder of its files. */
    subpathFolder: string
    /** Program of the browser. */
    chromium: string
  }
}

/** Builds the site twice, at the root and under a path, and serves both for the tests of this project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = process.cwd()
  project.provide('chromium', await ensureChromium())
  ensureFonts()

  // Copies, because whoever builds during the tests replaces dist.
  const copies = path.join(root, '.build', `tested-${String(process.pid)}`)
  const [folder, subpathFolder] = [path.join(copies, 'root'), path.join(copies, 'subpath')]

  process.env.BASE_PATH = '/desk/pasar'
  process.env.SITE_URL = 'https://news.example'
  await build(root, new Date())
  await keep(subpathFolder)

  delete process.env.BASE_PATH
  delete process.env.SITE_URL
  console.log(describe(await build(root, new Date())))
  await keep(folder)

  const [atRoot, under] = [await serve(folder, 0), await serve(subpathFolder, 0, '/desk/pasar')]
  project.provide('site', atRoot.url)
  project.provide('folder', folder)
  project.provide('subpath', under.url)
  project.provide('subpathFolder', subpathFolder)
  return async () => {
    for (const { server } of [atRoot, under]) {
      server.closeAllConnections()
      server.close()
    }
    await rm(copies, { recursive: true, force: true })
  }
}

/** Copies what was built, and the headers of a server for it beside. */
async function keep(folder: string): Promise<void> {
  await cp('dist', folder, { recursive: true })
  await cp('dist.nginx.conf', `${folder}.nginx.conf`)
}
