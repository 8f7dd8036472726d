import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import data from '../../content/indonesia-ecommerce/data.ts'
import { interfaceWords } from '#language'
import type { FigureStyle, PartialDate } from '#language'
import { checkNames, parseWords, tell, validateStory } from '#story'
import type { Fact, Story, Telling, WordsFile } from '#story'

const folder = 'content/indonesia-ecommerce'

function read(): { story: Story; words: WordsFile; telling: Telling } {
  const result = validateStory('indonesia-ecommerce', `${folder}/data.ts`, readFileSync(`${folder}/data.ts`, 'utf8'), data)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 2))
  const words = parseWords(`${folder}/en.yaml`, readFileSync(`${folder}/en.yaml`, 'utf8'))
  if ('problems' in words) throw new Error(JSON.stringify(words.problems, null, 2))
  const told = tell(result.story, words, interfaceWords('en'))
  if ('problems' in told) throw new Error(JSON.stringify(told.problems, null, 2))
  return { story: result.story, words, telling: told.telling }
}

const { story, words, telling } = read()

function fact(id: string): Fact {
  const found = story.facts.get(id)
  if (!found) throw new Error(`no fact ${id}`)
  return found
}

function pointsOf(series: string): Fact[] {
  return [...story.facts.values()].filter((point) => point.series === series)
}

describe('the first report', () => {
  const figures: [id: string, value: number, unit: string, kind: string, approximate: boolean][] = [
    ['talks-count', 5, 'companies', 'claimed', false],
    ['talks-named-count', 3, 'companies', 'claimed', false],
    ['talks-unnamed-count', 2, 'companies', 'claimed', false],
    ['tiktok-users-2023', 125_000_000, 'accounts', 'reported', false],
    ['parcels-per-day', 3_000_000, 'parcels/day', 'claimed', true],
    ['market-2023', 62_000_000_000, 'USD', 'estimated', false],
    ['market-2030', 160_000_000_000, 'USD', 'forecast', true],
  ]
  it.each(figures)('gives %s as %d %s, %s', (id, value, unit, kind, approximate) => {
    expect(fact(id)).toMatchObject({ value, unit, kind, approximate })
    expect(fact(id).sources).toContain('reuters-2023-11-13')
  })

  const statements: [id: string, kind: string][] = [
    ['reply-tiktok', 'reported'],
    ['reply-tokopedia', 'reported'],
    ['reply-bukalapak', 'reported'],
    ['reply-blibli', 'reported'],
    ['largest-economy', 'reported'],
    ['ban', 'reported'],
    ['ban-aim', 'reported'],
    ['shop-closed', 'reported'],
    ['licences-tiktok-youtube', 'claimed'],
    ['licences-meta', 'claimed'],
    ['bytedance-owns-tiktok', 'reported'],
    ['teten-critic', 'reported'],
    ['teten-asked-for-rules', 'reported'],
    ['teten-imported-goods', 'reported'],
    ['teten-meeting-chew', 'reported'],
    ['teten-wants-commitment', 'reported'],
    ['others-shopee-lazada', 'reported'],
  ]
  it.each(statements)('states %s, %s', (id, kind) => {
    expect(fact(id)).toMatchObject({ value: undefined, unit: undefined, kind })
    expect(fact(id).sources).toContain('reuters-2023-11-13')
  })

  it('is by Stanley Widianto and Ananda Teresia, edited by Edwina Gibbs, of 13 November 2023', () => {
    expect(story.data.sources['reuters-2023-11-13']).toMatchObject({
      publisher: 'Reuters',
      authors: ['Stanley Widianto', 'Ananda Teresia'],
      editors: ['Edwina Gibbs'],
      published: '2023-11-13',
      url: 'https://www.scmp.com/news/asia/southeast-asia/article/3241425/tiktok-seeks-indonesian-e-commerce-partnerships-tokopedia-blibli-bukalapak-after-social-media',
    })
  })
})

