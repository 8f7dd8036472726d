import { beforeAll, describe, expect, it } from 'vitest'
import { interfaceWords } from '#language'
import { checkProse, outlineOf, parseProse, readFrontmatter } from '#prose'
import { formatProblem, parseWords, tell } from '#story'
import type { Problem, Telling } from '#story'
import { marked, replaceIn, tiny, tinyWords, validate } from '../story/tiny.ts'

const prose = `---
title: A headline
standfirst: A sentence under it.
---

<Section id="sales" title="Sales grew">

They came to <Fact id="sales-2023" plain /> in 2023, *says* <Source id="report" />. That is <Fact id="growth" /> more.

<Chart id="yearly" view="all" />

{/* A note that nobody reads. */}

<Player id="big-shop" /> <Claim id="reply">did not answer</Claim>.

<Aside title="A word">

An [address](https://firm.example/) too.

</Aside>

</Section>

<Section id="users" title="Users">

About <Fact id="daily" as="short" /> parcels; <Fact id="growth" as="number" /> again; it\u2019s 2.5.

<Chart id="dots" />

</Section>
`

let telling: Telling

beforeAll(async () => {
  // Twenty-one is the first number that words cannot say.
  const { story, problems } = await validate(replaceIn(tiny, 'value: 60,', 'value: -4,'))
  const words = parseWords('en.yaml', tinyWords)
  if (!story || 'problems' in words) throw new Error(problems.join('\n'))
  const told = tell(story, words, interfaceWords('en'))
  if ('problems' in told) throw new Error(JSON.stringify(told.problems))
  telling = told.telling
})

function problemsOf(text: string): string[] {
  const parsed = parseProse('en.mdx', text)
  const found: Problem[] = []
  if ('problems' in parsed) found.push(...parsed.problems)
  else {
    const read = readFrontmatter('en.mdx', parsed.tree)
    found.push(...('problems' in read ? read.problems : []), ...checkProse('en.mdx', text, parsed.tree, telling))
  }
  return found.map(formatProblem)
}

describe('prose without fault', () => {
  it('has no problem', () => {
    expect(problemsOf(prose)).toEqual([])
  })

  it('has no problem with the line ends of another system either', () => {
    expect(problemsOf(prose.replaceAll('\n', '\r\n'))).toEqual([])
  })

  it('has its front matter read', () => {
    const parsed = parseProse('en.mdx', prose)
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
    expect(readFrontmatter('en.mdx', parsed.tree)).toEqual({
      frontmatter: { title: 'A headline', standfirst: 'A sentence under it.', status: { state: 'published' } },
    })
  })
})

