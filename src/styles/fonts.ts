import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'

/**
 * What a page may print: Latin-1 and the marks, ligatures and arrows of the languages the kit speaks. A character outside it falls back
 * to the reader's own font, which is a blemish, not a loss.
 */
const characters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ŒœŠšŽž–—‘’“”…‹›€→←↑↓×−≈~•\u2009\u202f`

const files = {
  serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  sans: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
} as const

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index))
}

/**
 * Cuts the two variable fonts down to the characters and weights (400 to 700) a page uses, once for each version of the fonts.
 *
 * @param folder where the files go
 * @returns their paths
 */
export async function subsetFonts(folder: string): Promise<Record<keyof typeof files, string>> {
  const require = createRequire(import.meta.url)
  await mkdir(folder, { recursive: true })
  const entries = await Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      const original = await readFile(require.resolve(file))
      const hash = createHash('sha256').update(original).update(characters).digest('hex').slice(0, 8)
      const target = path.join(folder, `${name}-${hash}.woff2`)
      const known = await readFile(target).catch(() => undefined)
      if (!known)
        await writeFile(
          target,
          await subsetFont(original, characters, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } }),
        )
      return [name, target] as const
    }),
  )
  return Object.fromEntries(entries) as Record<keyof typeof files, string>
}
