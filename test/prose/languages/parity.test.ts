import { describe, expect, it } from 'vitest'
import { differences, mentionsOf, parseProse } from '#prose'
import type { Mention } from '#prose'
import { formatProblem } from '#story'
import { marked, replaceIn } from '../../story/tiny.ts'

const english = `---
title: A headline
standfirst: A sentence under it.
---

<Section id="sales" title="Sales grew">

They came to <Fact id="sales-2023" /> after <Fact id="sales-2022" />. That is <Fact id="growth" /> more.

<Chart id="yearly" view="all" />

The <Claim id="reply">shop did not answer</Claim>, and <Compare a="users" b="people" />.

</Section>

<Section id="users" title="Users">

There are <Fact id="users" />, it says twice: <Fact id="users" />.

<Scrolly chart="dots">

<Step view="all">

All of <Fact id="people" /> people.

</Step>

<Step view="some">

Some <Fact id="reach" /> of them.

</Step>

</Scrolly>

And <Fact id="users" /> again.

</Section>
`

function mentions(file: string, text: string): Mention[] {
  const parsed = parseProse(file, text)
  if ('problems' in parsed) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  return mentionsOf(file, parsed.tree)
}

/** What is said of another language whose words are these. */
function said(text: string): string[] {
  return differences('xx.mdx', mentions('content/tiny/en.mdx', english), mentions('xx.mdx', text)).map(({ problem }) =>
    formatProblem(problem),
  )
}

describe('languages agree', () => {
  it('where they have the same in the same order', () => {
    expect(said(english)).toEqual([])
  })

  it('where sentences of one paragraph name facts in another order, or one of them twice', () => {
    const turned = replaceIn(
      english,
      '<Fact id="sales-2023" /> after <Fact id="sales-2022" />. That is <Fact id="growth" /> more.',
      '<Fact id="growth" /> <Fact id="sales-2022" /> <Fact id="sales-2023" /> <Fact id="growth" />',
    )
    expect(said(turned)).toEqual([])
  })

  it('where a fact is written in another style, and names, sources and asides come as they like', () => {
    expect(
      said(replaceIn(english, '<Fact id="people" /> people', '<Fact id="people" as="short" plain /> at <Source id="report" />')),
    ).toEqual([])
  })

  it('where one paragraph has become two', () => {
    expect(said(replaceIn(english, 'That is <Fact id="growth" />', '\n\nThat is <Fact id="growth" />'))).toEqual([])
  })
})

