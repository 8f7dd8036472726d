import { describe, expect, it } from 'vitest'
import { tableOf } from '#charts'
import { propOf, walk } from '#prose'
import { compareFacts, computeStory, inputsOf, tell } from '#story'
import type { Story, StoryData, Telling } from '#story'
import { factListOf } from '../../src/outlets/fact-list.ts'
import { sheetOfChart } from '../../src/outlets/records/index.ts'
import { id, languages, parsedData } from './editions.ts'
import type { Source } from './editions.ts'

/** A text that readers or their machines get, with the facts whose numbers it prints. */
interface Place {
  where: string
  text: string
  facts: readonly string[]
  /** Words chosen by two facts may stay the same when one of them changes a little. */
  mayStay?: boolean
}

const bracesIn = (text: string): string[] => [...text.matchAll(/\{([^{}:]+)(?::[^{}]*)?\}/g)].map(([, fact = '']) => fact.trim())

/** Everything that prints a number in one language, drawings apart: what a drawing has room for depends on its numbers, and its table has them all. */
function placesOf(source: Source, telling: Telling): Place[] {
  return [...inProse(source, telling), ...inWords(source, telling), ...inCharts(telling), ...inFacts(telling)]
}

function inProse({ mdx, tree }: Source, telling: Telling): Place[] {
  return [...walk(tree)].flatMap(({ node }): Place[] => {
    const where = `prose ${String(node.position?.start.line)}:${String(node.position?.start.column)}`
    const [fact, as, a, b] = ['id', 'as', 'a', 'b'].map((name) => propOf(node, name))
    if (node.name === 'Fact' && fact !== undefined)
      return [{ where, text: telling.print(fact, as as Parameters<Telling['print']>[1]), facts: [fact] }]
    if (node.name === 'Compare' && a !== undefined && b !== undefined)
      return [{ where, text: compareFacts(telling, a, b, as as Parameters<typeof compareFacts>[3]), facts: [a, b], mayStay: true }]
    if (node.type !== 'yaml') return []
    // The front matter prints its facts as the words of charts do.
    return bracesIn(mdx.slice(0, node.position?.end.offset)).map((inner) => ({ where, text: telling.print(inner), facts: [inner] }))
  })
}

function inWords({ words }: Source, telling: Telling): Place[] {
  const visit = (written: unknown, filled: unknown, path: readonly string[]): Place[] => {
    if (typeof written === 'string') return [{ where: path.join('.'), text: String(filled), facts: bracesIn(written) }]
    return Object.entries(written as object).flatMap(([key, inner]) =>
      visit(inner, (filled as Record<string, unknown>)[key], [...path, key]),
    )
  }
  return visit(words.words, telling.words, [])
}

/** Tables and sheets of all charts. Names of facts and events in their cells are words, which have been looked at. */
function inCharts(telling: Telling): Place[] {
  const names = new Set([...Object.values(telling.words.events), ...[...telling.story.facts.keys()].map((fact) => telling.nameFact(fact))])
  return Object.keys(telling.story.data.charts).flatMap((chart) => {
    const { columns, rows } = tableOf(telling, chart)
    const cells = rows.flatMap(({ mark, cells: texts }, row) => {
      const printed = cellOf(telling, chart, mark, texts)
      return texts.map((text, column) => ({
        where: `${chart} row ${String(row)} column ${String(column)}`,
        text: names.has(text) ? '' : text,
        facts: factsAt(telling.story, chart, mark, columns[column]?.head ?? '', column === printed),
      }))
    })
    const { fields, cells: records } = sheetOfChart(telling, chart)
    const factField = fields.findIndex(({ name }) => name === 'fact')
    const nameField = fields.findIndex(({ name }) => name === 'name')
    const lines = records.map((record, row) => ({
      where: `${chart}.csv ${String(row)}`,
      text: JSON.stringify(record.filter((_, field) => field !== nameField)),
      facts: [record[factField]].filter((fact) => typeof fact === 'string' && fact !== ''),
    }))
    return [...cells, ...lines] as Place[]
  })
}

