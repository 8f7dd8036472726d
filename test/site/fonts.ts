import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installPackages } from '../../src/commands/packages.ts'

/** Common fonts that a reader may have instead of ours, each in Debian's package. */
export const systemFonts = {
  'Liberation Sans': 'fonts-liberation',
  'DejaVu Sans': 'fonts-dejavu-core',
  'Noto Sans': 'fonts-noto-core',
} as const

/** Installs those of the fonts that are missing where there is apt; elsewhere the tests go on with those that are there. */
export function ensureFonts(): void {
  if (!existsSync('/usr/bin/dpkg-query')) return
  const missing = Object.values(systemFonts).filter((name) => !isInstalled(name))
  if (missing.length > 0) installPackages(...missing)
}

function isInstalled(name: string): boolean {
  try {
    return execFileSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8', stdio: 'pipe' }).endsWith(' installed')
  } catch {
    return false
  }
}
