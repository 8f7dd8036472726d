import { beforeAll, describe, expect, it } from 'vitest'
import { interfaceWords } from '#language'
import { checkNames, formatProblem, parseWords, tell } from '#story'
import type { Story, Telling } from '#story'
import { marked, replaceIn, tiny, tinyWords as words, validate } from './tiny.ts'

let story: Story

beforeAll(async () => {
  const result = await validate(tiny)
  if (!result.story) throw new Error(result.problems.join('\n'))
  story = result.story
})

/** Every problem of a file of words, as it is printed. */
function problemsOf(text: string): string[] {
  const file = parseWords('en.yaml', text)
  if ('problems' in file) return file.problems.map(formatProblem)
  const told = tell(story, file, interfaceWords('en'))
  return [...checkNames(story, file), ...('problems' in told ? told.problems : [])].map(formatProblem)
}

function telling(): Telling {
  const file = parseWords('en.yaml', words)
  if ('problems' in file) throw new Error(JSON.stringify(file.problems))
  const told = tell(story, file, interfaceWords('en'))
  if ('problems' in told) throw new Error(JSON.stringify(told.problems))
  return told.telling
}

describe('words without fault', () => {
  it('have no problem', () => {
    expect(problemsOf(words)).toEqual([])
  })

  it('come with every figure filled in', () => {
    const { charts, facts } = telling().words
    expect(facts.growth).toBe('Growth to $55 billion')
    expect(charts.yearly).toMatchObject({
      title: 'Sales grew to $55bn',
      dek: 'Sales, 10 per cent more',
      alt: 'A long text of 40 million accounts on three lines.',
      labels: { year: 'Year' },
      notes: {},
    })
  })

  it('of an empty file are none', () => {
    const file = parseWords('en.yaml', '')
    expect(file).toMatchObject({ words: { facts: {}, charts: {} } })
  })
})

describe('a telling', () => {
  it('prints a figure in the style asked for, long unless asked', () => {
    expect(telling().print('sales-2023')).toBe('$55 billion')
    expect(telling().print('sales-2023', 'short')).toBe('$55bn')
    expect(telling().print('daily')).toBe('about 864,000')
  })

  it.each(['reply', 'nobody'])('prints no figure for %s, which has none', (id) => {
    expect(() => telling().print(id)).toThrow(RangeError)
  })

  it('names a fact by its words, a point by its series, period and edition', () => {
    expect(telling().nameFact('users')).toBe('Accounts')
    expect(telling().nameFact('sales-2023')).toBe('Sales, 2023, 2023 edition')
    expect(telling().nameFact('slice-big')).toBe('Share of the big shop, 2023')
    expect(() => telling().nameFact('nobody')).toThrow(new RangeError('unknown fact nobody'))
  })
})