describe('the market', () => {
  const years = ['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2030']
  const _ = undefined
  const editions: [edition: string, ...billions: (number | undefined)[]][] = [
    // edition 2018  2019 2020 2021 2022 2023 2024 2025 2030
    ['2016', _, _, _, _, _, _, _, 46, _],
    ['2018', 12.2, _, _, _, _, _, _, 53, _],
    ['2019', _, 21, _, _, _, _, _, 82, _],
    ['2020', _, 21, 32, _, _, _, _, _, _],
    ['2021', _, _, _, 53, _, _, _, _, _],
    ['2022', _, _, _, _, 59, _, _, 95, _],
    ['2023', _, _, _, 48, 58, 62, _, 82, 160],
    ['2024', _, _, _, _, 58, 59, 65, _, 150],
    ['2025', _, _, _, _, _, 59, 62, 71, 140],
  ]
  it.each(editions)('is as the %s edition prints it', (edition, ...billions) => {
    const points = pointsOf('market').filter((point) => point.edition === edition)
    const expected = years.flatMap((period, index) => {
      const amount = billions[index]
      if (amount === undefined) return []
      const forecast = Number(period) > Number(edition)
      return [[period, amount * 1e9, forecast ? 'forecast' : 'estimated', period === '2030']]
    })
    expect(points.map((point) => [point.period, point.value, point.kind, point.approximate])).toEqual(expected)
  })

  it('has no edition besides', () => {
    expect([...new Set(pointsOf('market').map((point) => point.edition))]).toEqual(editions.map(([edition]) => edition))
  })

  it('names an edition’s own newest year by the year alone and every other by year and edition', () => {
    for (const { id, period, edition = '' } of pointsOf('market')) {
      const plain = period === edition || id === 'market-2030'
      expect(id).toBe(plain ? `market-${period}` : `market-${period}-edition-${edition}`)
    }
  })
})

describe('the shares of platform sales', () => {
  const rows: [year: string, billions: number, shares: Record<string, number>][] = [
    ['2022', 51.9, { shopee: 36, tokopedia: 35, 'tiktok-shop': 5, bukalapak: 10, lazada: 10, blibli: 4 }],
    ['2023', 53.8, { shopee: 40, tokopedia: 30, 'tiktok-shop': 9, bukalapak: 11, lazada: 7, blibli: 4 }],
    ['2024', 56.5, { shopee: 46, tokopedia: 23, 'tiktok-shop': 11, bukalapak: 10, lazada: 7, blibli: 4 }],
    ['2025', 57.7, { shopee: 54, 'tokopedia-tiktok-shop': 38, lazada: 6, blibli: 3 }],
  ]
  it.each(rows)('are those of %s, of $%d billion', (year, billions, shares) => {
    expect(fact(`platform-sales-${year}`)).toMatchObject({ value: billions * 1e9, unit: 'USD', kind: 'estimated', period: year })
    const points = [...story.facts.values()].filter((point) => point.series?.startsWith('shares-') && point.period === year)
    expect(Object.fromEntries(points.map((point) => [point.series?.replace('shares-', ''), point.value]))).toEqual(shares)
    for (const point of points) expect(point).toMatchObject({ unit: 'percent', kind: 'estimated', edition: undefined })
  })

  it('never give Tokopedia or TikTok Shop a share of its own in 2025', () => {
    expect(story.facts.has('shares-tokopedia-2025')).toBe(false)
    expect(story.facts.has('shares-tiktok-shop-2025')).toBe(false)
    expect(pointsOf('shares-tokopedia-tiktok-shop').map((point) => point.period)).toEqual(['2025'])
  })
})