describe('a difference is said once, where it stands', () => {
  const declare = 'or a line under "differs:" that says why'
  const step = `<Step view="some">\n\nSome <Fact id="reach" /> of them.\n\n</Step>`
  const chart = '<Chart id="yearly" view="all" />\n\n'
  const second = english.slice(english.indexOf('<Section id="users"'))
  type Row = [what: string, from: string, to: string, message: string]
  it.each<Row>([
    [
      'a fact that is missing',
      'They came to <Fact id="sales-2023" /> after <Fact id="sales-2022" />. That is <Fact id="growth" />',
      'They came to <Fact id="sales-2023" /> after «<Fact id="sales-2022" />. That is',
      `fact "growth" of en.mdx:8:79 is missing in section "sales"; expected it after fact "sales-2022", ${declare}`,
    ],
    [
      'the first of a section that is missing',
      '<Section id="users" title="Users">\n\nThere are <Fact id="users" />, it says twice: <Fact id="users" />.',
      '«<Section id="users" title="Users">\n\nThere are many.',
      `fact "users" of en.mdx:18:11 is missing in section "users"; expected it at the beginning of section "users", ${declare}`,
    ],
    [
      'a fact that is too much',
      'Some <Fact id="reach" />',
      'Some <Fact id="reach" /> of «<Fact id="both" />',
      `fact "both" is not in section "users" of en.mdx; expected it in every language, ${declare}`,
    ],
    [
      'a claim in a later paragraph',
      'The <Claim id="reply">shop did not answer</Claim>, and <Compare a="users" b="people" />.',
      'And <Compare a="users" b="people" />.\n\nThe «<Claim id="reply">shop did not answer</Claim>.',
      `claim "reply" stands elsewhere than in en.mdx:12:5; expected it after chart "yearly", ${declare}`,
    ],
    [
      'a fact that is missing from a step',
      'All of <Fact id="people" /> people.\n\n</Step>',
      'All.\n\n</Step>',
      `fact "people" of en.mdx:24:8 is missing in section "users"; expected it after step "users/all", ${declare}`,
    ],
    [
      'a comparison that is missing',
      ', and <Compare a="users" b="people" />.',
      '.',
      `comparison "users people" of en.mdx:12:56 is missing in section "sales"; expected it after claim "reply", ${declare}`,
    ],
    [
      'a chart that is missing',
      chart,
      '',
      `chart "yearly" of en.mdx:10:1 is missing in section "sales"; expected it after fact "growth", ${declare}`,
    ],
    [
      'a chart with another view',
      chart,
      '«<Chart id="yearly" />\n\n',
      'chart "yearly" shows the whole chart; expected the view "all" as in en.mdx:10:1',
    ],
    [
      'a step that is missing, with all in it',
      step,
      '',
      `step "users/some" of en.mdx:28:1 is missing in section "users"; expected it after fact "people", ${declare}`,
    ],
    [
      'a section that is missing, with all in it',
      second,
      '',
      `section "users" of en.mdx:16:1 is missing; expected it after section "sales", ${declare}`,
    ],
    [
      'a section that is too much, with all in it',
      '<Section id="users"',
      '«<Section id="more" title="More">\n\nMore <Fact id="both" />\n\n</Section>\n\n<Section id="users"',
      `section "more" is not in en.mdx; expected it in every language, ${declare}`,
    ],
  ])('%s', (_, from, to, message) => {
    const changed = replaceIn(english, from, to)
    if (!to.includes('«')) {
      expect(said(changed).map((line) => line.replace(/^xx\.mdx:\d+:\d+ /, ''))).toEqual([message])
      return
    }
    const { text, place } = marked(changed)
    expect(said(text)).toEqual([`xx.mdx:${place} ${message}`])
  })

  it('a fact that moved to another section, which is neither missing nor too much', () => {
    const away = replaceIn(english, ' That is <Fact id="growth" /> more.', '')
    const { text, place } = marked(replaceIn(away, 'Some <Fact id="reach" />', 'Some <Fact id="reach" /> «<Fact id="growth" />'))
    expect(said(text)).toEqual([
      `xx.mdx:${place} fact "growth" stands elsewhere than in en.mdx:8:79; expected it in section "sales", ${declare}`,
    ])
  })

  it('a section that moved, and none of what moved with it', () => {
    const first = english.slice(english.indexOf('<Section id="sales"'), english.indexOf('<Section id="users"'))
    const turned = `${replaceIn(english, first, '')}\n${first}`
    expect(said(turned)).toHaveLength(1)
    expect(said(turned)[0]).toMatch(/^xx\.mdx:\d+:1 section "\w+" stands elsewhere than in en\.mdx:\d+:1; expected it /)
  })

  it('two steps that changed places, with all that is in them', () => {
    const all = `<Step view="all">\n\nAll of <Fact id="people" /> people.\n\n</Step>`
    const turned = replaceIn(english, `${all}\n\n${step}`, `${step}\n\n${all}`)
    expect(said(turned)).toHaveLength(1)
  })

  it('each of many, and none for what they shift', () => {
    const fewer = replaceIn(replaceIn(english, '<Fact id="sales-2023" /> after ', ''), 'All of <Fact id="people" /> people.', 'All.')
    expect(said(fewer).map((line) => /fact "[\w-]+"/.exec(line)?.[0])).toEqual(['fact "sales-2023"', 'fact "people"'])
  })
})
