import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A time in seconds since 1970, as its author's clock had it; Infinity for what is not committed. */
export type Moment = number

/** Why the history of a folder says nothing of when its files changed; undefined where it does. */
export async function missingHistory(root: string): Promise<string | undefined> {
  try {
    const shallow = await git(root, 'rev-parse', '--is-shallow-repository')
    return shallow.trim() === 'true' ? 'the history is cut short (git fetch --unshallow brings the rest)' : undefined
  } catch {
    return 'there is no git history here'
  }
}

/** When each line of a file last changed, spaces apart, from the first; all of it now where it was never committed. */
export async function lineMoments(root: string, file: string): Promise<(line: number) => Moment> {
  let text
  try {
    text = await git(root, 'blame', '--porcelain', '-w', '--', file)
  } catch {
    return () => Infinity
  }
  const commits = new Map<string, Moment>()
  const lines: string[] = []
  let commit = ''
  for (const line of text.split('\n')) {
    const [, hash, number] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(line) ?? []
    if (hash !== undefined) {
      commit = hash
      lines[Number(number)] = hash
    } else if (line.startsWith('author-time ')) commits.set(commit, /^0+$/.test(commit) ? Infinity : Number(line.slice(12)))
  }
  return (line) => commits.get(lines[line] ?? '') ?? Infinity
}

/** When files of a folder were last committed, by their paths from the root; now for those that differ from what was. */
export async function fileMoments(root: string, folder: string): Promise<(file: string) => Moment> {
  // Without commits there is no log; then everything is of now.
  const log = await git(root, 'log', '--relative', '--format=%x00%at', '--name-only', '--', folder).catch(() => '')
  const moments = new Map<string, Moment>()
  for (const commit of log.split('\0')) {
    const [time = '', ...files] = commit.split('\n').filter((line) => line !== '')
    for (const file of files) moments.set(file, Math.max(moments.get(file) ?? 0, Number(time)))
  }
  const changed = await git(root, 'diff', '--relative', '--name-only', 'HEAD', '--', folder).catch(() => '')
  for (const file of changed.split('\n')) moments.set(file, Infinity)
  return (file) => moments.get(file) ?? Infinity
}

async function git(root: string, ...args: string[]): Promise<string> {
  // Names as they are, whatever letters they have.
  const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], { cwd: root, maxBuffer: 64 * 2 ** 20 })
  return stdout
}