describe('the context', () => {
  const figures: [id: string, value: number, unit: string, period: PartialDate, kind: string][] = [
    ['tiktok-reach-2023', 109_900_000, 'accounts', '2023-01', 'estimated'],
    ['tiktok-reach-2024', 126_800_000, 'accounts', '2024-H1', 'estimated'],
    ['tiktok-reach-2024-07', 157_600_000, 'accounts', '2024-07', 'estimated'],
    ['tiktok-reach-2025-02', 107_700_000, 'accounts', '2025-02', 'estimated'],
    ['population-2023', 278_690_000, 'people', '2023', 'reported'],
    ['internet-users-2023', 215_630_000, 'people', '2023-01', 'estimated'],
    ['internet-survey-population-2023', 275_770_000, 'people', '2023-01', 'reported'],
    ['internet-penetration-2023', 78.19, 'percent', '2023-01', 'estimated'],
    ['msmes-2021', 64_200_000, 'businesses', '2021', 'estimated'],
    ['msmes-counted-2022', 9_110_000, 'businesses', '2022', 'reported'],
    ['tokopedia-users-2024', 18_000_000, 'accounts', '2024-02-28', 'reported'],
    ['jnt-2023', 3_200_000_000, 'parcels', '2023', 'reported'],
    ['jnt-growth-2023', 29, 'percent', '2023', 'reported'],
    ['jnt-2024-h1', 2_040_000_000, 'parcels', '2024-H1', 'reported'],
    ['jnt-2024-h2', 2_520_000_000, 'parcels', '2024-H2', 'reported'],
    ['jnt-2025-h1', 3_230_000_000, 'parcels', '2025-H1', 'reported'],
    ['jnt-per-day-2025', 17_700_000, 'parcels/day', '2025-H1', 'reported'],
    ['jne-month-2017', 16_000_000, 'parcels', '2017-06', 'reported'],
    ['jne-peak-2017', 20_000_000, 'parcels', '2017-06-13', 'forecast'],
    ['buyers-moved', 20, 'percent', '2023-11-23', 'claimed'],
    ['buyers-stopped', 80, 'percent', '2023-11-23', 'claimed'],
    ['tokopedia-stake-tiktok', 75.01, 'percent', '2023-12-11', 'reported'],
    ['tokopedia-stake-goto', 24.99, 'percent', '2024-01-31', 'reported'],
    ['tokopedia-price', 840_000_000, 'USD', '2023-12-11', 'reported'],
    ['tokopedia-investment', 1_500_000_000, 'USD', '2023-12-11', 'reported'],
    ['kppu-fine-amount', 15_000_000_000, 'IDR', '2025-09-29', 'reported'],
    ['blibli-stake-before-listing', 98.46, 'percent', '2022-10', 'reported'],
  ]
  it.each(figures)('gives %s as %d %s of %s, %s', (id, value, unit, period, kind) => {
    expect(fact(id)).toMatchObject({ value, unit, period, kind })
  })

  it('tells what a shop moves in Indonesia from what a courier moves in South-East Asia', () => {
    expect(fact('parcels-per-day').scope).toBe('indonesia')
    expect(fact('jnt-2023').scope).toBe('south-east-asia')
  })

  it('hedges JNE’s month as its source does', () => {
    expect(telling.print('jne-month-2017')).toBe('about 16 million')
  })

  it('gives every fact a source', () => {
    for (const { id, sources } of story.facts.values()) expect(sources, id).not.toEqual([])
  })

  it('keeps no source that nothing rests on', () => {
    const { facts, data } = story
    const used = new Set([
      ...[...facts.values()].flatMap((entry) => entry.sources),
      ...[...Object.values(data.ties), ...Object.values(data.events)].flatMap((entry) => entry.source),
      ...Object.values(data.players).flatMap((player) => player.source ?? []),
      ...Object.values(data.sources).map((source) => source.via),
    ])
    expect(Object.keys(data.sources).filter((id) => !used.has(id))).toEqual([])
  })

  it('reaches to the day on which Regulation 19 of 2026 came into force', () => {
    expect(story.factsTo).toBe('2026-06-08')
  })
})

describe('what is worked out', () => {
  const printed: [id: string, style: FigureStyle, text: string][] = [
    // (160 / 62) ^ (1 / 7) and (140 / 71) ^ (1 / 5)
    ['growth-needed', 'number', 'about 14.5'],
    ['growth-needed-2025', 'number', 'about 14.5'],
    ['market-2023-to-2030-times', 'number', 'about 2.6'],
    // 62 / 58, 62 / 59, 71 / 62
    ['growth-2023', 'number', '6.9'],
    ['growth-2024-edition-2025', 'number', '5.1'],
    ['growth-2025', 'number', '14.5'],
    ['accounts-per-100', 'number', '45'],
    ['parcels-per-second', 'long', 'about 35'],
    ['parcels-per-year', 'long', 'about 1.1 billion'],
    ['jnt-per-day-2023', 'long', '8.8 million'],
    ['jnt-2024', 'long', '4.56 billion'],
    // 4.56 billion over the 366 days of 2024
    ['jnt-per-day-2024', 'long', '12.5 million'],
    ['both-2022', 'number', '40'],
    ['both-2023', 'number', '39'],
    ['both-2024', 'number', '34'],
    ['shopee-gain', 'number', '18'],
    ['shares-total-2022', 'number', '100'],
    ['shares-total-2023', 'number', '101'],
    ['shares-total-2024', 'number', '101'],
    ['shares-total-2025', 'number', '101'],
    ['platform-sales-gain', 'long', '$5.8 billion'],
  ]
  it.each(printed)('prints %s, %s, as %s', (id, style, text) => {
    expect(telling.print(id, style)).toBe(text)
  })

  const cuts: [id: string, billions: number][] = [
    ['market-2021-cut', 48 - 53],
    ['market-2022-cut', 58 - 59],
    ['market-2023-cut', 59 - 62],
    ['market-2024-cut', 62 - 65],
    ['market-2030-cut', 140 - 160],
    ['market-2025-miss-edition-2022', 71 - 95],
    ['market-2025-miss-edition-2023', 71 - 82],
  ]
  it.each(cuts)('takes %s to be %d billion dollars', (id, billions) => {
    expect(fact(id)).toMatchObject({ value: billions * 1e9, unit: 'USD', kind: 'derived' })
  })

  it('takes Tokopedia to have lost 12 points by 2024 and Lazada 4 by 2025', () => {
    expect(fact('tokopedia-loss')).toMatchObject({ value: -12, unit: 'percentage points' })
    expect(fact('lazada-loss')).toMatchObject({ value: -4, unit: 'percentage points' })
  })
})

