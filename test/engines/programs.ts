import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureChromium } from '../../src/commands/chromium.ts'
import { installPackages } from '../../src/commands/packages.ts'

/** Programs that drive a page: the two that are driven by themselves, and WebKit's, which comes with a driver and a screen. */
export interface Programs {
  chromium: string
  firefox: string
  webkit: string
}

/**
 * Finds the three engines, and what reads their sheets of paper; what is missing comes from Debian's packages where there is apt.
 *
 * @throws Error an engine is missing and could not be installed
 */
export async function ensurePrograms(): Promise<Programs> {
  ensure('pdftotext', () => onPath('pdftotext'), 'poppler-utils')
  return {
    chromium: await ensureChromium(),
    firefox: ensure('Firefox', () => onPath('firefox-esr') ?? onPath('firefox'), 'firefox-esr'),
    webkit: ensure('WebKitGTK with its driver and Xvfb', findMiniBrowser, 'webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb', 'xauth'),
  }
}

function ensure(name: string, find: () => string | undefined, ...packages: string[]): string {
  const found = find() ?? (installPackages(...packages) ? find() : undefined)
  if (found === undefined) throw new Error(`no ${name}; install ${packages.join(', ')}`)
  return found
}

function onPath(program: string): string | undefined {
  const places = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, program))
  return places.find((place) => existsSync(place))
}

/** WebKitGTK keeps its browser for tests among the libraries of the machine's architecture. */
function findMiniBrowser(): string | undefined {
  if (onPath('WebKitWebDriver') === undefined || onPath('Xvfb') === undefined) return undefined
  const places = readdirSync('/usr/lib').map((folder) => path.join('/usr/lib', folder, 'webkit2gtk-4.1', 'MiniBrowser'))
  return places.find((place) => existsSync(place))
}
