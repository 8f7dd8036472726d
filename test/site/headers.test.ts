import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { useBrowser, withPage } from './browser.ts'
import { useElsewhere } from './elsewhere.ts'
import { findNginx, startNginx } from './nginx.ts'
import type { Nginx } from './nginx.ts'
import { htmlFiles } from './pages.ts'

const program = findNginx()
if (program === undefined) console.log('There is no nginx and no apt to install it with: headers are not tested on a real server.')

const builds = [
  { name: 'at the root', folder: inject('folder'), base: '/' },
  { name: 'under a path', folder: inject('subpathFolder'), base: '/desk/pasar/' },
]
const names = [
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'strict-transport-security',
  'content-security-policy',
  'access-control-allow-origin',
  'cache-control',
]

/** A chart that was frozen, whatever has been frozen so far. */
const frozen = 'frozen/tale/growth/2026-06-08-0123abcd/'

/** Headers by lower-case name, of those that the site sets. */
function sent(headers: Headers): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])))
}

/** Reads `_headers` as its two hosts do: every rule that fits counts, and what several say of one header is joined. */
function promised(text: string, address: string): Record<string, string> {
  const found = new Headers()
  let fits = false
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) fits = line.endsWith('*') ? address.startsWith(line.slice(0, -1)) : address === line
    else if (fits && line.startsWith('  ')) found.append(line.slice(2, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2))
  }
  return sent(found)
}

function addressesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  return files.filter((file) => file !== '_headers').map((file) => file.replaceAll(path.sep, '/').replace(/(^|\/)index\.html$/, '$1'))
}

describe.each(builds)('the file of headers for hosts that read one, $name', ({ folder, base }) => {
  const text = readFileSync(path.join(folder, '_headers'), 'utf8')

  it('is within what Cloudflare reads: a hundred rules, lines of two thousand characters', () => {
    const lines = text.split('\n')
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000)
  })

  it('says of no address two things of one header', () => {
    const joined = [...addressesIn(folder), frozen].filter((address) => {
      const { 'content-security-policy': policy = '', 'cache-control': cache = '' } = promised(text, base + address)
      return policy.split('frame-ancestors').length !== 2 || cache.split('public').length !== 2
    })
    expect(joined).toEqual([])
  })
})

it('comes with what npm start serves too, but for how long files are kept: the next build may replace them', async () => {
  const text = readFileSync(path.join(inject('folder'), '_headers'), 'utf8')
  for (const address of ['', 'indonesia-ecommerce/embed/market-growth/', 'indonesia-ecommerce/oembed/market-growth.json']) {
    const { headers } = await fetch(inject('site') + address)
    expect(headers.get('cache-control')).toBe('no-store')
    expect({ ...sent(headers), 'cache-control': '' }).toEqual({ ...promised(text, `/${address}`), 'cache-control': '' })
  }
})

