import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'astro/zod'
import type { Findings, StoryContent } from '#prose'
import { hint, listStories } from '#story'
import type { Problem } from '#story'
import type { FactList } from '../outlets/fact-list.ts'
import { compareWithPublished } from '../outlets/published.ts'

/** As much of a list of facts as tells that it is one. */
const listShape = z.looseObject({
  story: z.string(),
  language: z.string(),
  facts: z.array(z.looseObject({ id: z.string(), name: z.string(), period: z.string(), kind: z.string() })),
  corrections: z.array(z.looseObject({ id: z.string(), date: z.string() })).optional(),
})

const expected = 'expected the facts.json of a published story, such as https://news.example/indonesia-ecommerce/facts.json'

/**
 * Compares a story with a list of facts that was published of it.
 *
 * @param root the project's folder
 * @param contents the stories in which nothing is wrong
 * @param from a file, or an address on the web
 * @param today the day to offer for corrections, `2026-12-01`
 * @returns what departs from the list, or one error that says why it could not be compared
 */
export async function checkAgainst(
  root: string,
  contents: readonly StoryContent[],
  from: string,
  today: string,
): Promise<Pick<Findings, 'errors' | 'warnings'>> {
  const refuse = (message: string): Pick<Findings, 'errors' | 'warnings'> => ({ errors: [{ file: from, message }], warnings: [] })
  const got = await read(from)
  if ('message' in got) return refuse(got.message)
  const list = parse(got.text)
  if (!list) return refuse(`is no list of facts; ${expected}`)

  const stories = await listStories(root)
  if (!stories.includes(list.story)) return refuse(`is of the story "${list.story}", which is not here; ${hint(list.story, stories)}`)
  const content = contents.find(({ story }) => story.id === list.story)
  if (!content) return refuse(`was not compared: first mend what is wrong with the story "${list.story}"`)
  const text = await readFile(path.join(root, 'content', list.story, 'data.ts'), 'utf8')
  return compareWithPublished(content, text, list, today)
}

async function read(from: string): Promise<{ text: string } | Pick<Problem, 'message'>> {
  if (!/^https?:\/\//.test(from)) {
    try {
      return { text: await readFile(from, 'utf8') }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      return { message: `${code === 'ENOENT' ? 'there is no such file' : `could not be read (${code ?? String(error)})`}; ${expected}` }
    }
  }
  try {
    const response = await fetch(from, { signal: AbortSignal.timeout(30_000) })
    if (response.ok) return { text: await response.text() }
    return { message: `the answer was ${String(response.status)} ${response.statusText}; ${expected}` }
  } catch (error) {
    const { cause } = error as Error
    return { message: `could not be fetched (${cause instanceof Error ? cause.message : String(error)}); ${expected}` }
  }
}

function parse(text: string): FactList | undefined {
  try {
    const content: unknown = JSON.parse(text)
    return listShape.safeParse(content).success ? (content as FactList) : undefined
  } catch {
    return undefined
  }
}
