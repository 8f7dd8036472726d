import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.ts'

interface Tally {
  passed: number
  failed: number
}

const results = '.build/results'
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

/** A tool that passes or fails as a whole counts as one. */
function check(title: string, command: string, ...args: string[]): Tally {
  console.log(`\n${title}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A test runner counts its tests; one that broke before it could count has failed. */
function run(title: string, project: string): Tally {
  console.log(`\n${title}`)
  const file = `${results}/${project}.json`
  const { status } = spawnSync(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { stdio: 'inherit' },
  )
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number }
    return { passed: numPassedTests, failed: status === 0 ? numFailedTests : Math.max(1, numFailedTests) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const tallies = [
  check('Types', 'astro', 'check'),
  check('Lint', 'eslint', '.', '--max-warnings=0'),
  check('Format', 'prettier', '--check', '--log-level=warn', '.'),
  run('Units and drawings', 'unit'),
  run('The built site, in a browser', 'site'),
]
const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0)

console.log(`\nBrowser: ${findChromium() ?? 'Playwright’s Chromium'}`)
console.log(`${String(sum('passed'))} passed, ${String(sum('failed'))} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
