import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkChartWords } from '#charts'
import { proseWords } from '#language'
import { ContentError, listStories, parseWords, readData, readWords } from '#story'
import type { Braced, Problem, Story, Telling, WordsFile } from '#story'
import { addressOf, pagesOf } from './addresses.ts'
import { checkAgreement } from './languages/agreement.ts'
import type { Version } from './languages/agreement.ts'
import { checkProse, readFrontmatter } from './check.ts'
import { anchorsOf, checkImages, checkLinks } from './destinations.ts'
import type { Destinations } from './destinations.ts'
import type { Declared } from './languages/differs.ts'
import { misdatedInFrontmatter, misdatedInProse } from './dates/dated.ts'
import { fillFrontmatter } from './fill.ts'
import type { Frontmatter } from './frontmatter.ts'
import { unhedgedInFrontmatter, unhedgedInWords } from './hedges/hedged-words.ts'
import { plainFacts, unhedged } from './hedges/hedges.ts'
import type { PlainFact } from './hedges/hedges.ts'
import { heldBack, heldFirst, isLeftOut } from './drafts/held.ts'
import type { Scope } from './drafts/held.ts'
import { needlessWaivers } from './figures/needless.ts'
import { outlineOf } from './outline.ts'
import type { Outline } from './outline.ts'
import { parseProse } from './tree.ts'
import { unboundInFrontmatter, unboundInProse, unboundInWords, waiversIn } from './figures/unbound.ts'
import type { Waiver } from './figures/unbound.ts'
import { bracesIn, unused } from './unused.ts'

/** A story as it is told in one language: data, words of the charts, and what its prose uses. */
export interface Edition {
  telling: Telling
  frontmatter: Frontmatter
  /** Facts in braces of its front matter; those of its other words stand on the telling. */
  braced: readonly Braced[]
  outline: Outline
}

export interface StoryContent {
  story: Story
  /** The first is the one whose address has no language in it. */
  editions: [Edition, ...Edition[]]
}

/** Everything that the checks have to say of a story. */
export interface Findings {
  /** The story, where nothing is wrong with it. */
  content?: StoryContent
  errors: Problem[]
  warnings: Problem[]
  waivers: Waiver[]
  plain: PlainFact[]
  /** Where a language is let tell the story otherwise than the first. */
  differences: Declared[]
  /** Ids of the facts that words hold in braces, which no outline names. */
  braces: string[]
}

/**
 * Reads and checks one story: its data, the words of its charts and its prose in every language. The words cannot be checked without the
 * data; all else is checked whatever else is wrong.
 *
 * @param root the project's folder
 * @param scope of a release drafts are no part, whatever is wrong with them
 */
export async function checkContent(root: string, id: string, scope: Scope = 'everything'): Promise<Findings> {
  const findings: Findings = { errors: [], warnings: [], waivers: [], plain: [], differences: [], braces: [] }
  try {
    const story = await readData(root, id)
    findings.errors.push(...(await heldFirst(root, id)))
    const read = await readWords(root, story, await heldBack(root, id, scope))
    const tags = read.map(({ telling }) => telling.language.tag)
    const pages = await pagesOf(root, story, tags, scope)
    const editions: Edition[] = []
    const versions: (Version | undefined)[] = []
    for (const { telling, problems } of read) {
      findings.errors.push(...problems)
      const missing = checkLanguage(telling)
      if (missing) {
        findings.errors.push(missing)
        versions.push(undefined)
        continue
      }
      const words = problems.length === 0 ? await checkWords(root, telling, findings) : undefined
      // The rows of charts, to which a link may lead, are made of their words.
      const whole = findings.errors.length === 0
      const destinations = whole ? { story: addressOf(story, telling.language.tag, tags), pages, base: basePath() } : undefined
      const checked = await checkEdition(root, telling, destinations, findings)
      if (checked) editions.push(checked.edition)
      versions.push(checked?.version && { ...checked.version, words })
    }
    compareVersions(story, versions, findings)
    const [first, ...others] = editions
    if (findings.errors.length > 0 || !first) return findings
    const file = `content/${id}/data.ts`
    const uses = editions.map(({ telling, outline }) => ({ telling, outline, braces: findings.braces }))
    findings.warnings.push(...unused(file, await readFile(path.join(root, file), 'utf8'), story, uses))
    return { ...findings, content: { story, editions: [first, ...others] } }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    findings.errors.push(...error.problems)
    return findings
  }
}

