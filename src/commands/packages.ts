import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * Installs Debian packages where there is apt, as root or through a sudo that asks nothing, and says so.
 *
 * @returns whether they are installed now
 */
export function installPackages(...names: string[]): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing ${names.join(', ')} with apt-get.`)
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', ...names)
    return true
  } catch {
    console.log('apt-get could not install that.')
    return false
  }
}

function apt(...args: string[]): void {
  const [command = '', ...rest] = [...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), 'apt-get', ...args]
  execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}
