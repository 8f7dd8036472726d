import { execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A database server of our own, reached by a socket. */
export interface Database {
  socket: string
  /** The account that may do all, without a password. */
  user: string
  stop: () => Promise<void>
}

/**
 * Starts MariaDB with its files in a folder and an empty database named `wordpress`.
 *
 * @throws Error it did not start, with what it said
 */
export async function startDatabase(folder: string): Promise<Database> {
  const [data, socket] = [path.join(folder, 'data'), path.join(folder, 'socket')]
  // As root it changes to an account of its own unless told to stay.
  const account = process.getuid?.() === 0 ? ['--user=root'] : []
  const install = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...account]
  execFileSync('mariadb-install-db', install, { stdio: ['ignore', 'ignore', 'inherit'] })
  const options = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${folder}/pid`, '--skip-networking', ...account]
  const server = spawn('mariadbd', options, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
  const ended = new Promise<void>((resolve) =>
    server.once('exit', () => {
      resolve()
    }),
  )
  while (!isReady(socket)) {
    if (server.exitCode !== null) throw new Error(`MariaDB did not start: ${said}`)
    await wait(200)
  }
  return {
    socket,
    user: 'root',
    stop: async () => {
      server.kill()
      await ended
    },
  }
}

function isReady(socket: string): boolean {
  try {
    const sql = 'create database if not exists wordpress character set utf8mb4'
    execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root', '--execute', sql], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
