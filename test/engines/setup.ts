import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { build, describe } from '../../src/commands/build.ts'
import { serve } from '../../src/commands/serve.ts'
import { ensurePrograms } from './programs.ts'
import type { Programs } from './programs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    programs: Programs
  }
}

/** Builds the site once and serves a copy of it to all three engines. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('programs', await ensurePrograms())
  console.log(describe(await build(process.cwd(), new Date())))
  const copy = path.resolve('.build', `engines-${String(process.pid)}`)
  await cp('dist', copy, { recursive: true })
  const { server, url } = await serve(copy, 0)
  project.provide('site', url)
  return async () => {
    server.closeAllConnections()
    server.close()
    await rm(copy, { recursive: true, force: true })
  }
}