describe('a mistake in the words is named where it stands', () => {
  type Row = [what: string, from: string, to: string, message: string]
  const rows: Row[] = [
    // Not YAML
    [
      'a colon in a text',
      'cut: Cut',
      'cut: «Cut: by a third',
      'this is not YAML: nested mappings are not allowed in compact mappings; if a text holds a colon, expected it in quotation marks',
    ],
    [
      'a text that begins with a brace',
      'cut: Cut',
      'cut: {users} «were cut',
      'this is not YAML: unexpected scalar at node end; if a text begins with a brace, expected it in quotation marks',
    ],
    [
      'an apostrophe in quotation marks',
      `year: 'Year'`,
      `year: 'The year'«s end'`,
      `this is not YAML: unexpected scalar at node end; an apostrophe inside '…' is written twice`,
    ],
    [
      'a text that begins with an asterisk',
      'cut: Cut',
      'cut: «*Cut*',
      'this is not YAML: a text begins with *; expected it in quotation marks',
    ],
    ['a tab', '  cut: Cut', '«\tcut: Cut', 'this is not YAML: tabs are not allowed as indentation'],
    ['a name twice', '  rest: The rest', '  rest: The rest\n  «users: Users', 'this is not YAML: map keys must be unique'],
    ['a text that begins with @', 'cut: Cut', 'cut: «@shop', 'this is not YAML: plain value cannot start with reserved character @'],

    // The wrong shape
    [
      'a text that is a fact in braces',
      'cut: Cut',
      'cut: {users}',
      'invalid cut {"users":null}; expected words, in quotation marks if need be',
    ],
    [
      'a text that is a year',
      'title: Sales grew to {sales-2023:short}',
      'title: «2023',
      'invalid title 2023; expected words, in quotation marks if need be',
    ],
    ['an empty text', 'cut: Cut', `cut: «''`, 'cut is empty; expected words'],
    ['a name without a text', '  cut: Cut', '  «cut:', 'cut is empty; expected words'],
    [
      'a chart without a title',
      '  yearly:\n    title: Sales grew to {sales-2023:short}\n',
      '  «yearly:\n',
      '"yearly" has no title; expected words',
    ],
    ['a misspelt part of a chart', `    labels:\n`, `    «lables:\n`, 'unknown field "lables" in "yearly"; did you mean "labels"?'],
    ['a misspelt section', 'places:\n', '«place:\n', 'unknown field "place"; did you mean "places"?'],
    ['a section without entries', 'places:\n  jakarta: Jakarta', '«places:', 'places is empty; expected a group of named values'],

    // Names
    ['words for an unknown fact', '  rest: The rest', '  rest: The rest\n  «user: Users', 'unknown fact "user"; did you mean "users"?'],
    ['words for an unknown player', '  owner: Owner', '  owner: Owner\n  «onwer: Owner', 'unknown player "onwer"; did you mean "owner"?'],
    [
      'words for an unknown chart',
      '  days: *same',
      '  days: *same\n  «month: *same',
      'unknown chart "month"; expected one of "yearly", "dots", "heaps", "slopes", "map", "globe" and 1 more',
    ],
    [
      'no words for a fact',
      '\nfacts:\n  users: Accounts\n',
      '\n«facts:\n',
      'no words for fact "users"; expected a line "users:" under "facts:"',
    ],
    ['no words for a derived fact', '\nfacts:', '\n«facts:', 'no words for fact "both"; expected a line "both:" under "facts:"'],
    ['no words for a scope', 'here: Indonesia', 'there: Indonesia', 'no words for scope "here"; expected a line "here:" under "scopes:"'],
    ['no words for a chart', '\ncharts:', '\n«charts:', 'no words for chart "days"; expected a line "days:" under "charts:"'],

    // Facts in braces
    ['an unknown fact', '{sales-2023:short}', '«{sales-2o23:short}', 'unknown fact "sales-2o23"; did you mean "sales-2023"?'],
    ['an unknown fact in quotation marks', '{growth}', '«{grwth}', 'unknown fact "grwth"; did you mean "growth"?'],
    [
      'an unknown fact on a line of its own',
      '{users} accounts\n      on',
      '«{usrs} accounts\n      on',
      'unknown fact "usrs"; did you mean "users"?',
    ],
    [
      'the second of two in a text',
      'Sales, {growth} more',
      '{growth}, then «{growth:shrt}',
      'unknown style "shrt" in {growth:shrt}; did you mean "short"?',
    ],
    ['an unknown style', '{sales-2023:short}', '«{sales-2023:shrt}', 'unknown style "shrt" in {sales-2023:shrt}; did you mean "short"?'],
    ['a statement', '{sales-2023:short}', '«{reply}', '"reply" is a statement; it has no figure to print'],
    [
      'a figure that words cannot say',
      '{sales-2023:short}',
      '«{both:words}',
      'invalid number to write in words: 85; expected a whole number from 0 to 20',
    ],
    [
      'a brace without its partner',
      '{sales-2023:short}',
      '«{sales-2023:short',
      'a brace "{" without its partner; write a fact as {market-2023}',
    ],
    [
      'a closing brace too many',
      '{sales-2023:short}',
      '{sales-2023:short}«}',
      'a brace "}" without its partner; write a fact as {market-2023}',
    ],
  ]
  const missing = new Map([
    ['no words for a derived fact', '  both: Both\n'],
    ['no words for a chart', '  days: *same\n'],
  ])

  it.each(rows)('%s', (what, from, to, message) => {
    const cut = missing.get(what)
    const changed = replaceIn(cut === undefined ? words : replaceIn(words, cut, ''), from, to)
    if (!to.includes('«')) {
      expect(problemsOf(changed)).toEqual(expect.arrayContaining([expect.stringContaining(message)]))
      return
    }
    const { text, place } = marked(changed)
    expect(problemsOf(text)).toContain(`en.yaml:${place} ${message}`)
  })

  it('alone, when it is alone', () => {
    expect(problemsOf(replaceIn(words, '{sales-2023:short}', '{sales-2032:short}'))).toHaveLength(1)
    expect(problemsOf(replaceIn(words, '  rest: The rest\n', ''))).toHaveLength(1)
    expect(problemsOf(replaceIn(words, 'cut: Cut', 'cut: Cut: by a third'))).toHaveLength(1)
  })

  it('with all others of its stage', () => {
    const text = replaceIn(replaceIn(words, '  rest: The rest\n', ''), '{growth}', '{grwth}')
    expect(problemsOf(text)).toEqual([
      'en.yaml:5:1 no words for fact "rest"; expected a line "rest:" under "facts:"',
      'en.yaml:40:18 unknown fact "grwth"; did you mean "growth"?',
    ])
  })
})