/** The path under which the site is served, with slashes round it. */
function basePath(): string {
  return `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/')
}

/** Prose cannot be checked in a language whose words for numbers and attribution are not known. */
function checkLanguage({ story, language }: Telling): Problem | undefined {
  try {
    proseWords(language.tag)
    return undefined
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { file: `content/${story.id}/${language.tag}.mdx`, message: error.message }
  }
}

/** Compares the languages that can be with the first, which has only itself to differ from. */
function compareVersions(story: Story, versions: readonly (Version | undefined)[], findings: Findings): void {
  const [first] = versions
  if (!first) return
  for (const version of versions) {
    if (!version) continue
    const { problems, declared, idle } = checkAgreement(story, first, version)
    findings.errors.push(...problems)
    findings.differences.push(...declared)
    findings.warnings.push(...idle)
  }
}

/** Checks the words of a story's charts in one language. */
async function checkWords(root: string, telling: Telling, findings: Findings): Promise<WordsFile | undefined> {
  const file = `content/${telling.story.id}/${telling.language.tag}.yaml`
  const words = parseWords(file, await readFile(path.join(root, file), 'utf8'))
  if ('problems' in words) return undefined
  const { problems, waivers, idle } = unboundInWords(words, telling)
  const hedges = unhedgedInWords(words, telling)
  findings.errors.push(...checkChartWords(telling, words), ...problems, ...hedges.problems)
  findings.warnings.push(...idle, ...hedges.idle)
  findings.plain.push(...hedges.plain)
  findings.waivers.push(...waivers)
  findings.braces.push(...bracesIn(JSON.stringify(words.words.charts)))
  return words
}

/** Checks a story's prose in one language. */
async function checkEdition(
  root: string,
  telling: Telling,
  destinations: Destinations | undefined,
  findings: Findings,
): Promise<{ edition: Edition; version: Omit<Version, 'words'> | undefined } | undefined> {
  const file = `content/${telling.story.id}/${telling.language.tag}.mdx`
  const source = await readFile(path.join(root, file), 'utf8')
  const parsed = parseProse(file, source)
  if ('problems' in parsed) {
    findings.errors.push(...parsed.problems)
    return undefined
  }
  const { tree } = parsed
  const read = readFrontmatter(file, tree)
  const outline = outlineOf(tree)
  const faults = checkProse(file, source, tree, telling)
  const problems = [
    ...('problems' in read ? read.problems : []),
    ...faults,
    ...unboundInFrontmatter(file, tree, telling),
    ...unboundInProse(file, source, tree, telling),
    ...misdatedInFrontmatter(file, tree, telling),
    ...unhedgedInFrontmatter(file, tree, telling),
    ...misdatedInProse(file, source, tree, telling),
    ...unhedged(file, source, tree, telling),
    ...checkImages(file, tree),
    ...(destinations ? checkLinks(file, tree, anchorsOf(tree, outline, telling), destinations) : []),
  ]
  findings.errors.push(...inOrder(problems))
  findings.warnings.push(...needlessWaivers(file, tree, telling))
  findings.waivers.push(...waiversIn(file, tree))
  findings.plain.push(...plainFacts(file, tree))
  if (!('frontmatter' in read)) return undefined
  const { title, standfirst } = read.frontmatter
  findings.braces.push(...bracesIn(`${title} ${standfirst}`))
  const filled = fillFrontmatter(file, tree, read.frontmatter, telling)
  findings.errors.push(...filled.problems)
  return {
    edition: { telling, frontmatter: filled.frontmatter, braced: filled.braced, outline },
    // A misspelt id is one mistake: it is not missing as well.
    version: faults.length === 0 ? { file, tree, frontmatter: read.frontmatter } : undefined,
  }
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}

/**
 * Reads and checks one story.
 *
 * @param root the project's folder
 * @throws ContentError with every problem found
 */
export async function readContent(root: string, id: string, scope: Scope = 'everything'): Promise<StoryContent> {
  const { content, errors } = await checkContent(root, id, scope)
  if (!content) throw new ContentError(errors)
  return content
}

/** Checks every story, or every one that a release has; what is found goes by story, then by file. */
export async function checkAllContent(root: string, scope: Scope = 'everything'): Promise<Findings & { contents: StoryContent[] }> {
  const all: Findings & { contents: StoryContent[] } = {
    errors: [],
    warnings: [],
    waivers: [],
    plain: [],
    differences: [],
    braces: [],
    contents: [],
  }
  for (const id of await listStories(root)) {
    if (await isLeftOut(root, id, scope)) continue
    const { content, errors, warnings, waivers, plain, differences, braces } = await checkContent(root, id, scope)
    all.errors.push(...errors)
    all.warnings.push(...warnings)
    all.waivers.push(...waivers)
    all.plain.push(...plain)
    all.differences.push(...differences)
    all.braces.push(...braces)
    if (content) all.contents.push(content)
  }
  return all
}

/**
 * Reads every story, or every one that a release has.
 *
 * @throws ContentError with the problems of all of them
 */
export async function readAllContent(root: string, scope: Scope = 'everything'): Promise<StoryContent[]> {
  const { contents, errors } = await checkAllContent(root, scope)
  if (errors.length > 0) throw located(new ContentError(errors), root)
  return contents
}

/** A content error with the place of its first problem, in the form that Vite's and Astro's overlays read. */
export function located(error: unknown, root: string): unknown {
  if (!(error instanceof ContentError)) return error
  const [first] = error.problems
  const file = first && path.join(root, first.file)
  return Object.assign(error, {
    id: file,
    loc: file && { file, line: first.line ?? 1, column: first.column ?? 1 },
    plugin: 'pasar:content',
  })
}
