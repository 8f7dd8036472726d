import { beforeAll, describe, expect, it } from 'vitest'
import { plainFacts, unhedged, unhedgedInFrontmatter, unhedgedInWords } from '#prose'
import { formatProblem, parseWords } from '#story'
import type { Telling } from '#story'
import { marked, replaceIn, tinyWords } from '../../story/tiny.ts'
import { problemsIn, tellTiny } from '../passages.ts'

const daily = '<Fact id="daily" />'
const forecast = '<Fact id="sales-2023" />'

let telling: Telling

beforeAll(async () => {
  telling = await tellTiny()
})

const unhedgedIn = (text: string, told = telling): string[] => problemsIn(text, (file, source, tree) => unhedged(file, source, tree, told))

describe('a sentence may hold a figure', () => {
  const rows: [what: string, text: string][] = [
    ['that was reported', 'They had <Fact id="users" />.'],
    ['that was worked out from what was reported', 'That is <Fact id="reach" /> of them.'],
    ['that was worked out from an estimate, which it says', 'By that estimate it grew by <Fact id="growth" />.'],
    ['that it attributes before', `According to sources, it was ${daily} a day.`],
    ['that it attributes after', `It was ${daily} a day, people familiar with it said.`],
    ['that it attributes with a capital', `Expected were ${forecast} of sales.`],
    ['that it attributes in words apart', `A firm put sales that year at ${forecast}.`],
    ['that it attributes in emphasis', `A firm *forecast* ${forecast} of sales.`],
    ['that it attributes on another line', `A firm forecast\nsales of\n${forecast}.`],
    ['that it compares and attributes', 'A firm forecast <Compare a="sales-2022" b="sales-2023" /> that.'],
    ['that is plain', 'It was <Fact id="daily" plain /> a day.'],
  ]
  it.each(rows)('%s', (_, text) => {
    expect(unhedgedIn(text)).toEqual([])
  })
})

describe('a sentence may not hold a figure', () => {
  const rows: [what: string, text: string, id: string, kind: string, words: string][] = [
    ['that was claimed, as if it were so', `It was «${daily} a day.`, 'daily', 'claimed', '"according to" or "said"'],
    ['that was forecast, as if it would be', `It comes to «${forecast}.`, 'sales-2023', 'forecast', '"forecast" or "expected"'],
    [
      'that was estimated, as if it had been counted',
      'It came to «<Fact id="sales-2022" />.',
      'sales-2022',
      'estimated',
      '"estimated" or "according to"',
    ],
    ['that the sentence before attributes', `Sources said so. It was «${daily} a day.`, 'daily', 'claimed', '"according to" or "said"'],
    ['that is a paragraph', `«${daily}`, 'daily', 'claimed', '"according to" or "said"'],
    ['that another paragraph attributes', `Sources said so:\n\n«${daily} a day.`, 'daily', 'claimed', '"according to" or "said"'],
    ['that a part of another word seems to attribute', `An unsaid «${daily} a day.`, 'daily', 'claimed', '"according to" or "said"'],
  ]
  it.each(rows)('%s', (_, given, id, kind, words) => {
    const { text, place } = marked(given)
    expect(unhedgedIn(text)).toEqual([
      `${place} "${id}" is ${kind}, and its sentence does not say so; expected a word such as ${words} in it, or <Fact … plain /> if the words round it do`,
    ])
  })
})

describe('a figure that was worked out is as sure as the least sure of what it rests on', () => {
  it.each([
    ['second', '"second" rests on "daily", which is claimed', '"according to" or "said"'],
    ['growth', '"growth" rests on "sales-2023", which is forecast', '"forecast" or "expected"'],
    ['rest', '"rest" rests on "slice-big", which is estimated', '"estimated" or "according to"'],
  ])('%s', (id, doubt, words) => {
    expect(unhedgedIn(`It came to <Fact id="${id}" />.`)).toEqual([
      `1:12 ${doubt}, and its sentence does not say so; expected a word such as ${words} in it, or <Fact … plain /> if the words round it do`,
    ])
  })
})