describe('the ties between players', () => {
  function tiesOn(day: string): string[] {
    return Object.entries(story.data.ties)
      .filter(([, { since = '', until = '9999' }]) => since <= day && day <= until)
      .map(([id]) => id)
  }

  it('on 13 November 2023 are talks with five companies, and Tokopedia belongs to GoTo', () => {
    const ties = tiesOn('2023-11-13')
    expect(ties.filter((id) => story.data.ties[id]?.tie === 'in talks')).toHaveLength(5)
    expect(ties).toContain('goto-owns-tokopedia')
    expect(ties).not.toContain('tiktok-owns-tokopedia')
  })

  it('since 31 January 2024 are no talks, and Tokopedia belongs to TikTok and GoTo', () => {
    const ties = tiesOn('2024-01-31')
    expect(ties.filter((id) => story.data.ties[id]?.tie === 'in talks')).toEqual([])
    expect(ties.filter((id) => story.data.ties[id]?.to === 'tokopedia')).toEqual(['tiktok-owns-tokopedia', 'goto-keeps-tokopedia'])
  })

  it('carry the answer of every company that gave one', () => {
    const answers = Object.values(story.data.ties).flatMap(({ to, answer }) => (answer === undefined ? [] : [[to, answer]]))
    expect(answers).toEqual([
      ['tokopedia', 'reply-tokopedia'],
      ['bukalapak', 'reply-bukalapak'],
      ['blibli', 'reply-blibli'],
    ])
  })
})

describe('the days', () => {
  it('are those of the record, in order', () => {
    expect(Object.values(story.data.events).map((event) => event.date)).toEqual([
      '2023-09-25',
      '2023-09-26',
      '2023-10-04T17:00+07:00',
      '2023-10-16',
      '2023-10-26',
      '2023-10-31',
      '2023-11-08',
      '2023-11-13',
      '2023-11-23',
      '2023-12-11',
      '2023-12-12',
      '2024-01-31',
      '2024-03-27',
      '2024-04-25',
      '2024-09-18',
      '2025-01-07',
      '2025-02-09',
      '2025-06-17',
      '2025-09-29',
      '2025-10-03',
      '2025-11-07',
      '2026-06-04',
      '2026-06-08',
    ])
    expect(story.data.events['registration-frozen']?.until).toBe('2025-10-04')
  })

  it('have names that fit a timeline and end without a full stop', () => {
    for (const [id, name] of Object.entries(telling.words.events)) {
      expect(name.length, id).toBeLessThanOrEqual(60)
      expect(name, id).not.toMatch(/\.$/)
    }
  })
})

describe('the charts', () => {
  it('keep the ids by which they are embedded', () => {
    expect(Object.keys(story.data.charts)).toEqual([
      'market-growth',
      'forecast-record',
      'user-counts',
      'parcel-volumes',
      'platform-shares',
      'player-map',
      'player-places',
      'timeline',
    ])
  })
})

