import { readYaml } from '#story'
import type { Problem, Telling } from '#story'
import { daysAbout } from './calendar.ts'
import { misdatedIn } from './misdated.ts'
import type { About, Misdated, Reading } from './misdated.ts'
import { namesOf } from '../names.ts'
import { passagesOf } from '../passages.ts'
import type { Passage } from '../passages.ts'
import { gap } from '../patterns.ts'
import { textsOf } from '../texts.ts'
import type { ProseNode } from '../tree.ts'
import { propOf } from '../tree.ts'

/** Every date in a story's MDX that its data does not know. A year carries on to the end of its section. */
export function misdatedInProse(file: string, source: string, tree: ProseNode, telling: Telling): Problem[] {
  return partsOf(tree).flatMap((part) => {
    const reading: Reading = {}
    return passagesOf(source, part).flatMap((passage) =>
      misdatedIn(passage.text, telling, namesOf(telling), reading, claimsIn(passage, telling)).map(({ text, index, message }) => ({
        file,
        ...passage.placeAt(index),
        message: withExpected(message, passage.prop ? undefined : `<Figure why="…">${text}</Figure> if it dates nothing of it`),
      })),
    )
  })
}

/** What is wrong and, where the right date is not offered already, what was expected. */
export function withExpected(message: string, waiver?: string): string {
  if (message.endsWith('?')) return message
  return `${message}; expected one of the story's dates${waiver === undefined ? '' : `, or ${waiver}`}`
}

/** The sections of a story, and what stands outside of them. */
function partsOf(tree: ProseNode): ProseNode[] {
  const children = tree.children ?? []
  const sections = children.filter(({ name }) => name === 'Section')
  const outside = { ...tree, children: children.filter(({ name }) => name !== 'Section') }
  return [outside, ...sections]
}

function claimsIn({ elements }: Passage, { story }: Telling): About[] {
  return elements.flatMap(({ node, index, end }) => {
    const id = node.name === 'Claim' ? propOf(node, 'id') : undefined
    const fact = id === undefined ? undefined : story.facts.get(id)
    if (!fact) return []
    return { name: `the fact "${fact.id}"`, days: daysAbout(story, [fact.period], fact.sources), from: index, until: end }
  })
}

/** Every date in words that take facts in braces that the story does not know. */
export function misdatedInText(text: string, path: readonly PropertyKey[], telling: Telling): Misdated[] {
  const bare = text.replace(/\{[^{}]*\}|\[[^[\]]*\]/g, (found) => gap.repeat(found.length))
  return misdatedIn(bare, telling, namesOf(telling), {}, namedAt(path, text, telling))
}

/** The fact or the event whose name a text in the YAML is. */
function namedAt([section, key]: readonly PropertyKey[], text: string, { story }: Telling): About[] {
  const id = String(key)
  const span = { from: 0, until: text.length }
  const fact = section === 'facts' ? story.facts.get(id) : undefined
  if (fact && !fact.derivation) return [{ name: `the fact "${id}"`, days: daysAbout(story, [fact.period], fact.sources), ...span }]
  const event = section === 'events' ? story.data.events[id] : undefined
  return event ? [{ name: `the event "${id}"`, days: daysAbout(story, [event.date], event.source), ...span }] : []
}

/** Every date in the front matter that the story does not know. */
export function misdatedInFrontmatter(file: string, tree: ProseNode, telling: Telling): Problem[] {
  const node = tree.children?.find(({ type }) => type === 'yaml')
  const yaml = readYaml(node?.value ?? '')
  if (!node || 'fault' in yaml) return []
  const line = node.position?.start.line ?? 1
  return textsOf(yaml.content)
    .filter(({ path: [field] }) => field === 'title' || field === 'standfirst')
    .flatMap(({ path, text }) =>
      misdatedInText(text, path, telling).map(({ text: date, index, message }) => {
        const place = yaml.locate(path, { within: date, after: text.slice(0, index) })
        return { file, line: place.line + line, column: place.column, message: withExpected(message) }
      }),
    )
}
