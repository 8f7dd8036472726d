import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'
import subsetFont from 'subset-font'

/** The site's own fonts at the weights that pictures use. */
const files = {
  sans: { family: 'source-sans-3', weight: 400, otherwise: 'DejaVuSans' },
  'sans-bold': { family: 'source-sans-3', weight: 600, otherwise: 'DejaVuSans-Bold' },
  serif: { family: 'source-serif-4', weight: 400, otherwise: 'DejaVuSerif' },
  'serif-bold': { family: 'source-serif-4', weight: 700, otherwise: 'DejaVuSerif-Bold' },
} as const

export type Face = keyof typeof files

/** For each face its font, and the one that lends the characters it lacks. */
export type Faces = Readonly<Record<Face, readonly [Font, Font]>>

let opened: Promise<Faces> | undefined

/** The fonts of pictures, opened once. */
export function openFaces(): Promise<Faces> {
  opened ??= Promise.all(Object.entries(files).map(async ([face, file]) => [face, await openFace(file)] as const)).then(
    (faces) => Object.fromEntries(faces) as Record<Face, [Font, Font]>,
  )
  return opened
}

async function openFace({ family, weight, otherwise }: (typeof files)[Face]): Promise<[Font, Font]> {
  const require = createRequire(import.meta.url)
  const read = (file: string): Promise<Buffer> => readFile(require.resolve(file))
  const variable = await read(`@fontsource-variable/${family}/files/${family}-latin-wght-normal.woff2`)
  // Fontkit reads past the end of a file whose last glyphs are empty, as those of rare spaces are; the other font has them.
  const characters = String.fromCodePoint(...asFont(variable).characterSet).replaceAll(/[\u2000-\u200b\ufeff]/g, '')
  const instance = await subsetFont(variable, characters, { targetFormat: 'sfnt', variationAxes: { wght: weight } })
  return [asFont(instance), asFont(await read(`dejavu-fonts-ttf/ttf/${otherwise}.ttf`))]
}

function asFont(bytes: Buffer): Font {
  const font = fontkit.create(bytes)
  if (!('characterSet' in font)) throw new TypeError('invalid font: a collection; expected one font')
  return font
}
