import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Common fonts that a reader may have instead of ours, each in Debian's package. */
export const systemFonts = {
  'Liberation Sans': 'fonts-liberation',
  'DejaVu Sans': 'fonts-dejavu-core',
  'Noto Sans': 'fonts-noto-core',
} as const

/** Installs those of the fonts that are missing where there is apt; elsewhere the tests go on with those that are there. */
export function ensureFonts(): void {
  if (!existsSync('/usr/bin/apt-get')) return
  const missing = Object.values(systemFonts).filter((name) => !isInstalled(name))
  if (missing.length === 0) return
  console.log(`Installing fonts with apt-get: ${missing.join(', ')}.`)
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', ...missing)
  } catch {
    console.log('apt-get could not install them.')
  }
}

function isInstalled(name: string): boolean {
  try {
    return execFileSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8', stdio: 'pipe' }).endsWith(' installed')
  } catch {
    return false
  }
}

function apt(...args: string[]): void {
  const [command = '', ...rest] = [...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), 'apt-get', ...args]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env, timeout: 120_000 })
}
