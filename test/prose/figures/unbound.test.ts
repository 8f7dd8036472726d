import { beforeAll, describe, expect, it } from 'vitest'
import { amountsIn, unboundInFrontmatter, unboundInProse, unboundInWords, waiversIn } from '#prose'
import { proseWords } from '#language'
import { parseWords } from '#story'
import type { Telling } from '#story'
import { marked, replaceIn, tinyWords } from '../../story/tiny.ts'
import { problemsIn, tellTiny } from '../passages.ts'

let telling: Telling

beforeAll(async () => {
  telling = await tellTiny()
})

const inProse = (text: string): string[] => problemsIn(text, (file, source, tree) => unboundInProse(file, source, tree, telling))

describe('what is no figure passes', () => {
  const rows: [what: string, text: string][] = [
    // Bound and waived
    ['a fact', 'They came to <Fact id="users" /> in all.'],
    ['a figure of speech, waived', 'It is <Figure why="a figure of speech">a million miles</Figure> away.'],
    ['a waived figure in a claim', '<Claim id="reply">It was for those <Figure why="an age">18</Figure> and over</Claim>.'],
    ['a waived figure that is a paragraph', '<Figure why="a figure of speech">A million miles</Figure>'],
    ['a comment', '{/* 62 of them, to check */}'],

    // Years, dates, times
    ['a year', 'It began in 2019 and ended in 2023.'],
    ['years from one to another', 'From 2021–2024, and 2024/25.'],
    ['a decade', 'Through the 2010s.'],
    ['a date', 'On 4 October 2023 it stopped.'],
    ['a date without its year', 'On 25 April it said so.'],
    ['a date with its ordinal', 'On the 4th of the month; on October 4th, 2023.'],
    ['days of one month', 'On 3–4 October 2025, or 25 and 26 September.'],
    ['a date of digits', 'On 2023-10-04.'],
    ['a date on which a line ends', 'It stopped on 4\nOctober 2023.'],
    ['a time in Jakarta', 'At 17:00 WIB it stopped; at 17.00 WIB, Jakarta said.'],
    ['a time of day', 'At 5 pm, or at 17:00.'],
    ['halves and quarters of a year', 'In the first half of 2024, both halves, the second quarter, Q3 2024 and H1.'],

    // Ordinals
    ['ordinals', 'The first, the third edition, the twenty-first and the 20th.'],
    ['a rank', 'The second-largest market.'],
    ['a third one', 'A third edition came out.'],

    // One
    ['one of several', 'One of the largest, and not the only one.'],
    ['one and another', 'One shop, one country; they resemble one another. No one knows.'],
    ['once', 'What was once so.'],

    // Names
    ['a regulation and its year', 'Trade Ministry Regulation 31 of 2023 replaces Regulation 19.'],
    ['an article', 'By article 25, as page 3 has it.'],
    ['a day of sales', 'The 12.12 sale, and 11.11.'],
    ['names of letters and digits', 'The G20, COVID-19, 5G, a form 20-F and B2B.'],
    ['a company whose name is a number', 'Then 99 Ranch came.'],
    ['an address', 'See https://firm.example/2/1 there.'],
    ['the address of a link', 'See [the report](https://firm.example/125).'],

    // Words that only look like numbers
    ['parts of words', 'Someone often attends a tender in height, weight and freight.'],
    ['a second of time', 'So many in a second.'],
    ['few and several', 'A few, several, both and most of them; none; a couple.'],
    ['per cent by itself', 'A share in per cent.'],
  ]
  it.each(rows)('%s', (_, text) => {
    expect(inProse(text)).toEqual([])
  })
})

const waive = (text: string): string =>
  `expected <Fact id="…" /> with a fact of data.ts, or <Figure why="…">${text}</Figure> if it measures nothing`

