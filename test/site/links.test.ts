import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, inject, it } from 'vitest'
import { readSitemap } from '../../src/commands/pages.ts'
import { serve } from '../../src/commands/serve.ts'
import { htmlFiles } from './pages.ts'

const builds = [
  { name: 'at the root', url: inject('site'), folder: inject('folder'), home: 'https://pasar.example/' },
  { name: 'under a path', url: inject('subpath'), folder: inject('subpathFolder'), home: 'https://news.example/desk/pasar/' },
]

/** An address on a page, and where it stands. */
interface Link {
  from: string
  to: string
}

const attributes = ['href', 'src', 'poster', 'action', 'data']
const addressed = 'meta[property="og:url"], meta[property="og:image"], meta[name="twitter:image"]'

/** What a server says at an address: the ids that are there, and where it leads. */
interface Answer {
  status: number
  type: string
  ids: ReadonlySet<string>
  links: readonly string[]
}

function linksOf(document: Document): string[] {
  const links = attributes.flatMap((name) => [...document.querySelectorAll(`[${name}]`)].map((node) => node.getAttribute(name) ?? ''))
  const sets = [...document.querySelectorAll('[srcset]')].flatMap((node) =>
    (node.getAttribute('srcset') ?? '').split(',').map((entry) => entry.trim().split(' ')[0] ?? ''),
  )
  const named = [...document.querySelectorAll(addressed)].map((node) => node.getAttribute('content') ?? '')
  const data = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    [...script.textContent.matchAll(/"(?:@id|url|contentUrl)":"([^"#]+)/g)].map(([, link = '']) => link),
  )
  // What others paste leads here as well.
  const pasted = [...document.querySelectorAll('textarea')].flatMap(({ textContent }) =>
    [...textContent.matchAll(/https?:\/\/[^\s"'&<?]+/g)].map(([link]) => link),
  )
  return [...new Set([...links, ...sets, ...named, ...data, ...pasted])]
}

/** Follows every link of a served site from its first page and its sitemap, and says which lead nowhere. */
async function crawl({ url, home, folder }: (typeof builds)[number]): Promise<{ faults: string[]; visited: string[] }> {
  const { origin } = new URL(url)
  const responses = new Map<string, Answer>()
  const faults: string[] = []
  const queue: Link[] = ['', '404.html', 'robots.txt', 'sitemap-index.xml', ...readSitemap(folder).pages].map((to) => ({
    from: 'the sitemap',
    to: `${url}${to}`,
  }))

  for (let link = queue.shift(); link; link = queue.shift()) {
    const { from, to } = link
    // The site’s own public address is this server’s.
    const target = new URL(to.startsWith(home) ? url + to.slice(home.length) : to)
    if (!['http:', 'https:'].includes(target.protocol)) {
      if (target.protocol !== 'mailto:') faults.push(`${from} leads to ${to}, which is no web address`)
      continue
    }
    if (target.origin !== origin) continue
    const fragment = decodeURIComponent(target.hash.slice(1))
    target.hash = ''
    const address = target.href
    if (!address.startsWith(url)) {
      faults.push(`${from} leads to ${to}, outside ${url}`)
      continue
    }
    const known = responses.get(address)
    const response = known ?? (await ask(address))
    if (!known) {
      responses.set(address, response)
      for (const next of response.links) queue.push({ from: address, to: next })
    }
    if (response.status !== 200) faults.push(`${from} leads to ${to}, which answers ${String(response.status)}`)
    else if (response.type.includes('html') && !/(?:\/|\.html)$/.test(target.pathname))
      faults.push(`${from} leads to ${to} without the slash at its end`)
    else if (fragment !== '' && !response.ids.has(fragment)) faults.push(`${from} leads to ${to}, where nothing has that id`)
  }
  return { faults, visited: [...responses.keys()] }
}

/** What a fragment may name: an element, or a view of a chart, which is no element. */
function placesIn(document: Document): string[] {
  const views = [...document.querySelectorAll<HTMLElement>('figure[data-views]')].flatMap(({ id, dataset }) =>
    (dataset.views ?? '').split(' ').map((view) => `${id}/${view}`),
  )
  return [...[...document.querySelectorAll('[id]')].map(({ id }) => id), ...views]
}

async function ask(address: string): Promise<Answer> {
  const response = await fetch(address, { redirect: 'manual' })
  const { status, headers } = response
  const [text, type] = [await response.text(), headers.get('content-type') ?? '']
  const document = type.includes('html') ? parseHTML(text).document : undefined
  // Links of a page may start from another place than its own.
  const start = new URL(document?.querySelector('base')?.getAttribute('href') ?? '', address)
  const css = document || type.includes('css') ? [...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(([, link = '']) => link) : []
  return {
    status,
    type,
    ids: new Set(document ? placesIn(document) : []),
    links: [...css, ...(document ? linksOf(document) : [])].map((link) => new URL(link, start).href),
  }
}

describe.each(builds)('the site built $name', (build) => {
  it('has no link, file or fragment that leads nowhere', async () => {
    const { faults, visited } = await crawl(build)
    expect(faults).toEqual([])
    const missed = htmlFiles(build.folder).filter((page) => !visited.includes(`${build.url}${page}`))
    expect(missed, 'pages that nothing leads to').toEqual([])
  })

  it('calls itself by its own public address everywhere', () => {
    const other = builds.find(({ home }) => home !== build.home)?.home ?? ''
    const { home, pages } = readSitemap(build.folder)
    expect(home).toBe(build.home)
    expect(pages).toContain('')
    for (const file of readdirSync(build.folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:html|xml|json|txt|js|css|svg)$/.test(file)) continue
      const text = readFileSync(path.join(build.folder, file), 'utf8')
      expect(text, file).not.toContain(new URL(other).origin)
      expect(text, file).not.toMatch(/https?:\/\/localhost/)
    }
  })

  it('tells search engines where its sitemap is', () => {
    expect(readFileSync(path.join(build.folder, 'robots.txt'), 'utf8').split('\n')).toContain(`Sitemap: ${build.home}sitemap-index.xml`)
  })

  it('gives each page its canonical address and its own in linked data', () => {
    for (const page of readSitemap(build.folder).pages) {
      const { document } = parseHTML(readFileSync(path.join(build.folder, page, 'index.html'), 'utf8'))
      expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(`${build.home}${page}`)
      expect(document.querySelector('meta[property="og:url"]')?.getAttribute('content')).toBe(`${build.home}${page}`)
      for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
        expect(script.textContent).toContain(`"${build.home}${page}#dataset"`)
        expect(script.textContent).toContain(`"${build.home}#publisher"`)
      }
    }
  })
})

it('would find a missing page, a missing fragment, a way out of the path and a page without its slash', async () => {
  const html =
    '<a href="gone/">a</a><a href="#gone">b</a><img srcset="/x.png 2x"><style>a{background:url("/y.png")}</style><a href="about">c</a>'
  const folder = await mkdtemp(path.join(tmpdir(), 'links-'))
  await cp(inject('subpathFolder'), folder, { recursive: true })
  await writeFile(path.join(folder, 'index.html'), html)
  const { server, url } = await serve(folder, 0, '/desk/pasar')
  const { faults } = await crawl({ name: '', url, folder, home: 'https://news.example/desk/pasar/' })
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
  const { origin } = new URL(url)
  expect(faults).toContain(`${url} leads to ${url}gone/, which answers 404`)
  expect(faults).toContain(`${url} leads to ${url}#gone, where nothing has that id`)
  expect(faults).toContain(`${url} leads to ${origin}/x.png, outside ${url}`)
  expect(faults).toContain(`${url} leads to ${origin}/y.png, outside ${url}`)
  expect(faults).toContain(`${url} leads to ${url}about without the slash at its end`)
})