describe('a mistake in the prose is named where it stands', () => {
  type Row = [what: string, from: string, to: string, message: string]
  const word = 'They came to'
  const rows: Row[] = [
    // Components
    ['a misspelt component', '<Source id="report" />', '«<Sorce id="report" />', 'unknown component <Sorce>; did you mean <Source>?'],
    ['a component in small letters', '<Fact id="growth" />', '«<fact id="growth" />', 'unknown component <fact>; did you mean <Fact>?'],
    [
      'a tag of HTML',
      word,
      '«<div>They</div> came to',
      'unknown component <div>; expected one of <Fact>, <Claim>, <Chart>, <Scrolly>, <Step>, <Section> and 5 more',
    ],
    ['a figure with words in it', '<Fact id="growth" />', '«<Fact id="growth">a lot</Fact>', '<Fact> takes no words; expected <Fact … />'],
    ['a claim without words', 'did not answer', '', '<Claim> is empty; expected words between <Claim …> and </Claim>'],

    // Props
    ['a misspelt prop', 'as="short"', '«style="short"', 'unknown prop of <Fact> "style"; expected one of "id", "as", "plain"'],
    [
      'another component’s prop',
      '<Source id="report" />',
      '<Source id="report" «as="short" />',
      'unknown prop of <Source> "as"; did you mean "id"?',
    ],
    ['a figure without its id', '<Fact id="growth" />', '«<Fact />', '<Fact> has no id; expected id="…"'],
    [
      'a section without its title',
      '<Section id="users" title="Users">',
      '«<Section id="users">',
      '<Section> has no title; expected title="…"',
    ],
    ['an empty id', '<Fact id="growth" />', '<Fact «id="" />', 'id of <Fact> has no text; expected id="…"'],
    ['an id without a value', '<Fact id="growth" />', '<Fact «id />', 'id of <Fact> has no text; expected id="…"'],
    ['an id that is an expression', '<Fact id="growth" />', '<Fact «id={growth} />', 'id of <Fact> has no text; expected id="…"'],
    [
      'props that are an expression',
      '<Player id="big-shop" />',
      '«<Player id="big-shop" {...others} />',
      '<Player> is given {…}; expected props such as id="…"',
    ],
    ['a prop given twice', '<Source id="report" />', '<Source «id="report" id="paper" />', 'id of <Source> stands twice'],
    ['a value for what has none', 'plain />', '«plain="yes" />', 'plain of <Fact> takes no value; expected just plain'],

    // Ids
    ['a misspelt fact', 'id="sales-2023"', 'id="«sales-2o23"', 'unknown fact "sales-2o23"; did you mean "sales-2023"?'],
    [
      'a misspelt fact on the second line of a tag',
      '<Fact id="sales-2023" plain />',
      '<Fact plain\n  id="«sales-2o23" />',
      'unknown fact "sales-2o23"; did you mean "sales-2023"?',
    ],
    ['a misspelt statement', 'id="reply"', 'id="«reply-1"', 'unknown statement "reply-1"; did you mean "reply"?'],
    ['a misspelt chart', 'id="dots"', 'id="«dot"', 'unknown chart "dot"; did you mean "dots"?'],
    ['a misspelt player', 'id="big-shop"', 'id="«bigshop"', 'unknown player "bigshop"; did you mean "big-shop"?'],
    ['a misspelt source', 'id="report"', 'id="«reports"', 'unknown source "reports"; did you mean "report"?'],
    ['a misspelt view', 'view="all"', 'view="«al"', 'unknown view of "yearly" "al"; did you mean "all"?'],
    ['a view of a misspelt chart, which is one mistake', 'id="yearly"', 'id="«yarly"', 'unknown chart "yarly"; did you mean "yearly"?'],
    [
      'a statement as a figure',
      '<Fact id="growth" />',
      '<Fact id="«reply" />',
      '"reply" is a statement without a figure; expected <Claim id="reply">its words</Claim>',
    ],
    ['a figure as a statement', '<Claim id="reply">', '<Claim id="«growth">', '"growth" is a figure; expected <Fact id="growth" />'],

    // Styles
    ['a misspelt style', 'as="short"', 'as="«shrt"', 'unknown as "shrt"; did you mean "short"?'],
    ['a style that is none', 'as="short"', 'as="«roman"', 'unknown as "roman"; expected one of "short", "long", "number", "words"'],
    [
      'a number that words cannot say',
      '<Fact id="daily" as="short" />',
      '<Fact id="both" as="«words" />',
      '"both" cannot be written as="words": invalid number to write in words: 21; expected a whole number from 0 to 20',
    ],

    // Comparisons
    [
      'a comparison of two measures',
      '<Player id="big-shop" />',
      '«<Compare a="users" b="people" />',
      '<Compare a="users" b="people" /> mixes units: "users" is in accounts, "people" in people',
    ],
    [
      'a comparison with a misspelt fact',
      '<Player id="big-shop" />',
      '<Compare a="«user" b="people" />',
      'unknown fact "user"; did you mean "users"?',
    ],
    [
      'a comparison in a misspelt way',
      '<Player id="big-shop" />',
      '<Compare a="slice-big" b="everything" as="«chang" />',
      'unknown as "chang"; did you mean "change"?',
    ],
    ['a comparison of one fact', '<Player id="big-shop" />', '«<Compare a="slice-big" />', '<Compare> has no b; expected b="…"'],

    // Sections
    ['a section twice', 'id="users"', 'id="«sales"', 'two sections with the id "sales"; the first is on line 6'],
    [
      'a section id with a capital',
      'id="users"',
      'id="«Users"',
      'invalid section id "Users"; expected lower-case words joined by hyphens, such as "market"',
    ],
    [
      'a section id with a space',
      'id="users"',
      'id="«all users"',
      'invalid section id "all users"; expected lower-case words joined by hyphens, such as "market"',
    ],

    // Links in links
    [
      'a figure in a link',
      '[address]',
      '[<Fact id="growth" /> address]',
      '<Fact> inside a link; both are links, and a link cannot stand in a link',
    ],
    [
      'a figure in a link by reference',
      'An [address](https://firm.example/) too.',
      'An [«<Fact id="growth" /> address][firm] too.\n\n[firm]: https://firm.example/',
      '<Fact> inside a link; both are links, and a link cannot stand in a link',
    ],
    [
      'a figure in a claim',
      'did not answer',
      'did «<Fact id="growth" /> not answer',
      '<Fact> inside <Claim>; both are links, and a link cannot stand in a link',
    ],
    [
      'a source in a claim',
      'did not answer',
      'did not answer «<Source id="paper" />',
      '<Source> inside <Claim>; both are links, and a link cannot stand in a link',
    ],
    [
      'a claim in a claim',
      'did not answer',
      '«<Claim id="reply">did not answer</Claim>',
      '<Claim> inside <Claim>; both are links, and a link cannot stand in a link',
    ],
    [
      'a link in a claim',
      'did not answer',
      'did not «[answer](https://shop.example/)',
      'a link inside <Claim>; both are links, and a link cannot stand in a link',
    ],
    [
      'a figure in emphasis in a claim',
      'did not answer',
      'did *not «<Fact id="growth" />* answer',
      '<Fact> inside <Claim>; both are links, and a link cannot stand in a link',
    ],

    // What the words of a story do not have
    ['a heading', word, '## «They came to', ''],
    [
      'an import',
      '<Section id="sales"',
      '«import x from "y"\n\n<Section id="sales"',
      'an import or export; the words of a story import nothing, every component is already there',
    ],
    [
      'an export',
      '<Section id="sales"',
      '«export const x = 1\n\n<Section id="sales"',
      'an import or export; the words of a story import nothing, every component is already there',
    ],
    [
      'an expression',
      word,
      'They came «{2 + 3} to',
      'an expression {2 + 3}; a figure in the story is written <Fact id="…" />, and a brace meant as a character is written \\{',
    ],
    [
      'a fact in braces, as in the words of a chart',
      word,
      'They came «{growth} to',
      'an expression {growth}; a figure in the story is written <Fact id="…" />, and a brace meant as a character is written \\{',
    ],
    [
      'a figure behind a comment',
      word,
      'They came «{/* to */ 5} to',
      'an expression {/* to */ 5}; a figure in the story is written <Fact id="…" />, and a brace meant as a character is written \\{',
    ],

    [
      'a brace that closes nothing',
      word,
      'They came, \\{as\\} they «} say, to',
      'a closing brace that nothing opens; a brace meant as a character is written \\}',
    ],

    // Not MDX
    ['a section that is never closed', '\n</Section>\n\n<Section id="users"', '\n<Section id="users"', ''],
    ['a claim that is never closed', 'did not answer</Claim>', 'did not answer', ''],
    [
      'a closing tag too many',
      'An [address]',
      'An «</Fact> [address]',
      '</Fact> closes no open tag; the last one open is <Aside> on line 16',
    ],
    [
      'another closing tag',
      'did not answer</Claim>',
      'did not answer«</Player>',
      '</Player> closes no open tag; the last one open is <Claim> on line 14',
    ],
    [
      'a closing tag where none is open',
      '<Section id="sales"',
      '«</Fact>\n\n<Section id="sales"',
      '</Fact> closes no open tag; expected <Fact …> before it',
    ],
    [
      'a tag that is cut off',
      '<Fact id="growth" />',
      '«<Fact id="growth" ',
      'a "<" that begins no tag, or a tag that is cut off; check its quotation marks and its ">" (a "<" meant as a character is written \\<)',
    ],
    [
      'a quotation mark that is left open',
      '<Chart id="dots" />',
      '«<Chart id="dots />',
      'a "<" that begins no tag, or a tag that is cut off; check its quotation marks and its ">" (a "<" meant as a character is written \\<)',
    ],
    [
      'a brace that is left open',
      word,
      'They came «{to',
      'a brace "{" that is never closed; expected "}" after it (a brace meant as a character is written \\{)',
    ],
    ['a comment of HTML', word, '«<!-- a note --> They came to', 'this is not MDX: <!-- begins no comment; expected {/* … */}'],
  ]
  const heading = 'a heading made with #; expected <Section id="…" title="…"> round the part, which makes the heading and the contents'
  const elsewhere: Record<string, string> = {
    'a claim without words': '14:26 <Claim> is empty; expected words between <Claim …> and </Claim>',
    'a figure in a link': '18:5 <Fact> inside a link; both are links, and a link cannot stand in a link',
    'a heading': `8:1 ${heading}`,
    'a section that is never closed': '6:1 <Section> is never closed; expected </Section> after its words, or <Section … /> if it has none',
    'a claim that is never closed': '14:26 <Claim> is never closed; expected </Claim> after its words, or <Claim … /> if it has none',
  }
  it.each(rows)('%s', (what, from, to, message) => {
    const changed = replaceIn(prose, from, to)
    const { text, place } = changed.includes('«') ? marked(changed) : { text: changed, place: '' }
    expect(problemsOf(text)).toEqual([`en.mdx:${elsewhere[what] ?? `${place} ${message}`}`])
  })

  it('with all the others, in the order of the text', () => {
    const text = replaceIn(replaceIn(prose, 'id="dots"', 'id="dot"'), 'id="sales-2023"', 'id="sales-2o23"')
    expect(problemsOf(text)).toEqual([
      'en.mdx:8:24 unknown fact "sales-2o23"; did you mean "sales-2023"?',
      'en.mdx:28:12 unknown chart "dot"; did you mean "dots"?',
    ])
  })
})

