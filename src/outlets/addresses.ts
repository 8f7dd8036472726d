import { site } from '../../content/site.ts'

/** The address of a page from the site's root, under whatever path the site is served. */
export function pathTo(...segments: (string | undefined)[]): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  const path = segments.filter((segment) => segment !== undefined && segment !== '').join('/')
  return path === '' ? `${base}/` : `${base}/${path}/`
}

/** The language's segment in a story's addresses: none for the language the story is told in first. */
export function languageSegment(tag: string, first: string): string | undefined {
  return tag === first ? undefined : tag
}

/** The address of a chart's own page, under that of its story in the same language. */
export function chartPath(storyPath: string, chart: string): string {
  return `${storyPath}charts/${chart}/`
}

/** The address of a chart's embed, under that of its story in the same language. */
export function embedPath(storyPath: string, chart: string): string {
  return `${storyPath}embed/${chart}/`
}

/** Where an embed asks what became of its chart, below its own address; a frozen copy, since the last correction that it has in it. */
export function statusName(since: string | undefined): string {
  return since === undefined ? 'status.json' : `status/${since}.json`
}

/** The address of what a chart's embed answers to those who unfold links, under that of its story in the same language. */
export function oembedPath(storyPath: string, chart: string): string {
  return `${storyPath}oembed/${chart}.json`
}

/** What a chart's pictures are called after its own name. */
const pictureEndings = { svg: '.svg', png: '.png', dark: '-dark.png', card: '-card.png' } as const

export type PictureKind = keyof typeof pictureEndings

/** The address of a chart's picture, under that of its story in the same language. */
export function picturePath(storyPath: string, chart: string, kind: PictureKind): string {
  return `${storyPath}charts/${chart}${pictureEndings[kind]}`
}

/** The address of a chart's numbers, under that of its story in the same language. */
export function numbersPath(storyPath: string, chart: string, format: 'csv' | 'json'): string {
  return `${storyPath}charts/${chart}.${format}`
}

/** The address of the ledger of a story's facts, under that of the story in the same language. */
export function ledgerPath(storyPath: string): string {
  return `${storyPath}sources/`
}

/** The address of a story's facts, or of the package of its charts' numbers. */
export function storyNumbersPath(storyPath: string, file: 'facts' | 'datapackage'): string {
  return `${storyPath}${file}.json`
}

/** The address of the feed of new stories and corrections. */
export function feedPath(): string {
  return `${pathTo()}feed.xml`
}

/** The address of a story's card for social networks. */
export function cardPath(storyPath: string): string {
  return `${storyPath}card.png`
}

/** An absolute address. */
export function absolute(path: string, origin: URL | undefined): string {
  if (!origin) throw new TypeError(`invalid site: none; expected SITE_URL, so that ${site.name} knows its own address`)
  return new URL(path, origin).href
}
