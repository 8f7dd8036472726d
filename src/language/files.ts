import { readdir } from 'node:fs/promises'

/** What a language has a file of: everything the site says, what its prose is checked by, and how it compares. */
type Folder = 'words' | 'prose' | 'comparison'

/**
 * Every file of a language, by its path from here. Vite finds and bundles them when it builds; Node, which runs the commands, reads the
 * folders. So a new language is a new file, and no list of them has to be kept.
 */
const files: Record<string, Record<string, unknown>> = (import.meta.env as unknown) === undefined
  ? await readFiles('words', 'prose', 'comparison')
  : import.meta.glob(['./words/*.ts', './prose/*.ts', './comparison/*.ts'], { eager: true })

async function readFiles(...folders: readonly Folder[]): Promise<typeof files> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(new URL(`./${folder}/`, import.meta.url))
      return names.filter((name) => name.endsWith('.ts')).map((name) => `./${folder}/${name}`)
    }),
  )
  const entries = found.flat().map(async (file) => {
    const address = new URL(file, import.meta.url).href
    return [file, (await import(/* @vite-ignore */ address)) as Record<string, unknown>] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Tags of the languages that have a file there: English first, because it is where the kit began, then by tag. */
export function tagsIn(folder: Folder): string[] {
  const tags = Object.keys(files).flatMap((file) => new RegExp(`^\\./${folder}/(.+)\\.ts$`).exec(file)?.[1] ?? [])
  return tags.sort((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b))
}

/**
 * What a language has of one kind: what the file of its tag exports under that name (`pt-BR` as `ptBR`), else what its words export under
 * the name of the folder, so that one file can hold a whole language.
 *
 * @returns undefined for a language without it
 * @throws TypeError a file that does not export what it is named after
 */
export function exportedIn(folder: Folder, tag: string): unknown {
  const name = tag.replaceAll('-', '')
  const own = files[`./${folder}/${tag}.ts`]
  if (!own) return files[`./words/${tag}.ts`]?.[folder]
  if (!(name in own))
    throw new TypeError(`invalid language: src/language/${folder}/${tag}.ts exports no "${name}"; expected the words in "${tag}"`)
  return own[name]
}