describe('a mistake in the front matter is named where it stands', () => {
  const none = 'no front matter; expected the file to begin with ---, title: …, standfirst: …, ---'
  const rows: [what: string, from: string, to: string, message: string][] = [
    ['none at all', '---\ntitle: A headline\nstandfirst: A sentence under it.\n---\n\n', '«', none],
    ['one that is not closed', 'under it.\n---\n', 'under it.\n', ''],
    ['one without a title', 'title: A headline\n', '«', 'title is missing; expected text in quotation marks'],
    [
      'one without a standfirst',
      'title: A headline\nstandfirst: A sentence under it.',
      '«title: A headline',
      'standfirst is missing; expected text in quotation marks',
    ],
    ['one with nothing in it', 'title: A headline\nstandfirst: A sentence under it.\n', '', ''],
    [
      'a misspelt field',
      'standfirst: A sentence under it.',
      'standfirst: A sentence under it.\n«titel: B',
      'unknown field "titel"; did you mean "title"?',
    ],
    [
      'a field that nobody reads',
      'standfirst: A',
      '«author: Somebody\nstandfirst: A',
      'unknown field "author"; expected one of "title", "standfirst", "differs", "status"',
    ],
    ['an empty title', 'title: A headline', `title: «''`, 'title is empty; expected text in quotation marks'],
    ['a title that is a year', 'title: A headline', 'title: «2023', 'invalid title 2023; expected text in quotation marks'],
    [
      'a colon in the title',
      'title: A headline',
      'title: «A headline: more',
      'the front matter is not YAML: nested mappings are not allowed in compact mappings; if a text holds a colon, expected it in quotation marks',
    ],
    ['a title twice', 'standfirst: A', '«title: B\nstandfirst: A', 'the front matter is not YAML: map keys must be unique'],
  ]
  const several: Record<string, string[]> = {
    'one that is not closed': [`1:1 ${none}`],
    'one with nothing in it': [
      '2:1 title is missing; expected text in quotation marks',
      '2:1 standfirst is missing; expected text in quotation marks',
    ],
  }
  it.each(rows)('%s', (what, from, to, message) => {
    const changed = replaceIn(prose, from, to)
    const { text, place } = changed.includes('«') ? marked(changed) : { text: changed, place: '' }
    expect(problemsOf(text)).toEqual((several[what] ?? [`${place} ${message}`]).map((problem) => `en.mdx:${problem}`))
  })
})