describe('the English names', () => {
  it('name everything the data holds and nothing besides', () => {
    const problems = checkNames(story, words).filter(({ message }) => !message.includes('for chart'))
    expect(problems).toEqual([])
  })

  it('type no figure: it is named in braces', () => {
    const amount = /[$%]|\d[.,]\d|\d (?:million|billion)|per cent/
    for (const section of ['facts', 'series', 'players', 'events', 'groups'] as const)
      for (const [id, name] of Object.entries(words.words[section])) expect(name, `${section} ${id}`).not.toMatch(amount)
  })
})

describe('a misspelt id in defineStory', () => {
  // A story of the smallest kind, with one word to get wrong in each place that names another.
  function storyWith({
    source = 'a-report',
    from = 'sales-2022',
    seat = 'jakarta',
    to = 'big-shop',
    series = 'sales',
    fact = 'sales-2023',
    chart = 'market',
  } = {}): string {
    return `
      import { defineStory } from '#story'

      export default defineStory({
        published: '2026-01-01',
        updated: '2026-01-01',
        sources: { 'a-report': { publisher: 'A', title: 'B', language: 'en' } },
        facts: { users: { value: 1, unit: 'people', asOf: '2026', kind: 'reported', source: '${source}' } },
        derived: { growth: { method: 'compoundGrowth', from: '${from}', to: 'sales-2023' } },
        series: {
          sales: {
            unit: 'USD',
            scope: 'here',
            points: {
              'sales-2022': { value: 1, period: '2022', kind: 'estimated', source: 'a-report' },
              'sales-2023': { value: 2, period: '2023', kind: 'estimated', source: 'a-report' },
            },
          },
          share: { unit: 'percent', scope: 'here', points: { 'share-2023': { value: 5, period: '2023', kind: 'estimated', source: 'a-report' } } },
        },
        places: { jakarta: { latitude: -6.2, longitude: 106.8 }, kudus: { latitude: -6.8, longitude: 110.8 } },
        players: { 'big-shop': { role: 'platform', seat: '${seat}' }, owner: { role: 'company' } },
        ties: { owns: { tie: 'owns', from: 'owner', to: '${to}', kind: 'reported', source: 'a-report' } },
        charts: { market: { form: 'growth', series: '${series}' }, dots: { form: 'counts', dot: 1, fields: [{ count: 'users' }] } },
        corrections: {
          restated: { date: '2026-01-01', fact: '${fact}', from: 3, to: 2 },
          gone: { date: '2026-01-01', chart: '${chart}', status: 'withdrawn' },
        },
      })
    `
  }

  // The libraries are parsed once for all the fixtures.
  const known = new Map<string, ts.SourceFile>()
  function remember(name: string, file: ts.SourceFile | undefined): ts.SourceFile | undefined {
    if (file) known.set(name, file)
    return file
  }

  function diagnose(text: string): string[] {
    const file = `${process.cwd()}/${folder}/misspelt.ts`
    const { config } = ts.readConfigFile('tsconfig.json', (name) => ts.sys.readFile(name)) as { config: unknown }
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd())
    const disk = ts.createCompilerHost(options)
    const host: ts.CompilerHost = {
      ...disk,
      fileExists: (name) => name === file || disk.fileExists(name),
      getSourceFile: (name, target) =>
        name === file ? ts.createSourceFile(name, text, target) : (known.get(name) ?? remember(name, disk.getSourceFile(name, target))),
    }
    const program = ts.createProgram([file], options, host)
    return program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '))
  }

  it('would be the only thing TypeScript finds wrong', { timeout: 60_000 }, () => {
    expect(diagnose(storyWith())).toEqual([])
  })

  const misspelt: [place: keyof Exclude<Parameters<typeof storyWith>[0], undefined>, word: string, meant: string][] = [
    ['source', 'a-reprt', 'a-report'],
    ['from', 'sales-2o22', 'sales-2022'],
    ['seat', 'jakrta', 'jakarta'],
    ['to', 'big-shpo', 'big-shop'],
    ['series', 'slaes', 'sales'],
    ['fact', 'sales-2O23', 'sales-2023'],
    ['chart', 'markte', 'market'],
  ]
  it.each(misspelt)('as the %s %s is an error that asks whether %s was meant', { timeout: 60_000 }, (place, word, meant) => {
    const messages = diagnose(storyWith({ [place]: word }))
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(`"${word}"`)
    expect(messages[0]).toContain(`Did you mean '"${meant}"'?`)
  })
})
