import { build } from 'vite'
import type { Rolldown } from 'vite'

/** What a classic script is made of. */
export interface Bundle {
  code: string
  /** Every file it came from. */
  files: string[]
}

/**
 * Bundles a script and all it imports into one classic script, which a page can carry in itself: in a frame whose origin is opaque no module
 * could be fetched.
 *
 * @param entry absolute path of the script
 */
export async function bundleClassic(entry: string): Promise<Bundle> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    // Of a project in the making the variables are the site's; a script for others has none.
    envFile: false,
    build: {
      write: false,
      target: 'es2022',
      // It writes a few per cent less than the minifier that comes with Vite, and an embed counts its bytes.
      minify: 'terser',
      terserOptions: { ecma: 2020, module: true, toplevel: true, compress: { passes: 3, hoist_funs: true, unsafe_arrows: true } },
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[]
  const [chunk] = [result].flat().flatMap(({ output }) => output.filter((each) => each.type === 'chunk'))
  if (!chunk) throw new TypeError(`invalid script: ${entry}; expected code`)
  return { code: chunk.code.trim().replace(/;$/, ''), files: chunk.moduleIds }
}