describe('a figure without a source is refused where it stands', () => {
  const rows: [what: string, text: string, figure: string, expected?: string][] = [
    // With a fact that prints so
    ['a number that a fact prints', 'They had «40 million accounts.', '40 million', 'did you mean <Fact id="users" />?'],
    ['a number in another style', 'They sold «$55bn worth.', '$55bn', 'did you mean <Fact id="sales-2023" as="short" />?'],
    ['a share', 'It had «60 per cent of it.', '60 per cent', 'did you mean <Fact id="slice-big" />?'],
    ['a number in figures that a fact says otherwise', 'They had «40,000,000 accounts.', '40,000,000', 'did you mean <Fact id="users" />?'],
    [
      'a number in words that a fact prints otherwise',
      'They had «eighty million people.',
      'eighty million',
      'did you mean <Fact id="people" />?',
    ],
    ['a second of the kind', 'It fell «9 billion.', '9 billion'],

    // In digits
    ['a number', 'There were «4711 of them.', '4711'],
    ['a number with separators', 'There were «1,500.5 of them.', '1,500.5'],
    ['a negative number', 'It stood at «−5 then.', '−5'],
    ['a short number', 'There were «5m and more.', '5m'],
    ['a times', 'It is «3× as large.', '3×'],
    ['a fraction', 'It took «½ of it.', '½'],
    ['a percentage', 'It rose «7% since.', '7%'],
    ['money', 'It cost «€840m in all.', '€840m'],
    ['rupiah', 'It cost «Rp 15 billion.', 'Rp 15 billion'],
    ['rupiah without a space', 'It cost «Rp15 billion.', 'Rp15 billion'],
    ['an amount with the digits of a year', 'There were «2023 people there.', '2023'],
    ['money with the digits of a year', 'It cost «$2023 then.', '$2023'],
    ['a percentage with the digits of a day of sales', 'It rose «12.12 per cent.', '12.12 per cent'],
    ['a number of days', 'Within a «30-day window.', '30'],

    // In words
    ['a number in words', 'It spoke with «five companies.', 'five'],
    ['a number that begins a sentence', '«Seven companies spoke.', 'Seven'],
    ['a joined number', 'It spoke with «forty-five of them.', 'forty-five'],
    ['a long number', 'It had a «hundred and twenty-five thousand.', 'hundred and twenty-five thousand'],
    ['one that is no pronoun', 'It had «one million of them.', 'one million'],
    ['one per cent', 'It had «one per cent of it.', 'one per cent'],
    ['an amount that is vague', 'It had «millions of users.', 'millions'],
    ['a dozen', 'It had a «dozen of them.', 'dozen'],
    ['a million typed after its fact', 'It had <Fact id="users" as="number" /> «million of them.', 'million'],

    // Against each other
    ['doubled', 'It nearly «doubled since.', 'doubled'],
    ['twice', 'It is «twice as large.', 'twice'],
    ['tripled', 'It has «tripled.', 'tripled'],
    ['tenfold', 'It grew «tenfold.', 'tenfold'],
    ['half', 'That is «half of it.', 'half'],
    ['a third', 'That is «a third of it.', 'a third'],
    ['by a third', 'It fell by «a third.', 'a third'],
    ['two thirds', 'That is «two-thirds, at most.', 'two-thirds'],

    // In places one may forget
    ['a figure in emphasis', 'It spoke with *«five* companies.', 'five'],
    ['a figure in a claim', '<Claim id="reply">It spoke with «five of them</Claim>.', 'five'],
    ['a figure in a list', '- It spoke with «five of them.', 'five'],
    ['a figure in code', 'It had `«4711` of them.', '4711'],
    ['a figure after a character reference', 'A &amp; B spoke with «five of them.', 'five'],
    ['the second of a kind after an escape', 'At 5 pm \\* «five of them.', 'five'],
    ['a figure on a later line', 'It said so\nthat day, of «five of them.', 'five'],
  ]
  it.each(rows)('%s', (_, given, figure, expected = waive(figure)) => {
    const { text, place } = marked(given)
    expect(inProse(text)).toEqual([`${place} unbound figure "${figure}"; ${expected}`])
  })

  it('and all of them, not the first only', () => {
    expect(inProse('Five of them, then seven.\n\nThen doubled.')).toHaveLength(3)
  })

  it('and where several facts print so, with all of their names', () => {
    expect(inProse('It had 25 per cent and 50 per cent.')).toEqual([
      '1:8 unbound figure "25 per cent"; did you mean <Fact id="slice-small" />?',
      '1:24 unbound figure "50 per cent"; did you mean <Fact id="reach" />?',
    ])
  })

  it.each([
    ['the title of a section', '<Section id="a" title="«Five companies">\n\nWords.\n\n</Section>', 'Five', 'the title of <Section>'],
    ['the title of an aside', '<Aside title="A «dozen">\n\nWords.\n\n</Aside>', 'dozen', 'the title of <Aside>'],
    ['the alt text of an image', 'See ![«five shops](shops.png) there.', 'five', 'the alt of an image'],
  ])('in %s, where no fact can stand', (_, given, figure, where) => {
    const { text, place } = marked(given)
    expect(inProse(text)).toEqual([`${place} unbound figure "${figure}" in ${where}; expected words without it: no <Fact> can stand there`])
  })

  it('in the front matter', () => {
    const text = '---\ntitle: A headline on {users}, and 80 million\nstandfirst: It spoke with five companies in 2023.\n---\n\nWords.\n'
    expect(problemsIn(text, (file, _, tree) => unboundInFrontmatter(file, tree, telling))).toEqual([
      '2:35 unbound figure "80 million" in the title; did you mean {people}?',
      '3:27 unbound figure "five" in the standfirst; expected a fact in braces, or words without it',
    ])
  })
})

