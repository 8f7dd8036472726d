import { readYaml, unknown } from '#story'
import type { Problem, Story } from '#story'
import type { Frontmatter } from '../frontmatter.ts'
import { mentionKinds, nameOfMention } from './mentions.ts'
import type { Mention } from './mentions.ts'
import type { Difference } from './parity.ts'
import type { ProseNode } from '../tree.ts'

/** A difference between two languages that a writer lets stand, and why. */
export interface Declared extends Omit<Problem, 'message'> {
  /** `fact "market-2022"` */
  name: string
  why: string
}

type Named = Pick<Mention, 'kind' | 'id'>
const isSame = (a: Named, b: Named): boolean => a.kind === b.kind && a.id === b.id

/**
 * Takes the differences that a language declares under `differs:` out of those that were found.
 *
 * @param mentions of the first language and of this one, whose ids may be declared
 * @returns problems: differences nobody declared, and declarations of nothing that there is; idle: declarations of what does not differ
 */
export function settle(
  file: string,
  tree: ProseNode,
  frontmatter: Frontmatter,
  story: Story,
  mentions: readonly Mention[],
  found: readonly Difference[],
): { problems: Problem[]; declared: Declared[]; idle: Problem[] } {
  const node = tree.children?.find(({ type }) => type === 'yaml')
  const yaml = readYaml(node?.value ?? '')
  const line = node?.position?.start.line ?? 1
  const placeAt = (path: readonly PropertyKey[]): Omit<Problem, 'message'> => {
    const place = 'fault' in yaml ? { line: 0, column: 1 } : yaml.locate(['differs', ...path])
    return { file, line: place.line + line, column: place.column }
  }
  const problems: Problem[] = []
  const declared: Declared[] = []
  const idle: Problem[] = []
  const settled = new Set<Difference>()
  for (const [index, declaration] of (frontmatter.differs ?? []).entries()) {
    const given = mentionKinds.filter((kind) => declaration[kind] !== undefined)
    const [kind] = given
    if (kind === undefined || given.length > 1) {
      const received = given.length === 0 ? 'nothing' : given.join(' and ')
      problems.push({
        ...placeAt([index]),
        message: `a difference of ${received}; expected one of ${mentionKinds.join(', ')}, with its id, and why`,
      })
      continue
    }
    const named: Named = { kind, id: declaration[kind] ?? '' }
    const name = nameOfMention(named)
    const covered = found.filter(({ of }) => isSame(of, named))
    for (const difference of covered) settled.add(difference)
    const place = placeAt([index, kind])
    if (covered.length > 0) declared.push({ ...place, name, why: declaration.why })
    else if (isKnown(named, story, mentions))
      idle.push({ ...place, message: `a difference that is none: the languages agree on ${name}; expected no line for it` })
    else problems.push({ ...place, message: unknown(kind, named.id, idsOf(kind, story, mentions)) })
  }
  return { problems: [...problems, ...found.filter((each) => !settled.has(each)).map(({ problem }) => problem)], declared, idle }
}

function isKnown({ kind, id }: Named, story: Story, mentions: readonly Mention[]): boolean {
  return idsOf(kind, story, mentions).includes(id)
}

function idsOf(kind: Mention['kind'], { data, facts }: Story, mentions: readonly Mention[]): string[] {
  if (kind === 'chart') return Object.keys(data.charts)
  if (kind === 'fact' || kind === 'claim')
    return [...facts.values()].filter(({ value }) => (value === undefined) === (kind === 'claim')).map(({ id }) => id)
  return [...new Set(mentions.filter((mention) => mention.kind === kind).map(({ id }) => id))]
}
