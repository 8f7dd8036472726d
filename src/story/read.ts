import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { interfaceWords, languageTags } from '#language'
import { locateInData, syntaxFaults } from './position.ts'
import { ContentError } from './problem.ts'
import type { Problem } from './problem.ts'
import type { Story } from './story.ts'
import { tell } from './telling.ts'
import type { Telling } from './telling.ts'
import { validateStory } from './validate.ts'
import { checkNames, parseWords } from './words.ts'
import type { WordsFile } from './words.ts'

/** A story with its words in every language it is told in. */
export interface StoryFolder {
  story: Story
  tellings: Telling[]
}

/** Names of the folders in `content/` that hold a story, sorted. */
export async function listStories(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, 'content'), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/**
 * Reads a story's data and words from its folder, afresh each time: an edit shows without a restart.
 *
 * @param root the project's folder
 * @throws ContentError with every problem found
 */
export async function readStory(root: string, id: string): Promise<StoryFolder> {
  const story = await readData(root, id)
  const read = await readWords(root, story)
  const problems = read.flatMap((language) => language.problems)
  if (problems.length > 0) throw new ContentError(problems)
  return { story, tellings: read.map(({ telling }) => telling) }
}

/** What the words of a story in one language come to. */
export interface ReadWords {
  /** With no words but the interface's where those of the story cannot be told. */
  telling: Telling
  problems: Problem[]
}

/**
 * Reads the words of a story's charts in every language it is told in.
 *
 * @param held tags of languages to leave out
 * @throws ContentError languages that the interface does not speak, or none at all
 */
export async function readWords(root: string, story: Story, held: ReadonlySet<string> = new Set()): Promise<ReadWords[]> {
  const folder = `content/${story.id}`
  const tags = await listLanguages(root, story.id, held)
  return Promise.all(
    tags.map(async (tag) => {
      const file = `${folder}/${tag}.yaml`
      const language = interfaceWords(tag)
      const wordless = tell(story, wordsOf(file, '{}'), language)
      if ('problems' in wordless) throw new TypeError('invalid telling: words that say nothing name no facts')
      const { telling } = wordless
      let text
      try {
        text = await readText(root, file, `no words for the language "${tag}"; expected this file beside ${tag}.mdx`)
      } catch (error) {
        if (!(error instanceof ContentError)) throw error
        return { telling, problems: [...error.problems] }
      }
      const words = parseWords(file, text)
      if ('problems' in words) return { telling, problems: words.problems }
      const names = checkNames(story, words)
      const told = tell(story, words, language)
      if ('problems' in told) return { telling, problems: [...names, ...told.problems] }
      return { telling: told.telling, problems: names }
    }),
  )
}

function wordsOf(file: string, text: string): WordsFile {
  const words = parseWords(file, text)
  if ('problems' in words) throw new ContentError(words.problems)
  return words
}

/**
 * Tags of the languages a story is told in: one MDX file each, in the order the interface offers them.
 *
 * @param held tags of languages to leave out
 * @throws ContentError languages that the interface does not speak, or none at all
 */
export async function listLanguages(root: string, id: string, held: ReadonlySet<string> = new Set()): Promise<string[]> {
  const folder = `content/${id}`
  const files = await readdir(path.join(root, folder))
  const told = files.filter((file) => file.endsWith('.mdx')).map((file) => file.slice(0, -4))
  const tags = told.filter((tag) => !held.has(tag))
  const foreign = tags.filter((tag) => !languageTags.includes(tag))
  if (foreign.length > 0)
    throw new ContentError(
      foreign.map((tag) => ({
        file: `${folder}/${tag}.mdx`,
        message: `the interface has no words in "${tag}"; expected a language of src/language/words: ${languageTags.join(', ')}`,
      })),
    )
  if (tags.length === 0)
    throw new ContentError([{ file: `${folder}/en.mdx`, message: 'the story has no words; expected an MDX file named after its language' }])
  return languageTags.filter((tag) => tags.includes(tag))
}

/**
 * Reads a story's data from its folder, afresh each time.
 *
 * @throws ContentError with every problem found
 */
export async function readData(root: string, id: string): Promise<Story> {
  const file = `content/${id}/data.ts`
  const text = await readText(root, file, 'the story has no data; expected a file that exports defineStory({…})')
  // The first is the mistake; what follows is mostly the parser finding its way back.
  const [syntax] = syntaxFaults(text)
  if (syntax) throw new ContentError([{ file, ...syntax }])
  // A module is loaded once per address: its text's hash makes an edited file a new one.
  const address = `${pathToFileURL(path.join(root, file)).href}?${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
  let exported: unknown
  try {
    exported = ((await import(/* @vite-ignore */ address)) as { default?: unknown }).default
  } catch (error) {
    throw new ContentError([{ file, message: `could not be run: ${error instanceof Error ? error.message : String(error)}` }])
  }
  if (exported === undefined)
    throw new ContentError([{ file, ...locateInData(text, []), message: 'exports no story; expected "export default defineStory({…})"' }])
  const result = validateStory(id, file, text, exported)
  if ('problems' in result) throw new ContentError(result.problems)
  return result.story
}

async function readText(root: string, file: string, absent: string): Promise<string> {
  try {
    return await readFile(path.join(root, file), 'utf8')
  } catch {
    throw new ContentError([{ file, message: absent }])
  }
}
