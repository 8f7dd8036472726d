import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

let place: string
beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'pasar-twice-'))
})
afterAll(() => rm(place, { recursive: true, force: true }))

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n')

/** Copies the project, builds it there and says what every file is, by its address. */
async function built(folder: string, environment: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const root = path.join(place, folder)
  for (const file of files) await cp(file, path.join(root, file))
  await symlink(path.resolve('node_modules'), path.join(root, 'node_modules'), 'dir')
  const { PATH, HOME, TMPDIR } = process.env
  const env = { PATH, HOME, TMPDIR, ASTRO_TELEMETRY_DISABLED: '1', ...environment }
  await promisify(execFile)(process.execPath, ['src/commands/build.ts'], { cwd: root, env })
  const entries = await readdir(path.join(root, 'dist'), { recursive: true, withFileTypes: true })
  const made = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  const hashes = [...made, 'dist.nginx.conf'].sort().map(async (file) => {
    const hash = createHash('sha256').update(await readFile(path.join(root, file)))
    return [file, hash.digest('hex')] as const
  })
  return Object.fromEntries(await Promise.all(hashes))
}

it('builds the same site to the byte elsewhere, later, in another country and from a disk that lists its files in another order', async () => {
  const [here, there] = await Promise.all([
    built('here', { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' }),
    built('another/place of it', {
      TZ: 'Pacific/Kiritimati',
      LANG: 'ar_EG.UTF-8',
      LC_ALL: 'ar_EG.UTF-8',
      NODE_OPTIONS: `--import=${pathToFileURL('test/reproducible/machine.ts').href}`,
    }),
  ])
  expect(Object.keys(here).length).toBeGreaterThan(90)
  expect(there).toEqual(here)
})
