import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build as buildAstro } from 'astro'
import { checkAllContent, heldFromRelease, printWarnings } from '#prose'
import type { StoryContent } from '#prose'
import { ContentError } from '#story'
import type { Problem } from '#story'
import { languageSegment } from '../outlets/addresses.ts'
import { headersFile } from '../outlets/headers-file.ts'
import { rootPath } from '../outlets/headers.ts'
import { nginxHeaders } from '../outlets/nginx.ts'
import { narrowPolicy } from '../outlets/policy.ts'
import { readSitemap } from './pages.ts'
import { isMain, reportAndExit } from './report.ts'

/** What a build made. */
export interface Built {
  stories: number
  languages: string[]
  charts: number
  pages: number
  /** What is no mistake and hardly meant, such as a fact that nothing uses. */
  warnings: Problem[]
  /** Files of drafts that a release left out. */
  drafts: string[]
  seconds: number
}

/**
 * Checks the content, then builds the site beside the last good one and puts it in its place only when all of it is there.
 *
 * @param root the project's folder
 * @param now the moment of the release, before which an embargo must have ended
 * @param target the folder of the built site; headers for nginx are written beside that of a release
 * @param preview drafts are in it, and what is under embargo, each with a mark; it is for whoever writes, not for readers
 * @throws ContentError with every problem in what people wrote
 */
export async function build(
  root: string,
  now: Date,
  { preview = false, target = path.join(root, preview ? 'preview' : 'dist') }: { preview?: boolean; target?: string } = {},
): Promise<Built> {
  const start = performance.now()
  const { drafts, embargoes } = preview ? { drafts: [], embargoes: [] } : await heldFromRelease(root, now)
  const { contents, errors, warnings } = await checkAllContent(root, preview ? 'everything' : 'release')
  const problems = [...embargoes, ...errors]
  if (problems.length > 0) throw new ContentError(problems)

  await mkdir(path.join(root, '.build'), { recursive: true })
  const workshop = await mkdtemp(path.join(root, '.build', 'site-'))
  const fresh = path.join(workshop, 'dist')
  try {
    await buildAstro({ root, outDir: fresh, logLevel: 'error', mode: preview ? 'preview' : 'production' })
    await narrowPolicies(fresh)
    const base = rootPath(process.env.BASE_PATH)
    await writeFile(
      path.join(fresh, '_headers'),
      headersFile(await addressesIn(fresh), contents.flatMap(storyAddresses), base, preview ? noIndex : {}),
    )
    if (preview) await removeSitemap(fresh)
    // Beside the site, not in it: what a server obeys is no page, and whoever may write pages need not be heard by the server.
    if (!preview) await writeFile(`${target}.nginx.conf`, nginxHeaders(base))
    await rename(target, path.join(workshop, 'old')).catch(ignoreMissing)
    await rename(fresh, target)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }

  const editions = contents.flatMap((content) => content.editions)
  const files = await readdir(target, { recursive: true })
  return {
    stories: contents.length,
    languages: [...new Set(editions.map((edition) => edition.telling.language.tag))],
    charts: contents.reduce((total, { story }) => total + Object.keys(story.data.charts).length, 0),
    pages: files.filter((file) => file.endsWith('.html')).length,
    warnings,
    drafts,
    seconds: (performance.now() - start) / 1000,
  }
}

/** Embeds write their own policies, and frozen ones never change: pages are those of the sitemap. */
async function narrowPolicies(folder: string): Promise<void> {
  const pages = readSitemap(folder).pages.map((page) => path.join(folder, page, 'index.html'))
  for (const file of [...pages, path.join(folder, '404.html')]) {
    const html = await readFile(file, 'utf8')
    const narrow = narrowPolicy(html)
    if (narrow !== html) await writeFile(file, narrow)
  }
}

const noIndex = { 'X-Robots-Tag': 'noindex' }

/** A list for search engines of what they must not have. */
async function removeSitemap(folder: string): Promise<void> {
  for (const file of await readdir(folder)) if (/^sitemap-.*\.xml$/.test(file)) await rm(path.join(folder, file))
}

/** What stands in a built folder, as addresses from its root. */
async function addressesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
}

function storyAddresses({ story, editions }: StoryContent): string[] {
  return editions.map(({ telling }) => {
    const language = languageSegment(telling.language.tag, editions[0].telling.language.tag)
    return language === undefined ? `${story.id}/` : `${story.id}/${language}/`
  })
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

/** `Built 1 story in 1 language (en): 8 charts, 4 pages in 6.2 seconds.`, and on a line of its own each draft that is not in it. */
export function describe({ stories, languages, charts, pages, drafts, seconds }: Omit<Built, 'warnings'>): string {
  const count = (number: number, noun: string, plural = `${noun}s`): string => `${String(number)} ${number === 1 ? noun : plural}`
  const left = drafts.map((file) => `\nLeft out: ${file} is a draft.`).join('')
  return `Built ${count(stories, 'story', 'stories')} in ${count(languages.length, 'language')} (${languages.join(', ')}): ${count(charts, 'chart')}, ${count(pages, 'page')} in ${seconds.toFixed(1)} seconds.${left}`
}

if (isMain(import.meta.url)) {
  const [, , ...options] = process.argv
  const wrong = options.find((option) => option !== '--preview')
  if (wrong !== undefined) {
    console.error(`invalid option: ${wrong}; expected none, or --preview`)
    process.exit(1)
  }
  const preview = options.length > 0
  await build(process.cwd(), new Date(), { preview }).then((built) => {
    if (built.warnings.length > 0) console.warn(`${printWarnings(built.warnings, process.cwd())}\n`)
    console.log(describe(built))
    if (preview) console.log('It stands in preview/, with what is not published. Do not put it where readers are.')
  }, reportAndExit)
}
