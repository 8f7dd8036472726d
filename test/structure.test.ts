import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n')
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  imports: Record<string, string>
  scripts: Record<string, string>
  devDependencies: Record<string, string>
}

/** What each room of the house may use beside itself. */
const direction: Record<string, readonly string[]> = {
  language: [],
  story: ['language'],
  charts: ['language', 'story'],
  prose: ['language', 'story', 'charts'],
  // What is written for embeds to read is in their own words.
  outlets: ['language', 'story', 'charts', 'prose', 'embed'],
  // What runs on a reader's machine knows nothing of what made the page.
  browser: [],
  embed: ['browser'],
  styles: [],
  components: ['language', 'story', 'charts', 'prose', 'outlets', 'browser', 'styles'],
  layouts: ['language', 'story', 'charts', 'prose', 'outlets', 'browser', 'embed', 'styles', 'components'],
  pages: ['language', 'story', 'charts', 'prose', 'outlets', 'embed', 'styles', 'components', 'layouts'],
  commands: ['language', 'story', 'charts', 'prose', 'outlets', 'embed', 'styles'],
}

const roomOf = (file: string): string | undefined => /^src\/(\w+)\//.exec(file)?.[1]

/** The files of this project that a file imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return specifiers
    .filter((specifier) => specifier.startsWith('.') || specifier.startsWith('#'))
    .map((specifier) => path.posix.normalize(manifest.imports[specifier] ?? path.posix.join(path.posix.dirname(file), specifier)))
}

const code = files.filter((file) => /^src\/.*\.(ts|astro)$/.test(file))

test('imports go one way through the house', () => {
  const wrong = code.flatMap((file) => {
    const room = roomOf(file)
    if (room === undefined) return []
    const allowed = direction[room]
    if (!allowed) return [`${file} stands in a room the house does not know`]
    return importsOf(file)
      .filter((imported) => imported.startsWith('src/'))
      .filter((imported) => roomOf(imported) !== room && !allowed.includes(roomOf(imported) ?? ''))
      .map((imported) => `${file} imports ${imported}`)
  })
  expect(code.length).toBeGreaterThan(40)
  expect(wrong).toEqual([])
})

test('a story imports nothing but what defines one', () => {
  const stories = files.filter((file) => /^content\/[^/]+\/.*\.ts$/.test(file))
  expect(stories).not.toEqual([])
  expect(stories.flatMap((file) => importsOf(file).filter((imported) => path.posix.normalize(imported) !== 'src/story/index.ts'))).toEqual(
    [],
  )
})

test('a file is named by what it is about', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|core|shared)(\.|\/)/
  expect(files.filter((file) => vague.test(file))).toEqual([])
})

test('the top level holds the rooms of the house and what tools demand', () => {
  const top = new Set(files.map((file) => file.split('/')[0]))
  expect([...top].sort()).toEqual(
    [
      '.ci',
      '.editorconfig',
      '.github',
      '.gitignore',
      '.npmrc',
      '.prettierignore',
      '.prettierrc.json',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'astro.config.mjs',
      'content',
      'eslint.config.mjs',
      'package-lock.json',
      'package.json',
      'public',
      'src',
      'test',
      'tsconfig.json',
      'vitest.config.ts',
    ].sort(),
  )
})

describe('the packages', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>
  }

  test('are pinned to exact versions', () => {
    for (const version of Object.values(manifest.devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('are locked without download addresses', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)).toEqual([])
  })

  test('are locked for every machine, not only for the one that locked them', () => {
    const compiler = lock.packages['node_modules/@astrojs/compiler-binding']?.optionalDependencies ?? {}
    expect(Object.keys(compiler).length).toBeGreaterThan(5)
    expect(Object.keys(compiler).filter((name) => !lock.packages[`node_modules/${name}`])).toEqual([])
  })
})

test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s names commands and files that exist', (guide) => {
  const text = readFileSync(guide, 'utf8')
  const commands = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map((match) => match[1] ?? match[2] ?? '')
  expect(commands).not.toEqual([])
  expect(commands.filter((command) => !(command in manifest.scripts))).toEqual([])
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '')
  expect(links.filter((link) => !files.includes(path.posix.normalize(link)))).toEqual([])
  const paths = [...text.matchAll(/`((?:src|content|test|public)\/[\w./-]+)`/g)].map((match) => (match[1] ?? '').replace(/\/$/, ''))
  expect(paths.filter((name) => name !== 'test/output' && !files.some((file) => file === name || file.startsWith(`${name}/`)))).toEqual([])
})
