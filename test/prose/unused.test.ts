import { beforeAll, describe, expect, it } from 'vitest'
import { outlineOf, parseProse, unused } from '#prose'
import { formatProblem } from '#story'
import type { Telling } from '#story'
import { tiny } from '../story/tiny.ts'
import { tellTiny } from './passages.ts'

let telling: Telling

beforeAll(async () => {
  telling = await tellTiny()
})

/** What is unused in the small story when its words are these. */
function unusedWith(text: string, braces: string[] = []): string[] {
  const parsed = parseProse('en.mdx', text)
  if ('problems' in parsed) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  return unused('data.ts', tiny, telling.story, [{ telling, outline: outlineOf(parsed.tree), braces }]).map(formatProblem)
}

const idsOf = (noun: string, problems: string[]): string[] =>
  problems.flatMap((problem) => new RegExp(`the ${noun} "([^"]+)"`).exec(problem)?.[1] ?? [])

describe('a fact is used', () => {
  it('where the words state it, and so is what it was worked out from', () => {
    const facts = idsOf(
      'fact',
      unusedWith('It was <Fact id="second" />; <Claim id="reply">no reply</Claim>; <Compare a="slice-big" b="everything" />.'),
    )
    expect(facts).toEqual([
      'users',
      'people',
      'shops',
      'sales-2022-edition-2022',
      'sales-2022',
      'sales-2023',
      'slice-small',
      'growth',
      'cut',
      'reach',
      'both',
      'rest',
    ])
  })

  it('where the words of a chart hold it in braces', () => {
    expect(idsOf('fact', unusedWith('Words.', ['shops']))).not.toContain('shops')
    expect(idsOf('fact', unusedWith('Words.'))).toContain('shops')
  })

  it('where a chart that the words place shows it', () => {
    expect(idsOf('fact', unusedWith('<Chart id="dots" />'))).not.toContain('users')
  })

  it('where a tie carries it', () => {
    expect(idsOf('fact', unusedWith('Words.'))).not.toContain('reply')
  })
})

it('a chart that the words do not place is unused, and named where it is declared', () => {
  const problems = unusedWith('<Chart id="dots" />\n\n<Scrolly chart="yearly"><Step view="all">Words.</Step></Scrolly>')
  expect(idsOf('chart', problems)).toEqual(['heaps', 'slopes', 'map', 'globe', 'days'])
  expect(problems.at(-1)).toMatch(/^data\.ts:\d+:5 the chart "days" is unused: no language places it with <Chart id="days" \/>$/)
})

it('a source that carries a used one is used', () => {
  expect(idsOf('source', unusedWith('Words.'))).toEqual([])
})