/** The column of a row that prints its fact's number, -1 where none does. */
function cellOf(telling: Telling, chart: string, mark = '', cells: readonly string[]): number {
  const { facts, data } = telling.story
  const declaration = data.charts[chart]
  const fact = declaration?.form === 'players' ? (data.ties[mark]?.share ?? declaration.sizes[mark]) : mark
  if (fact === undefined || facts.get(fact)?.value === undefined) return -1
  const printed = (['short', 'long', 'number'] as const).map((style) => telling.print(fact, style))
  return cells.findIndex((cell) => printed.some((text) => cell === text))
}

/** The facts that a cell of a chart's table prints. */
function factsAt({ facts, data }: Story, chart: string, mark: string | undefined, head: string, isNumber: boolean): string[] {
  const declaration = data.charts[chart]
  if (declaration?.form === 'shares') {
    const { series, combined } = declaration
    const derived = combined?.derived ?? []
    const listed = mark === undefined ? [...series, ...(combined ? [combined.series] : [])] : [mark]
    return [...facts.values()]
      .filter(({ series: of, period }) => period === head && of !== undefined && listed.includes(of))
      .map((fact) => fact.id)
      .concat(mark === combined?.series ? derived.filter((fact) => facts.get(fact)?.period === head) : [])
  }
  if (!isNumber || mark === undefined) return []
  if (declaration?.form === 'players') return [data.ties[mark]?.share ?? declaration.sizes[mark]].filter((fact) => fact !== undefined)
  return [mark]
}

function inFacts(telling: Telling): Place[] {
  const { facts } = factListOf(telling)
  // Names are words, which have been looked at.
  return facts.map((fact) => ({ where: `facts.json ${fact.id}`, text: JSON.stringify({ ...fact, name: undefined }), facts: [fact.id] }))
}

/** The data with the value of one fact another, as surely shows: a small count goes up by one, so that words can say it. */
function mutated(fact: string): StoryData {
  const change = (value: number): number => (Number.isInteger(value) && value < 20 ? value + 1 : value * 1.37)
  const changed = <Holder extends { value?: number | [number, number] }>(holder: Holder): Holder => {
    const { value } = holder
    return { ...holder, value: typeof value === 'number' ? change(value) : value?.map(change) }
  }
  const own = parsedData.facts[fact]
  if (own) return { ...parsedData, facts: { ...parsedData.facts, [fact]: changed(own) } }
  const series = Object.entries(parsedData.series).map(([name, entry]) => {
    const point = entry.points[fact]
    return [name, point ? { ...entry, points: { ...entry.points, [fact]: changed(point) } } : entry] as const
  })
  return { ...parsedData, series: Object.fromEntries(series) }
}

function storyOf(data: StoryData): Story {
  const { story, faults } = computeStory(id, data)
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return story
}

function tellingOf(story: Story, { words, language }: Source): Telling {
  const told = tell(story, words, language)
  if ('problems' in told) throw new Error(JSON.stringify(told.problems))
  return told.telling
}

const story = storyOf(parsedData)

/** A fact, and whatever was worked out from it, over any number of steps. */
function restingOn(fact: string): Set<string> {
  const rests = (candidate: string): boolean => {
    const { derivation } = story.facts.get(candidate) ?? {}
    return candidate === fact || (derivation !== undefined && inputsOf(derivation).some(rests))
  }
  return new Set([...story.facts.keys()].filter(rests))
}

describe.each(languages)('in $tag, another value of any fact', (source) => {
  const before = placesOf(source, tellingOf(story, source))
  const numbers = [...story.facts.values()].filter(({ value, derivation }) => value !== undefined && derivation === undefined)

  it('changes every printed number that depends on it and no other', { timeout: 60_000 }, () => {
    expect(numbers.length).toBeGreaterThan(80)
    expect(before.length).toBeGreaterThan(1000)
    const wrong = numbers.flatMap(({ id: fact }) => {
      const after = placesOf(source, tellingOf(storyOf(mutated(fact)), source))
      const resting = restingOn(fact)
      return before.flatMap(({ where, text, facts, mayStay = false }, index) => {
        const other = after[index]
        const isChanged = other?.text !== text
        const depends = facts.some((used) => resting.has(used))
        if (other?.where === where && (isChanged === depends || (depends && mayStay))) return []
        return [`${fact}: ${where} ${depends ? 'stayed' : 'became'} ${String(other?.text)}; it was ${text}`]
      })
    })
    expect(wrong).toEqual([])
  })
})