describe.skipIf(program === undefined).each(builds)('a real server with the locations of the build, $name', ({ folder, base }) => {
  let place: string
  let nginx: Nginx
  let site: string
  beforeAll(async () => {
    place = await mkdtemp(path.join(tmpdir(), 'pasar-served-'))
    const root = path.join(place, base)
    await cp(folder, root, { recursive: true })
    await mkdir(path.join(root, frozen), { recursive: true })
    await writeFile(path.join(root, frozen, 'index.html'), '<!doctype html><title>Frozen</title>')
    nginx = await startNginx(program ?? '', place, `${folder}.nginx.conf`, `${base}404.html`)
    site = nginx.url + base.slice(1)
  })
  afterAll(async () => {
    await nginx.stop()
    await rm(place, { recursive: true, force: true })
  })

  const always = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()',
    'strict-transport-security': 'max-age=31536000',
  }
  const [ours, any] = ["frame-ancestors 'self'", 'frame-ancestors *']
  const [anew, forever] = ['public, max-age=0, must-revalidate', 'public, max-age=31536000, immutable']
  const script = `_astro/${readdirSync(path.join(folder, '_astro')).find((file) => file.endsWith('.js')) ?? ''}`
  const font = `_astro/fonts/${readdirSync(path.join(folder, '_astro', 'fonts'))[0] ?? ''}`

  it.each([
    ['', ours, undefined, anew],
    ['about/', ours, undefined, anew],
    ['favicon.svg', ours, undefined, anew],
    ['indonesia-ecommerce/', ours, undefined, anew],
    ['indonesia-ecommerce/charts/market-growth/', ours, '*', anew],
    ['indonesia-ecommerce/charts/market-growth.csv', ours, '*', anew],
    ['indonesia-ecommerce/facts.json', ours, '*', anew],
    ['indonesia-ecommerce/datapackage.json', ours, '*', anew],
    ['indonesia-ecommerce/oembed/market-growth.json', ours, '*', anew],
    ['indonesia-ecommerce/embed/market-growth/', any, '*', 'public, max-age=300'],
    ['indonesia-ecommerce/embed/market-growth/status.json', any, '*', 'public, max-age=300'],
    [script, ours, undefined, forever],
    [font, ours, undefined, forever],
    [frozen, any, '*', forever],
  ])('sends with /%s what its kind asks', async (address, framed, read, kept) => {
    const response = await fetch(site + address)
    expect(response.status).toBe(200)
    expect(sent(response.headers)).toEqual({
      ...always,
      'content-security-policy': framed,
      'cache-control': kept,
      ...(read === undefined ? {} : { 'access-control-allow-origin': read }),
    })
  })

  it.each([
    ['feed.xml', 'application/atom+xml; charset=utf-8'],
    ['indonesia-ecommerce/charts/market-growth.csv', 'text/csv; charset=utf-8'],
    ['indonesia-ecommerce/charts/market-growth.json', 'application/json'],
    ['indonesia-ecommerce/charts/market-growth.png', 'image/png'],
  ])('says what /%s is', async (address, type) => {
    const response = await fetch(site + address)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it('sends with every file what the file of headers promises elsewhere', async () => {
    const text = readFileSync(path.join(folder, '_headers'), 'utf8')
    const addresses = [...addressesIn(folder), frozen]
    expect(addresses.length).toBeGreaterThan(40)
    for (const address of addresses) {
      const response = await fetch(site + address)
      await response.arrayBuffer()
      expect(sent(response.headers), address).toEqual(promised(text, base + address))
    }
  })

  it('has a page for what is not there and lets nobody keep it', async () => {
    for (const address of ['nothing/', '_astro/nothing.js', 'indonesia-ecommerce/embed/nothing/']) {
      const response = await fetch(site + address)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('<main id="main">')
      expect(sent(response.headers)).toEqual({ ...always, 'content-security-policy': ours })
    }
  })

  describe('in a browser', () => {
    const browser = useBrowser()
    const elsewhere = useElsewhere('localhost')

    it('lets embeds stand in a frame of another site and nothing else', async () => {
      const isEmbed = (address: string): boolean => /^(?:[^/]+\/){1,2}embed\/|^frozen\//.test(address)
      const addresses = [...htmlFiles(folder), frozen]
      await withPage(browser(), {}, async (page) => {
        const framed: string[] = []
        for (const address of addresses) {
          await page.goto(elsewhere(`<iframe title="ours" src="${site}${address}"></iframe>`))
          if (page.frames()[1]?.url() === site + address) framed.push(address)
        }
        expect(framed).toEqual(addresses.filter(isEmbed))
        expect(framed.length).toBeGreaterThan(8)
        expect(framed.length).toBeLessThan(addresses.length)
      })
    })

    it.each(['', 'indonesia-ecommerce/', 'indonesia-ecommerce/charts/market-growth/', 'indonesia-ecommerce/embed/market-growth/'])(
      'has no word of complaint about the headers of /%s',
      async (address) => {
        await withPage(browser(), {}, async (page) => {
          const said: string[] = []
          page.on('console', (message) => said.push(message.text()))
          await page.goto(site + address, { waitUntil: 'networkidle' })
          expect(said).toEqual([])
        })
      },
    )
  })
})
