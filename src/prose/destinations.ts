import path from 'node:path'
import { tableOf } from '#charts'
import { hint } from '#story'
import type { Problem, Telling } from '#story'
import { citedSources } from './cited.ts'
import type { Outline } from './outline.ts'
import type { ProseNode } from './tree.ts'
import { isElement, propOf, walk } from './tree.ts'

/** The addresses inside the site that the words of a story may lead to. */
export interface Destinations {
  /** Address of the story, from the site's root, with slashes round it. */
  story: string
  /** Addresses of pages and files, from the site's root: `/about/`, `/favicon.svg`. */
  pages: ReadonlySet<string>
  /** The path under which the site is served, with slashes round it; `/` where it has its host for itself. */
  base: string
}

/** Ids on the page of a story: of its parts, charts and their rows and views, facts and sources. The words of its charts must be whole. */
export function anchorsOf(tree: ProseNode, outline: Outline, telling: Telling): Set<string> {
  const { charts } = telling.story.data
  const anchors = new Set(['sources', ...outline.sections.map(({ id }) => id)])
  for (const { id } of outline.facts) anchors.add(`fact-${id}`)
  for (const id of citedSources(telling, outline)) anchors.add(`source-${id}`)
  for (const id of outline.charts) {
    if (!charts[id]) continue
    anchors.add(id)
    const rows = tableOf(telling, id).rows.flatMap(({ mark }) => mark ?? [])
    for (const part of [...Object.keys(charts[id].views), ...rows]) anchors.add(`${id}/${part}`)
  }
  for (const { node, ancestors } of walk(tree)) {
    const section = ancestors.findLast(({ name }) => name === 'Section')
    if (isElement(node) && node.name === 'Step' && section) anchors.add(`${propOf(section, 'id') ?? ''}/${propOf(node, 'view') ?? ''}`)
  }
  return anchors
}

/** Links of a story's MDX that lead nowhere inside the site. */
export function checkLinks(file: string, tree: ProseNode, anchors: ReadonlySet<string>, destinations: Destinations): Problem[] {
  return [...walk(tree)].flatMap(({ node }) => {
    if ((node.type !== 'link' && node.type !== 'definition') || node.url === undefined) return []
    const fault = faultOf(node.url, anchors, destinations)
    return fault === undefined ? [] : { file, ...startOf(node), message: `the link "${node.url}" ${fault}` }
  })
}

/** Images of a story's MDX that say nothing to whoever cannot see them. */
export function checkImages(file: string, tree: ProseNode): Problem[] {
  return [...walk(tree)]
    .filter(({ node }) => (node.type === 'image' || node.type === 'imageReference') && (node.alt ?? '').trim() === '')
    .map(({ node }) => ({
      file,
      ...startOf(node),
      message: 'an image without alt text; expected ![what the picture shows and means](…)',
    }))
}

function startOf({ position }: ProseNode): { line: number; column: number } {
  const { line = 1, column = 1 } = position?.start ?? {}
  return { line, column }
}

function faultOf(url: string, anchors: ReadonlySet<string>, { story, pages, base }: Destinations): string | undefined {
  if (url === '') return 'has no address; expected one in its parentheses'
  const here = `https://here.invalid${base.slice(0, -1)}${story}`
  if (!URL.canParse(url, here)) return 'is no address; expected one such as https://example.org/ or #market'
  const { origin, pathname, hash } = new URL(url, here)
  if (origin !== 'https://here.invalid') return undefined
  if (!pathname.startsWith(base)) {
    // What lies beside the site is somebody else's, unless the address is one of the site's own cut short.
    const own = [pathname, `${pathname}/`].find((address) => pages.has(address))
    return own && `leads out of the site, which lies under ${base}; did you mean "${wayTo(own, story)}${hash}"?`
  }
  const address = pathname.slice(base.length - 1)
  if (address !== story) {
    if (pages.has(address)) return undefined
    // A file needs no slash; a page does.
    if (pages.has(`${address}/`)) return `leads nowhere; did you mean "${url.replace(/(?=[?#]|$)/, '/')}"?`
    return `leads nowhere; ${hint(address, pages)}`
  }
  const anchor = decodeURIComponent(hash.slice(1))
  if (anchor === '' || anchors.has(anchor)) return undefined
  return `leads to no part of the story; ${hint(
    `#${anchor}`,
    [...anchors].map((id) => `#${id}`),
  )}`
}

/** The way to an address from that of the story, which is right wherever the site lies: `../about/`. */
function wayTo(address: string, story: string): string {
  const way = path.posix.relative(story, address)
  return address.endsWith('/') ? `${way}/` : way
}