describe('the outline of a story', () => {
  function outline(text: string): ReturnType<typeof outlineOf> {
    const parsed = parseProse('en.mdx', text)
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
    return outlineOf(parsed.tree)
  }

  it('has its sections with their titles', () => {
    expect(outline(prose).sections).toEqual([
      { id: 'sales', title: 'Sales grew' },
      { id: 'users', title: 'Users' },
    ])
  })

  it('has each fact and statement once, with the section that first uses it', () => {
    expect(outline(prose).facts).toEqual([
      { id: 'sales-2023', section: 'sales' },
      { id: 'growth', section: 'sales' },
      { id: 'reply', section: 'sales' },
      { id: 'daily', section: 'users' },
    ])
  })

  it('has the charts in order and each source once', () => {
    const twice = replaceIn(prose, 'it\u2019s 2.5.', '<Source id="paper" /> and <Source id="report" />.')
    expect(outline(twice).charts).toEqual(['yearly', 'dots'])
    expect(outline(twice).sources).toEqual(['report', 'paper'])
  })

  it('counts words, a figure and a name as one each, and no front matter, title or comment', () => {
    expect(
      outline(
        '<Section id="a" title="One two">\n\nThree <Fact id="growth" /> five\u2019s <Player id="owner" />, 2.5.\n\n{/* nine */}\n\n</Section>',
      ).words,
    ).toBe(5)
    expect(outline('---\ntitle: One\nstandfirst: Two\n---\n').words).toBe(0)
  })
})
