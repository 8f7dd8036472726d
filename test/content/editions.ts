import { readdirSync, readFileSync } from 'node:fs'
import data from '../../content/indonesia-ecommerce/data.ts'
import { interfaceWords, languageTags } from '#language'
import type { InterfaceWords } from '#language'
import { parseProse } from '#prose'
import type { ProseNode } from '#prose'
import { formatProblem, parseWords, storySchema } from '#story'
import type { StoryData, WordsFile } from '#story'

export const id = 'indonesia-ecommerce'
const folder = `content/${id}`

/** The story's data as it is written, as it is exported and as it is once read. */
export const dataFile = `${folder}/data.ts`
export const dataText = readFileSync(dataFile, 'utf8')
export const exported = data as unknown as Record<string, Record<string, unknown>>
export const parsedData: StoryData = storySchema.parse(data)

/** What a language tells the story with, as it is read. */
export interface Source {
  tag: string
  language: InterfaceWords
  words: WordsFile
  yaml: string
  file: string
  mdx: string
  tree: ProseNode
}

/** Every language that the story is told in. */
export const languages: Source[] = languageTags
  .filter((tag) => readdirSync(folder).includes(`${tag}.mdx`))
  .map((tag) => {
    const yaml = readFileSync(`${folder}/${tag}.yaml`, 'utf8')
    const words = parseWords(`${folder}/${tag}.yaml`, yaml)
    const file = `${folder}/${tag}.mdx`
    const mdx = readFileSync(file, 'utf8')
    const prose = parseProse(file, mdx)
    if ('problems' in words) throw new Error(words.problems.map(formatProblem).join('\n'))
    if ('problems' in prose) throw new Error(prose.problems.map(formatProblem).join('\n'))
    return { tag, language: interfaceWords(tag), words, yaml, file, mdx, tree: prose.tree }
  })
