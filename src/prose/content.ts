import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkChartWords } from '#charts'
import { ContentError, listStories, parseWords, readStory } from '#story'
import type { Problem, Story, Telling } from '#story'
import { checkProse, readFrontmatter } from './check.ts'
import type { Frontmatter } from './frontmatter.ts'
import { outlineOf } from './outline.ts'
import type { Outline } from './outline.ts'
import { parseProse } from './tree.ts'

/** A story as it is told in one language: data, words of the charts, and what its prose uses. */
export interface Edition {
  telling: Telling
  frontmatter: Frontmatter
  outline: Outline
}

export interface StoryContent {
  story: Story
  /** The first is the one whose address has no language in it. */
  editions: [Edition, ...Edition[]]
}

/**
 * Reads and checks one story: its data, the words of its charts and its prose in every language.
 *
 * @param root the project's folder
 * @throws ContentError with every problem of the first stage that has any (data, then words, then prose)
 */
export async function readContent(root: string, id: string): Promise<StoryContent> {
  const { story, tellings } = await readStory(root, id)
  const problems: Problem[] = []
  const editions: Edition[] = []
  for (const telling of tellings) {
    const { tag } = telling.language
    const yaml = `content/${id}/${tag}.yaml`
    const words = parseWords(yaml, await readFile(path.join(root, yaml), 'utf8'))
    problems.push(...('problems' in words ? words.problems : checkChartWords(telling, words)))

    const file = `content/${id}/${tag}.mdx`
    const source = await readFile(path.join(root, file), 'utf8')
    const parsed = parseProse(file, source)
    if ('problems' in parsed) {
      problems.push(...parsed.problems)
      continue
    }
    const read = readFrontmatter(file, parsed.tree)
    if ('problems' in read) problems.push(...read.problems)
    problems.push(...checkProse(file, source, parsed.tree, telling))
    if ('frontmatter' in read) editions.push({ telling, frontmatter: read.frontmatter, outline: outlineOf(parsed.tree) })
  }
  const [first, ...others] = editions
  if (problems.length > 0 || !first) throw new ContentError(problems)
  return { story, editions: [first, ...others] }
}

/**
 * Reads every story.
 *
 * @throws ContentError with the problems of all of them
 */
export async function readAllContent(root: string): Promise<StoryContent[]> {
  const problems: Problem[] = []
  const contents: StoryContent[] = []
  for (const id of await listStories(root)) {
    try {
      contents.push(await readContent(root, id))
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0) throw located(new ContentError(problems), root)
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