describe('the sentences of charts', () => {
  const inWords = (text: string): ReturnType<typeof unhedgedInWords> => {
    const words = parseWords('en.yaml', text)
    if ('problems' in words) throw new Error(words.problems.map(formatProblem).join('\n'))
    return unhedgedInWords(words, telling)
  }
  const title = (words: string): string => replaceIn(tinyWords, 'title: Sales grew to {sales-2023:short}', `title: ${words}`)
  const plain = '\nplain:\n  yearly.title: the line under it says so\n  yearly.dek: the title says so\n'

  it('may not print a forecast that they do not say is one', () => {
    expect(inWords(title('Sales grew to {users}')).problems.map(formatProblem)).toEqual([
      'en.yaml:41:18 "growth" rests on "sales-2023", which is forecast, and these words do not say so; expected a word such as "forecast" or "expected" in them, or a line "yearly.dek: …" with the reason under "plain:"',
    ])
    expect(inWords(title('Sales come to {sales-2023:short}')).problems.map(({ message }) => message)).toContain(
      '"sales-2023" is forecast, and these words do not say so; expected a word such as "forecast" or "expected" in them, or a line "yearly.title: …" with the reason under "plain:"',
    )
  })

  it.each([
    ['fr', '"prévu" or "attendu"', 'Les ventes devraient atteindre'],
    ['id', '"diproyeksikan" or "diharapkan"', 'Penjualan diproyeksikan mencapai'],
  ])('are offered the words of their language, %s', async (tag, offered, hedged) => {
    const told = await tellTiny(tag)
    const inLanguage = (text: string): string[] => {
      const words = parseWords(`${tag}.yaml`, title(text))
      if ('problems' in words) throw new Error(words.problems.map(formatProblem).join('\n'))
      return unhedgedInWords(words, told)
        .problems.filter(({ message }) => message.includes('yearly.title'))
        .map(formatProblem)
    }
    expect(inLanguage('Total {sales-2023:short}')).toEqual([
      `${tag}.yaml:40:18 "sales-2023" is forecast, and these words do not say so; expected a word such as ${offered} in them, or a line "yearly.title: …" with the reason under "plain:"`,
    ])
    expect(inLanguage(`${hedged} {sales-2023:short}`)).toEqual([])
  })

  it('may where they say so, or where the YAML says why they need not', () => {
    expect(
      inWords(`${title('Sales are expected to reach {sales-2023:short}')}\nplain:\n  yearly.dek: the title says so\n`).problems,
    ).toEqual([])
    expect(inWords(`${title('Sales come to {sales-2023:short}')}${plain}`)).toEqual({
      problems: [],
      plain: [
        { file: 'en.yaml', line: 40, column: 26, id: 'sales-2023', why: 'the line under it says so' },
        { file: 'en.yaml', line: 41, column: 18, id: 'growth', why: 'the title says so' },
      ],
      idle: [],
    })
  })

  it('are not excused where they need it not', () => {
    expect(inWords(`${title('Sales are expected to reach {sales-2023:short}')}${plain}`).idle.map(formatProblem)).toEqual([
      'en.yaml:59:3 a line that nothing needs: "yearly.title" is no sentence of a chart that leaves out how sure its facts are',
    ])
  })
})

it('the headline says of a forecast that it is one', () => {
  const front = (title: string): string[] =>
    problemsIn(`---\ntitle: ${title}\nstandfirst: A sentence.\n---\n`, (file, _, tree) => unhedgedInFrontmatter(file, tree, telling))
  expect(front('Sales are expected to reach {sales-2023}')).toEqual([])
  expect(front('Expected. Sales come to {sales-2023:short}')).toEqual([
    '2:32 "sales-2023" is forecast, and its sentence in the title does not say so; expected a word such as "forecast" or "expected" in it',
  ])
})

it('a comparison of a figure that was estimated says so as well', () => {
  expect(unhedgedIn('It <Compare a="sales-2022" b="sales-2023" as="change" />.')).toEqual([
    '1:4 "sales-2022" is estimated, and its sentence does not say so; expected a word such as "estimated" or "according to" in it, or <Compare … plain /> if the words round it do',
  ])
})

describe('the words of attribution are those of the language', () => {
  it.each([
    ['fr', `Selon des sources, ${daily} colis.`, `La poste, ${daily} colis.`],
    ['fr', `Cela pourrait faire ${daily} colis.`, `Cela fait ${daily} colis.`],
    ['fr', `Au rythme avancé, ${daily} colis.`, `Au rythme connu, ${daily} colis.`],
    ['id', `Menurut sumber, ${daily} paket.`, `Toko itu, ${daily} paket.`],
    ['id', `Perkiraannya ${daily} paket.`, `Kiranya ${daily} paket.`],
    ['id', `Ada yang menaksirnya ${daily} paket.`, `Ada yang mencatatnya ${daily} paket.`],
  ])('%s: %s', async (tag, hedged, bare) => {
    const told = await tellTiny(tag)
    expect(unhedgedIn(hedged, told)).toEqual([])
    expect(unhedgedIn(bare, told)).toHaveLength(1)
  })
})

it('what is plain is listed with its place', () => {
  const listed: unknown[] = []
  problemsIn('It was <Fact id="daily" plain />. <Claim id="reply" plain>It did not reply</Claim>.', (file, _, tree) => {
    listed.push(...plainFacts(file, tree))
    return []
  })
  expect(listed).toEqual([
    { file: 'en.mdx', line: 1, column: 8, id: 'daily' },
    { file: 'en.mdx', line: 1, column: 35, id: 'reply' },
  ])
})
