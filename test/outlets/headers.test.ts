import { describe, expect, it } from 'vitest'
import { headersFile } from '../../src/outlets/headers-file.ts'
import { headersAt, rootPath } from '../../src/outlets/headers.ts'
import { nginxHeaders } from '../../src/outlets/nginx.ts'

describe('the path a site is served under', () => {
  it.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['desk', '/desk/'],
    ['/desk/pasar', '/desk/pasar/'],
    ['/desk/pasar/', '/desk/pasar/'],
  ])('is read from %j', (base, path) => {
    expect(rootPath(base)).toBe(path)
  })
})

describe('what is sent with an address', () => {
  type Row = [address: string, framed: string, read: string | undefined, kept: string]
  const [ours, any] = ["frame-ancestors 'self'", 'frame-ancestors *']
  const [anew, forever] = ['public, max-age=0, must-revalidate', 'public, max-age=31536000, immutable']
  const rows: Row[] = [
    ['', ours, undefined, anew],
    ['404.html', ours, undefined, anew],
    ['about/', ours, undefined, anew],
    ['favicon.svg', ours, undefined, anew],
    ['_astro/views.abc.js', ours, undefined, forever],
    ['_astro/fonts/abc.woff2', ours, undefined, forever],
    ['tale/', ours, undefined, anew],
    ['tale/fr/', ours, undefined, anew],
    ['tale/sources/', ours, undefined, anew],
    ['tale/fr/sources/', ours, undefined, anew],
    ['tale/charts/growth/', ours, '*', anew],
    ['tale/fr/charts/growth/', ours, '*', anew],
    ['tale/charts/growth-dark.png', ours, '*', anew],
    ['tale/card.png', ours, '*', anew],
    ['tale/fr/card.png', ours, '*', anew],
    ['tale/card.png/', ours, undefined, anew],
    ['tale/charts/growth.csv', ours, '*', anew],
    ['tale/fr/charts/growth.json', ours, '*', anew],
    ['tale/facts.json', ours, '*', anew],
    ['tale/fr/facts.json', ours, '*', anew],
    ['tale/datapackage.json', ours, '*', anew],
    ['tale/oembed/growth.json', ours, '*', anew],
    ['tale/fr/oembed/growth.json', ours, '*', anew],
    ['tale/embed/growth/', any, '*', 'public, max-age=300'],
    ['tale/embed/growth/status.json', any, '*', 'public, max-age=300'],
    ['tale/fr/embed/growth/', any, '*', 'public, max-age=300'],
    ['tale/embedded/', ours, undefined, anew],
    ['tale/fr/more/embed/growth/', ours, undefined, anew],
    ['embed/', ours, undefined, anew],
    ['embed.js', ours, '*', 'public, max-age=3600'],
    ['embedxjs', ours, undefined, anew],
    ['feed.xml', ours, '*', 'public, max-age=300'],
    ['tale/feed.xml', ours, undefined, anew],
    ['frozen/tale/growth/2026-06-08-abc/', any, '*', forever],
    ['frozen/tale/embed/2026-06-08-abc/growth.csv', any, '*', forever],
  ]

  describe.each(['/', '/desk/pasar/'])('under %s', (root) => {
    it.each(rows)('is right for %s', (address, framed, read, kept) => {
      const headers = headersAt(`${root}${address}`, root)
      expect(headers).toEqual({
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Permissions-Policy': headers['Permissions-Policy'],
        'Strict-Transport-Security': 'max-age=31536000',
        'Content-Security-Policy': framed,
        'Cache-Control': kept,
        ...(read === undefined ? {} : { 'Access-Control-Allow-Origin': read }),
        ...(address === 'feed.xml' ? { 'Content-Type': 'application/atom+xml; charset=utf-8' } : {}),
      })
    })
  })

  it('is that of a page where the name only begins like the path of the site', () => {
    expect(headersAt('/desk-pasar/tale/embed/growth/', '/desk.pasar/')['Content-Security-Policy']).toBe(ours)
  })
})

describe('the file for hosts that join what all fitting rules say', () => {
  const files = ['', 'about/', 'tale/', 'tale/fr/', 'tale/embed/growth/', 'tale/embed/growth/status.json', '_astro/a.js']
  const text = headersFile(files, ['tale/', 'tale/fr/'], '/desk/')
  const paths = text.split('\n').filter((line) => line.startsWith('/'))

  it('says once what holds for all, then what holds for folders, then what holds for single addresses', () => {
    const story = (path: string): string[] =>
      ['embed/*', 'oembed/*', 'charts/*', 'card.png', 'facts.json', 'datapackage.json'].map((end) => `${path}${end}`)
    expect(paths.slice(0, 5)).toEqual(['/desk/*', '/desk/_astro/*', '/desk/frozen/*', '/desk/embed.js', '/desk/feed.xml'])
    expect(paths.slice(5, 17).sort()).toEqual([...story('/desk/tale/'), ...story('/desk/tale/fr/')].sort())
    expect(paths.slice(17)).toEqual(['/desk/', '/desk/about/', '/desk/tale/', '/desk/tale/fr/'])
  })

  it('repeats nothing that holds for all', () => {
    expect(text.match(/nosniff/g)).toHaveLength(1)
    expect(text.match(/Strict-Transport-Security/g)).toHaveLength(1)
  })
})

describe('the locations for nginx', () => {
  it('name the path of the site and no story', () => {
    const heads = [...nginxHeaders('/desk/').matchAll(/^location (.*) \{$/gm)].map(([, match]) => match)
    expect(heads).toEqual([
      '~ "^/desk/_astro/"',
      '~ "^/desk/frozen/"',
      '~ "^/desk/embed\\.js$"',
      '~ "^/desk/feed\\.xml$"',
      '~ "^/desk/[^/]+/(?:[^/]+/)?embed/"',
      '~ "^/desk/[^/]+/(?:[^/]+/)?(?:oembed/|charts/|card\\.png$|facts\\.json$|datapackage\\.json$)"',
      '/desk/',
    ])
  })

  it('know the type of a sheet, which nginx does not', () => {
    const blocks = nginxHeaders('/').split(/^location /m)
    expect(blocks.filter((block) => block.includes('text/csv')).map((block) => block.includes('charts/'))).toEqual([true])
  })

  it('send the type of the feed in place of that of its name, not beside it', () => {
    const [feed] = /^location ~ "\^\/feed[^]*?^\}/m.exec(nginxHeaders('/')) ?? []
    expect(feed).toContain('  types {}\n  default_type "application/atom+xml; charset=utf-8";\n')
    expect(nginxHeaders('/')).not.toContain('Content-Type"')
    expect(nginxHeaders('/')).not.toContain('add_header Content-Type ')
  })

  it('have the whole set each, because one that sends a header loses those of the block around it', () => {
    const blocks = nginxHeaders('/')
      .split(/^location /m)
      .slice(1)
    for (const block of blocks)
      expect(block.match(/add_header (?:X-Content|Referrer|Permissions|Strict|Content-Security|Cache)/g)).toHaveLength(6)
  })
})
