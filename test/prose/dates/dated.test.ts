import { beforeAll, describe, expect, it } from 'vitest'
import { datesIn, misdatedInFrontmatter, misdatedInProse, needlessWaivers, unboundInWords } from '#prose'
import { proseWords } from '#language'
import { formatProblem, parseWords } from '#story'
import type { Telling } from '#story'
import { replaceIn, tinyWords } from '../../story/tiny.ts'
import { problemsIn, tellTiny } from '../passages.ts'

let telling: Telling

beforeAll(async () => {
  telling = await tellTiny()
})

describe('a text names dates', () => {
  const rows: [tag: string, text: string, dates: string[]][] = [
    ['en', 'on 4 October 2023', ['2023 10 4']],
    ['en', 'on October 4th, 2023, or the 4th of October', ['2023 10 4', '- 10 4']],
    ['en', 'on 3–5 Oct 2023, 25 and 26 Sept. and 1 Sep', ['2023 10 3', '2023 10 5', '- 9 25', '- 9 26', '- 9 1']],
    ['en', 'in mid-December 2023, in May, 1999', ['2023 12 -', '1999 5 -']],
    ['en', 'it may be so in July', []],
    ['en', 'from 2021–2024 to 2024/25', ['2021 - -', '2024 - -', '2024 - -', '2025 - -']],
    ['en', 'through the 2010s, for $2023, to 2023 people, at https://firm.example/2019/', []],
    ['en', 'Regulation 31 of 2023', ['2023 - -']],
    ['fr', 'le 1er octobre 2023, le 5 août et en févr. 2024', ['2023 10 1', '- 8 5', '2024 2 -']],
    ['fr', 'Juin 2017, les années 2010, 04/10/2023', ['2017 6 -', '2023 10 4']],
    ['id', 'pada 17 Agustus 2023, 17 Agu, Juni 2017 dan tahun 2010-an', ['2023 8 17', '- 8 17', '2017 6 -']],
    ['id', 'Nomor 31/2023', ['2023 - -']],
  ]
  it.each(rows)('%s: %s', (tag, text, dates) => {
    const parts = datesIn(text, proseWords(tag)).map(({ year, month, day }) =>
      [year, month, day].map((part) => String(part ?? '-')).join(' '),
    )
    expect(parts).toEqual(dates)
  })

  it('where they stand, as they stand', () => {
    expect(datesIn('So, on 4\nOctober\u00a02023, it was.', proseWords('en'))).toEqual([
      { text: '4\nOctober\u00a02023', index: 7, year: 2023, month: 10, day: 4 },
    ])
  })
})

const inProse = (text: string): string[] => problemsIn(text, (file, source, tree) => misdatedInProse(file, source, tree, telling))
const section = (id: string, words: string): string => `<Section id="${id}" title="A title">\n\n${words}\n\n</Section>\n`

describe('a date without a year', () => {
  it('is of the year last named in its section, over paragraphs', () => {
    expect(inProse(section('a', 'It was 2024.\n\nOn 4 October it stopped.'))).toEqual([
      '5:4 "4 October", of 2024 as the year last named, is no date of this story; did you mean 4 October 2023 (The shop stops)?',
    ])
    expect(inProse(section('a', 'It was 2024.') + section('b', 'On 4 October it stopped.'))).toEqual([])
  })

  it('is of the year that follows, where that makes it one of the story', () => {
    expect(inProse('It lasted from 3 October to 5 October 2023.')).toEqual([])
  })

  it('is of any year where none is named, and refused where none has it', () => {
    expect(inProse('On 4 October it stopped, on 14 October it had.')).toEqual([
      `1:29 "14 October" is no date of this story in any year; expected one of the story's dates, or <Figure why="…">14 October</Figure> if it dates nothing of it`,
    ])
  })
})

it('a waived date is not looked at, and needless where the story knows it', () => {
  expect(inProse('On <Figure why="another story">14 October 2031</Figure> it had.')).toEqual([])
  const needless = (text: string): string[] => problemsIn(text, (file, _, tree) => needlessWaivers(file, tree, telling))
  expect(needless('On <Figure why="another story">14 October 2031</Figure>, aged <Figure why="an age">18</Figure>.')).toEqual([])
  expect(needless('On <Figure why="a date">4 October 2023</Figure>, for <Figure why="a phrase">miles</Figure>.')).toEqual([
    '1:4 a waiver that nothing needs: "4 October 2023" holds no figure; expected the words without <Figure>',
    '1:54 a waiver that nothing needs: "miles" holds no figure; expected the words without <Figure>',
  ])
})

describe('the words of charts', () => {
  const yaml = replaceIn(replaceIn(tinyWords, 'every hundred people', 'all people'), 'on three lines', 'on some lines')
  function inWords(text: string): ReturnType<typeof unboundInWords> {
    const words = parseWords('en.yaml', text)
    if ('problems' in words) throw new Error(words.problems.map(formatProblem).join('\n'))
    return unboundInWords(words, telling)
  }

  it('name dates of the story, or waive them', () => {
    const dated = replaceIn(yaml, 'people: People', 'people: People on 14 October 2023')
    expect(inWords(dated).problems.map(formatProblem)).toEqual([
      `en.yaml:7:21 "14 October 2023" is no date of this story; events near it: 4 October 2023 (The shop stops), 5 October 2023 (A freeze); expected one of the story's dates, or a line "14 October 2023: …" with the reason under "figures:"`,
    ])
    const { problems, waivers, idle } = inWords(`${dated}\nfigures:\n  14 October 2023: of another story\n`)
    expect([problems, idle]).toEqual([[], []])
    expect(waivers.map(({ figure, why }) => `${figure}: ${why}`)).toEqual(['14 October 2023: of another story'])
    expect(inWords(replaceIn(yaml, 'people: People', 'people: People on 4 October 2023')).problems).toEqual([])
  })

  it('name an event with its own day only', () => {
    expect(inWords(replaceIn(yaml, 'stop: The shop stops', 'stop: The shop stops on 4 October 2023')).problems).toEqual([])
    expect(
      inWords(replaceIn(yaml, 'stop: The shop stops', 'stop: The shop stops on 31 January 2024')).problems.map(({ message }) => message),
    ).toEqual([
      `"31 January 2024" is no date of the event "stop", in whose words it stands; its dates are 3 October 2023, 4 October 2023, 5 October 2023, 13 November 2023; expected one of the story's dates, or a line "31 January 2024: …" with the reason under "figures:"`,
    ])
  })
})

it('the headline names years of the story', () => {
  const text = '---\ntitle: What became of it by 2032\nstandfirst: It stopped on 4 October 2023.\n---\n\nWords.\n'
  expect(problemsIn(text, (file, _, tree) => misdatedInFrontmatter(file, tree, telling))).toEqual([
    `2:29 "2032" is no year of this story, whose dates run from 2022 to 2024; expected one of the story's dates`,
  ])
})
