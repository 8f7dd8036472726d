import type { Problem } from '#story'
import { nameOfMention } from './mentions.ts'
import type { Mention } from './mentions.ts'
import { longestCommon } from './subsequence.ts'

/** A place where a language tells a story otherwise than the first of its languages does. */
export interface Difference {
  /** What is missing, too much or elsewhere. */
  of: Pick<Mention, 'kind' | 'id'>
  problem: Problem
}

const declare = 'or a line under "differs:" that says why'
const keyOf = ({ kind, id }: Mention): string => `${kind} ${id}`

/**
 * Where the words of one language do not have the sections, charts, steps, facts and claims of the first language in the same order, each
 * difference once. Within a paragraph the order is free: languages build their sentences differently.
 *
 * @param file of the language that is compared
 */
export function differences(file: string, first: readonly Mention[], other: readonly Mention[]): Difference[] {
  const found: Difference[] = []
  const lost: { mention: Mention; after: Mention | undefined; expected: string }[] = []
  const extra: Mention[] = []
  const sections = [first, other].map((list) => list.filter(({ kind }) => kind === 'section')) as [Mention[], Mention[]]
  align(...sections, 'at the beginning', undefined)
  const begun = new Map(sections[1].map((section) => [section.id, section]))
  const shared = ['', ...sections[0].map(({ id }) => id).filter((id) => begun.has(id))]
  for (const section of shared) {
    const [from, to] = [first, other].map((list) => list.filter((each) => each.section === section && each.kind !== 'section')) as [
      Mention[],
      Mention[],
    ]
    const beginning = section === '' ? 'before the first section' : `at the beginning of section "${section}"`
    align(from, ordered(to, from), beginning, begun.get(section))
  }
  report()
  return found

  /** Sets two lists against each other; what is in one only, or elsewhere, waits for all of them to be set. */
  function align(from: readonly Mention[], to: readonly Mention[], beginning: string, start: Mention | undefined): void {
    const pairs = longestCommon(from.map(keyOf), to.map(keyOf))
    const partner = new Map(pairs.map(([i, j]) => [i, to[j]]))
    const kept = new Set(pairs.map(([, j]) => j))
    from.forEach((mention, index) => {
      const twin = partner.get(index)
      if (twin) checkView(mention, twin)
      else {
        const before = pairs.findLast(([i]) => i < index)
        const after = before && to[before[1]]
        lost.push({ mention, after: after ?? start, expected: after ? `after ${nameOfMention(after)}` : beginning })
      }
    })
    extra.push(...to.filter((_, index) => !kept.has(index)))
  }

  function checkView(from: Mention, to: Mention): void {
    if (from.view === to.view) return
    const said = (view: string | undefined): string => (view === undefined ? 'the whole chart' : `the view "${view}"`)
    add(to, to.place, `${nameOfMention(to)} shows ${said(to.view)}; expected ${said(from.view)} as in ${placeOf(from)}`)
  }

  function report(): void {
    const left = new Set(extra)
    const gone = new Set<Mention>()
    const moved = new Map(
      lost.map(({ mention }) => {
        const twins = [...left].filter((candidate) => keyOf(candidate) === keyOf(mention))
        const twin = twins.find(({ section }) => section === mention.section) ?? twins[0]
        if (twin) left.delete(twin)
        else gone.add(mention)
        return [mention, twin]
      }),
    )
    for (const { mention, after, expected } of lost) {
      const twin = moved.get(mention)
      const name = nameOfMention(mention)
      // What stands in a part that is missing, or elsewhere, went with it.
      if (mention.holder && (twin ? twin.holder && moved.get(mention.holder) === twin.holder : gone.has(mention.holder))) continue
      if (!twin) {
        const where = mention.kind === 'section' || mention.section === '' ? '' : ` in section "${mention.section}"`
        const place = after?.place ?? { file, line: 1, column: 1 }
        add(mention, place, `${name} of ${placeOf(mention)} is missing${where}; expected it ${expected}, ${declare}`)
      } else if (twin.section === mention.section || mention.kind === 'section')
        add(twin, twin.place, `${name} stands elsewhere than in ${placeOf(mention)}; expected it ${expected}, ${declare}`)
      else {
        const there = mention.section === '' ? 'before the first section' : `in section "${mention.section}"`
        add(twin, twin.place, `${name} stands elsewhere than in ${placeOf(mention)}; expected it ${there}, ${declare}`)
      }
    }
    for (const mention of left) {
      if (mention.holder && left.has(mention.holder)) continue
      const where = mention.kind === 'section' || mention.section === '' ? '' : `section "${mention.section}" of `
      const [reference] = first
      add(
        mention,
        mention.place,
        `${nameOfMention(mention)} is not in ${where}${fileOf(reference)}; expected it in every language, ${declare}`,
      )
    }
  }

  function add({ kind, id }: Mention, place: Omit<Problem, 'message'>, message: string): void {
    found.push({ of: { kind, id }, problem: { ...place, message } })
  }
}

/** The mentions of a section, those of each paragraph in the order in which the first language has them. */
function ordered(mentions: readonly Mention[], like: readonly Mention[]): Mention[] {
  const places = Map.groupBy(
    like.map((mention, index) => ({ key: keyOf(mention), index })),
    ({ key }) => key,
  )
  const used = new Map<string, number>()
  return [...Map.groupBy(mentions, ({ paragraph }) => paragraph).values()].flatMap((paragraph) => {
    let last = -1
    const ranked = paragraph.map((mention) => {
      const key = keyOf(mention)
      const nth = used.get(key) ?? 0
      used.set(key, nth + 1)
      // What the first language has not stays with what stands before it.
      last = places.get(key)?.[nth]?.index ?? last
      return { mention, rank: last }
    })
    return ranked.toSorted((a, b) => a.rank - b.rank).map(({ mention }) => mention)
  })
}

function placeOf({ place: { file, line, column } }: Mention): string {
  return `${file.replace(/.*\//, '')}:${String(line)}:${String(column)}`
}

function fileOf(mention: Mention | undefined): string {
  return mention?.place.file.replace(/.*\//, '') ?? 'the first language'
}
