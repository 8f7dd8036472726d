import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { installPackages } from './packages.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe', 'msedge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** What a headless Chromium needs on machines without a sandbox, a graphics card or the internet. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** Path of an installed Chromium or Chrome: `CHROMIUM_PATH`, or the first on the PATH or in the usual places. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Error(`invalid CHROMIUM_PATH: ${given}; expected the path of a Chromium or Chrome program`)
    return given
  }
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [...onPath, ...places].find((candidate) => existsSync(candidate))
}

/**
 * Path of a Chromium that tests can drive. Where none is installed it installs one, with Debian's package if there is apt, else with
 * Playwright's own download, and says so.
 *
 * @throws Error neither way worked
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium()
  if (found !== undefined) return found
  const { chromium } = await import('playwright-core')
  const downloaded = chromium.executablePath()
  if (existsSync(downloaded)) return downloaded
  console.log('No Chromium or Chrome was found.')
  const installed = installPackages('chromium') ? findChromium() : undefined
  if (installed !== undefined) return installed
  console.log('Downloading Playwright’s Chromium.')
  try {
    execFileSync(process.execPath, [path.join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], { stdio: 'inherit' })
  } catch {
    throw new Error('No Chromium could be found, installed or downloaded. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.')
  }
  return downloaded
}
