import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { StoryContent } from './content.ts'
import { parseProse, isElement, propOf, walk } from './tree.ts'

/** Places in one file of words that show a fact, by its id, as `NAME:LINE:COLUMN` in the order of the file. */
export function placesIn(name: string, source: string): Map<string, string[]> {
  const found: { id: string; line: number; column: number }[] = []
  for (const [index, text] of source.split('\n').entries())
    for (const match of text.matchAll(/\{([^{}:\s]+)(?::[^{}]*)?\}/g))
      found.push({ id: match[1] ?? '', line: index + 1, column: match.index + 1 })
  const parsed = name.endsWith('.mdx') ? parseProse(name, source) : undefined
  if (parsed && 'tree' in parsed)
    for (const { node } of walk(parsed.tree)) {
      if (!isElement(node) || !['Fact', 'Claim', 'Compare'].includes(node.name)) continue
      const { line = 1, column = 1 } = node.position?.start ?? {}
      for (const prop of ['id', 'a', 'b']) {
        const id = propOf(node, prop)
        if (id !== undefined) found.push({ id, line, column })
      }
    }
  found.sort((a, b) => a.line - b.line || a.column - b.column)
  const places = Map.groupBy(found, ({ id }) => id)
  return new Map([...places].map(([id, list]) => [id, list.map(({ line, column }) => `${name}:${String(line)}:${String(column)}`)]))
}

/** Places in the words of every language of a story that show a fact, by its id. */
export async function placesOf(root: string, { story, editions }: StoryContent): Promise<Map<string, string[]>> {
  const names = editions.flatMap(({ telling }) => ['mdx', 'yaml'].map((kind) => `${telling.language.tag}.${kind}`))
  const all = new Map<string, string[]>()
  for (const name of names) {
    const source = await readFile(path.join(root, 'content', story.id, name), 'utf8')
    for (const [id, places] of placesIn(name, source)) all.set(id, [...(all.get(id) ?? []), ...places])
  }
  return all
}
