import { createDocument } from '#charts'
import type { Theme } from './colour.ts'
import { openFaces } from './faces.ts'
import type { Faces } from './faces.ts'
import { palette } from './paint.ts'
import { readRules } from './rules.ts'
import type { Rule } from './rules.ts'

/** What pictures of one theme are made with. */
export interface Studio {
  theme: Theme
  rules: readonly Rule[]
  faces: Faces
  /** The colour of a role, `ink` or `accent`. */
  colour: (role: string) => string
}

/** Opens the fonts and reads the stylesheet, as it now is. */
export async function openStudio(root: string, theme: Theme): Promise<Studio> {
  const rules = readRules(root)
  return { theme, rules, faces: await openFaces(), colour: palette(createDocument(), rules, theme) }
}
