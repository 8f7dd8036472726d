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
  const folder = `content/${id}`
  const story = await readData(root, id, `${folder}/data.ts`)
  const tags = await languagesOf(root, folder)
  const problems: Problem[] = []
  const tellings: Telling[] = []
  for (const tag of tags) {
    const file = `${folder}/${tag}.yaml`
    const text = await readText(root, file, `no words for the language "${tag}"; expected this file beside ${tag}.mdx`)
    const words = parseWords(file, text)
    if ('problems' in words) {
      problems.push(...words.problems)
      continue
    }
    const names = checkNames(story, words)
    const told = tell(story, words, interfaceWords(tag))
    problems.push(...names)
    if ('problems' in told) problems.push(...told.problems)
    else tellings.push(told.telling)
  }
  if (problems.length > 0) throw new ContentError(problems)
  return { story, tellings }
}

/** Tags of the languages a story is told in: one MDX file each, in the order the interface offers them. */
async function languagesOf(root: string, folder: string): Promise<string[]> {
  const files = await readdir(path.join(root, folder))
  const tags = files.filter((file) => file.endsWith('.mdx')).map((file) => file.slice(0, -4))
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

async function readData(root: string, id: string, file: string): Promise<Story> {
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
