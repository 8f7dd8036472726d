/** What is sent beside a file: names and values of HTTP headers. */
export type Headers = Readonly<Record<string, string>>

/** Addresses of one kind and what is sent with them. */
export interface HeaderRule {
  /** Below the site's root, or below each story's in each of its languages. */
  below: 'site' | 'story'
  /** From there; one that ends in `/` means all that stands under it. */
  paths: readonly string[]
  headers: Headers
}

/**
 * Sent with everything. Hosts join what several of their rules say of one header, so nothing that differs anywhere is among these.
 */
export const common: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // What charts need not is refused to whatever they come to stand among.
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()',
  'Strict-Transport-Security': 'max-age=31536000',
}

// The rest of the policy stands in each page. Where there are two, a browser keeps to both.
const ourFrames: Headers = { 'Content-Security-Policy': "frame-ancestors 'self'" }
const anyFrame: Headers = { 'Content-Security-Policy': 'frame-ancestors *' }
// Pages elsewhere, and frames of opaque origin, may read it.
const anyReader: Headers = { 'Access-Control-Allow-Origin': '*' }

/** Kept for so long without asking anew. */
const kept = (rule: string): Headers => ({ 'Cache-Control': `public, ${rule}` })
const never = kept('max-age=0, must-revalidate')
const minutes = kept('max-age=300')
const hour = kept('max-age=3600')
const forever = kept('max-age=31536000, immutable')

/** What is sent with an address that no rule is about. */
export const otherwise: Headers = { ...common, ...ourFrames, ...never }

/** The first that fits an address counts. */
export const headerRules: readonly HeaderRule[] = [
  { below: 'site', paths: ['_astro/'], headers: { ...common, ...ourFrames, ...forever } },
  { below: 'site', paths: ['frozen/'], headers: { ...common, ...anyFrame, ...anyReader, ...forever } },
  { below: 'site', paths: ['embed.js'], headers: { ...common, ...ourFrames, ...anyReader, ...hour } },
  // A correction is read elsewhere as soon as on an embed. Hosts take it for any XML.
  {
    below: 'site',
    paths: ['feed.xml'],
    headers: { ...common, ...ourFrames, ...anyReader, ...minutes, 'Content-Type': 'application/atom+xml; charset=utf-8' },
  },
  // With its status.json. A correction is seen within five minutes.
  { below: 'story', paths: ['embed/'], headers: { ...common, ...anyFrame, ...anyReader, ...minutes } },
  // Under charts/ stand their own pages, pictures and data.
  {
    below: 'story',
    paths: ['oembed/', 'charts/', 'card.png', 'facts.json', 'datapackage.json'],
    headers: { ...common, ...ourFrames, ...anyReader, ...never },
  },
]

/** The path a site is served under, from `BASE_PATH` however it is written: `/` or `/desk/pasar/`. */
export function rootPath(base = '/'): string {
  return `/${base}/`.replace(/\/+/g, '/')
}

/**
 * The addresses that a rule is about, as a regular expression that JavaScript and nginx read alike.
 *
 * @param root the path the site is served under, ending in `/`
 */
export function rulePattern({ below, paths }: HeaderRule, root: string): string {
  const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // A story's name, and perhaps a language's.
  const story = below === 'story' ? '[^/]+/(?:[^/]+/)?' : ''
  const ends = paths.map((path) => `${literal(path)}${path.endsWith('/') ? '' : '$'}`)
  return `^${literal(root)}${story}${ends.length === 1 ? ends.join('') : `(?:${ends.join('|')})`}`
}

/**
 * What is sent with an address.
 *
 * @param address from the origin, without a query
 * @param root the path the site is served under, ending in `/`
 */
export function headersAt(address: string, root: string): Headers {
  return headerRules.find((rule) => new RegExp(rulePattern(rule, root)).test(address))?.headers ?? otherwise
}
