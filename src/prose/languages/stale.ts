import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { factsOf } from '#charts'
import { inputsOf, linesInData, parseWords, readYaml } from '#story'
import type { Problem, Story } from '#story'
import type { Edition, StoryContent } from '../content.ts'
import { fileMoments, lineMoments, missingHistory } from './history.ts'
import type { Moment } from './history.ts'
import { mentionsOf } from './mentions.ts'
import { parseProse } from '../tree.ts'
import { bracesIn } from '../unused.ts'

type Place = Omit<Problem, 'message'>

/** A fact that changed after the words of a language that tell of it, where they first do. */
export interface StaleFact extends Place {
  id: string
  /** Days, as ISO has them; none for what is not committed. */
  changed: string | undefined
  written: string
}

/** Fields of a fact whose change may make words about it untrue. */
const telling: readonly string[] = ['value', 'unit', 'asOf', 'period', 'kind', 'source']

/**
 * The facts that changed after the words of a language that use them, by the history of the files: a list to read through, for the figures
 * themselves follow the data.
 *
 * @param root the project's folder
 * @returns or why it cannot be told
 */
export async function staleFacts(root: string, contents: readonly StoryContent[]): Promise<{ stale: StaleFact[]; untold?: string }> {
  const untold = await missingHistory(root)
  if (untold !== undefined) return { stale: [], untold }
  const stale = await Promise.all(contents.map((content) => staleIn(root, content)))
  return { stale: stale.flat() }
}

async function staleIn(root: string, { story, editions }: StoryContent): Promise<StaleFact[]> {
  const folder = `content/${story.id}`
  const [momentOf, changedAt] = await Promise.all([fileMoments(root, folder), factMoments(root, story)])
  const stale = editions.map(async (edition) => {
    const file = `${folder}/${edition.telling.language.tag}`
    const written = Math.max(momentOf(`${file}.mdx`), momentOf(`${file}.yaml`))
    if (written === Infinity) return []
    const places = await placesOf(root, file, edition)
    return [...places].flatMap(([id, place]) => {
      const changed = changedAt(id)
      return changed > written ? { ...place, id, changed: dayOf(changed), written: dayOf(written) ?? '' } : []
    })
  })
  return (await Promise.all(stale)).flat()
}

function dayOf(moment: Moment): string | undefined {
  return moment === Infinity ? undefined : new Date(moment * 1000).toISOString().slice(0, 10)
}

/** When what a fact says last changed; one that is worked out changes with its formula and with what goes into it. */
async function factMoments(root: string, story: Story): Promise<(id: string) => Moment> {
  const file = `content/${story.id}/data.ts`
  const lines = linesInData(await readFile(path.join(root, file), 'utf8'))
  const momentAt = await lineMoments(root, file)
  const latest = (paths: readonly PropertyKey[][]): Moment =>
    Math.max(
      0,
      ...paths.flatMap((each) => {
        const { first, last } = lines(each) ?? { first: 0, last: -1 }
        return Array.from({ length: last - first + 1 }, (_, index) => momentAt(first + index))
      }),
    )
  const momentOf = (id: string): Moment => {
    const { series, derivation } = story.facts.get(id) ?? {}
    if (derivation) return Math.max(latest([['derived', id]]), ...inputsOf(derivation).map(momentOf))
    const own = series === undefined ? ['facts', id] : ['series', series, 'points', id]
    const shared = series === undefined ? [] : [['series', series, 'unit']]
    return latest([...telling.map((field) => [...own, field]), ...shared])
  }
  return momentOf
}

/** Where the words of a language first use each fact: in the prose, in braces, or as a mark of a chart. */
async function placesOf(root: string, file: string, { telling }: Edition): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const add = (ids: readonly string[], place: Place): void => {
    for (const id of ids) if (telling.story.facts.has(id) && !places.has(id)) places.set(id, place)
  }
  const prose = parseProse(`${file}.mdx`, await readFile(path.join(root, `${file}.mdx`), 'utf8'))
  const mentions = 'tree' in prose ? mentionsOf(`${file}.mdx`, prose.tree) : []
  for (const { kind, id, place } of mentions) if (kind === 'fact' || kind === 'claim' || kind === 'comparison') add(id.split(' '), place)
  if ('tree' in prose) {
    const node = prose.tree.children?.find(({ type }) => type === 'yaml')
    const yaml = readYaml(node?.value ?? '')
    if ('content' in yaml)
      addBraces(yaml.content, (at) => moved({ file: `${file}.mdx`, ...yaml.locate(at) }, node?.position?.start.line ?? 1))
  }
  const words = parseWords(`${file}.yaml`, await readFile(path.join(root, `${file}.yaml`), 'utf8'))
  if ('words' in words) addBraces(words.words, (at) => ({ file: words.file, ...words.locate(at) }))
  for (const { kind, id, place } of mentions) if (kind === 'chart' && id in telling.story.data.charts) add(factsOf(telling, id), place)
  return places

  function addBraces(value: unknown, placeAt: (path: PropertyKey[]) => Place, at: PropertyKey[] = []): void {
    if (typeof value === 'string') {
      const ids = bracesIn(value)
      if (ids.length > 0) add(ids, placeAt(at))
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) addBraces(inner, placeAt, [...at, key])
  }
}

function moved(place: Place, lines: number): Place {
  return { ...place, line: (place.line ?? 0) + lines }
}
