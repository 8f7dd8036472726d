import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { headersAt } from '../outlets/headers.ts'
import { serve } from './serve.ts'

const compress = promisify(brotliCompress)
const text = /\.(?:html|css|js|json|svg|txt|xml)$/

/**
 * Serves a copy of a built site as a good host would: compressed beforehand at brotli's best, each file kept for as
 * long as the site says.
 *
 * @param folder the copy, which gains a compressed file beside each text
 */
export async function host(folder: string): Promise<{ server: Server; url: string }> {
  const files = await readdir(folder, { recursive: true })
  for (const file of files.filter((name) => text.test(name)).map((name) => path.join(folder, name)))
    await writeFile(`${file}.br`, await compress(await readFile(file)))
  return serve(folder, 0, '/', {
    brotli: true,
    etag: true,
    setHeaders: (response, pathname) => {
      response.setHeader('Cache-Control', headersAt(pathname, '/')['Cache-Control'] ?? 'no-cache')
    },
  })
}