describe('the words of charts', () => {
  const yaml = replaceIn(replaceIn(tinyWords, 'every hundred people', 'all people'), 'on three lines', 'on some lines')

  function inWords(text: string): ReturnType<typeof unboundInWords> {
    const words = parseWords('en.yaml', text)
    if ('problems' in words) throw new Error(JSON.stringify(words.problems))
    return unboundInWords(words, telling)
  }

  it('pass with their figures in braces, and with places that a script fills', () => {
    expect(inWords(replaceIn(yaml, 'people: People', 'people: People, [guess] of {people} in 2023'))).toEqual({
      problems: [],
      waivers: [],
      idle: [],
    })
  })

  it.each([
    ['with the fact that prints so', 'people: «80 million of them', '80 million', 'did you mean {people}?'],
    [
      'with the line that would waive it',
      'people: All «4711 of them',
      '4711',
      'expected a fact in braces, or a line "4711: …" with the reason under "figures:"',
    ],
  ])('are refused where a figure was typed into them, %s', (_, line, figure, expected) => {
    const { text, place } = marked(replaceIn(yaml, 'people: People', line))
    const [line_ = 0, column = 0] = place.split(':').map(Number)
    expect(inWords(text).problems).toEqual([{ file: 'en.yaml', line: line_, column, message: `unbound figure "${figure}"; ${expected}` }])
  })

  it('may waive a figure by the words round it, which are listed with their reason', () => {
    const { problems, waivers, idle } = inWords(
      `${replaceIn(yaml, 'people: People', 'people: People aged 18, of 18 places')}\nfigures:\n  aged 18: an age\n  aged 21: another\n`,
    )
    expect(problems.map(({ message }) => message)).toEqual([
      'unbound figure "18"; expected a fact in braces, or a line "18: …" with the reason under "figures:"',
    ])
    expect(waivers).toEqual([{ file: 'en.yaml', line: 7, column: 23, figure: 'aged 18', why: 'an age' }])
    expect(idle.map(({ message }) => message)).toEqual(['a waiver that nothing needs: "aged 21" stands nowhere as an unbound figure'])
  })
})

it('what was waived in the prose is listed with its reason', () => {
  const waived: unknown[] = []
  problemsIn('It is <Figure why="a figure of speech">*a million* miles</Figure> away.', (file, _, tree) => {
    waived.push(...waiversIn(file, tree))
    return []
  })
  expect(waived).toEqual([{ file: 'en.mdx', line: 1, column: 7, figure: 'a million miles', why: 'a figure of speech' }])
})

describe('French', () => {
  it.each([
    ['le 1er octobre 2023', []],
    ['le 4 octobre 2023 à 17 h 30', []],
    ['le 4 octobre 2023 à 17\u00a0h WIB', []],
    ['l’un et l’autre chiffre', []],
    ['un des plus grands, le deuxième', []],
    ['le règlement 31 de 2023', []],
    ['le premier semestre 2025', []],
    ['une part en pour cent', []],
    ['un tiers des ventes', ['un tiers']],
    ['le marché a doublé', ['doublé']],
    ['62 milliards de dollars', ['62 milliards de dollars']],
    ['3\u202f000 colis', ['3\u202f000']],
    ['cent vingt-cinq millions', ['cent vingt-cinq millions']],
    ['cinq pour cent', ['cinq pour cent']],
    ['une douzaine', ['une douzaine']],
  ])('in %s finds %j', (text, figures) => {
    expect(amountsIn(text, proseWords('fr')).map((amount) => amount.text)).toEqual(figures)
  })
})

describe('Indonesian', () => {
  it.each([
    ['17 Agustus 2023 pukul 17.00 WIB', []],
    ['salah satu yang terbesar, yang kedua', []],
    ['Peraturan Menteri Perdagangan Nomor 31 Tahun 2023', []],
    ['paruh pertama 2025', []],
    ['promo 12.12', []],
    ['Permendag 31/2023', []],
    ['dalam juta; tiap bidang', []],
    ['Angka Anda, dalam miliar US$', []],
    ['dalam miliar dolar AS, bukan rupiah', []],
    ['dalam sejuta paket', ['sejuta']],
    ['dalam juta paket', ['juta']],
    ['US$62 miliar', ['US$62 miliar']],
    ['Rp15 miliar', ['Rp15 miliar']],
    ['lima perusahaan', ['lima']],
    ['seratus dua puluh lima juta', ['seratus dua puluh lima juta']],
    ['dua belas toko', ['dua belas']],
    ['20 persen', ['20 persen']],
    ['naik dua kali lipat', ['dua kali lipat']],
    ['separuh pembeli', ['separuh']],
  ])('in %s finds %j', (text, figures) => {
    expect(amountsIn(text, proseWords('id')).map((amount) => amount.text)).toEqual(figures)
  })
})

it.each([
  ['en', 'a hundred and twenty-five million', 125e6],
  ['en', '$1.5bn', 1.5e9],
  ['en', 'two hundred', 200],
  ['fr', '3,5 milliards', 3.5e9],
  ['fr', 'quatre-vingt-dix', 90],
  ['fr', 'deux cent vingt', 220],
  ['id', 'seratus dua puluh lima juta', 125e6],
  ['id', '3,5 juta', 3.5e6],
  ['id', 'dua belas', undefined],
  ['en', 'a third of', undefined],
])('in %s, %s comes to %d', (tag, text, value) => {
  expect(amountsIn(text, proseWords(tag)).map((amount) => amount.value)).toEqual([value])
})
