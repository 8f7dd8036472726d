import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { installPackages } from '../../src/commands/packages.ts'

/** A running nginx. */
export interface Nginx {
  /** Its address, ending in `/`. */
  url: string
  stop: () => Promise<void>
}

/** Path of nginx's program: on the PATH or where Debian has it, from Debian's package where there is apt. */
export function findNginx(): string | undefined {
  const find = (): string | undefined =>
    [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin']
      .map((folder) => path.join(folder, 'nginx'))
      .find((file) => existsSync(file))
  return find() ?? (installPackages('nginx-light') ? find() : undefined)
}

/**
 * Serves a folder as the README says: a server of a name, a root and an index, and the locations that the build wrote.
 *
 * @param program path of nginx
 * @param folder what is served
 * @param locations file to include
 * @param missing address of the page for what is not there
 */
export async function startNginx(program: string, folder: string, locations: string, missing: string): Promise<Nginx> {
  const place = await mkdtemp(path.join(tmpdir(), 'pasar-nginx-'))
  const port = await freePort()
  await writeFile(
    path.join(place, 'nginx.conf'),
    `daemon off;
master_process off;
pid ${place}/pid;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${place}/${kind};`).join('\n  ')}
  types {
    text/html html; text/javascript js; application/json json; text/plain txt; text/xml xml;
    image/svg+xml svg; image/png png; font/woff2 woff2;
  }
  server {
    listen 127.0.0.1:${String(port)};
    root ${folder};
    index index.html;
    error_page 404 ${missing};
    include ${locations};
  }
}
`,
  )
  const server = spawn(program, ['-p', place, '-c', 'nginx.conf', '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
  const ended = new Promise<void>((resolve) => server.once('exit', resolve))
  const url = `http://127.0.0.1:${String(port)}/`
  while (!(await fetch(url).catch(() => undefined))) {
    if (server.exitCode !== null) throw new Error(`nginx did not start: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    url,
    stop: async () => {
      server.kill()
      await ended
      await rm(place, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })
}