describe('the words of corrections', () => {
  let corrected: Story
  beforeAll(async () => {
    const line = `{ date: '2024-02-01', fact: 'users', from: { value: 41e6, scope: 'there' }, to: { value: 40e6, scope: 'here' } }`
    const result = await validate(replaceIn(tiny, '  charts: {\n', `  corrections: { recount: ${line} },\n  charts: {\n`))
    if (!result.story) throw new Error(result.problems.join('\n'))
    corrected = result.story
  })
  const whole = replaceIn(words, 'scopes:\n', 'scopes:\n  there: Elsewhere\n')

  function told(text: string): { problems: string[]; reason?: string } {
    const file = parseWords('en.yaml', text)
    if ('problems' in file) return { problems: file.problems.map(formatProblem) }
    const outcome = tell(corrected, file, interfaceWords('en'))
    const problems = [...checkNames(corrected, file), ...('problems' in outcome ? outcome.problems : [])].map(formatProblem)
    return { problems, reason: 'telling' in outcome ? outcome.telling.words.corrections.recount : undefined }
  }

  it('say why, with facts in braces', () => {
    expect(told(`${whole}corrections:\n  recount: The firm counts {users} now\n`)).toEqual({
      problems: [],
      reason: 'The firm counts 40 million now',
    })
  })

  it('are missed where there are none, and where the section is not there at all', () => {
    const message = 'no words for correction "recount"; expected a line "recount:" under "corrections:"'
    expect(told(whole).problems).toEqual([expect.stringContaining(message)])
    const { text, place } = marked(`${whole}«corrections: {}\n`)
    expect(told(text).problems).toEqual([`en.yaml:${place} ${message}`])
  })

  it('are of corrections that the data holds', () => {
    const { text, place } = marked(`${whole}corrections:\n  recount: It was wrong\n  «recuont: It was wrong\n`)
    expect(told(text).problems).toEqual([`en.yaml:${place} unknown correction "recuont"; did you mean "recount"?`])
  })

  it('go with a name for what the fact was said to speak of', () => {
    expect(told(`${words}corrections:\n  recount: It was wrong\n`).problems).toEqual([
      expect.stringContaining('no words for scope "there"; expected a line "there:" under "scopes:"'),
    ])
  })
})
