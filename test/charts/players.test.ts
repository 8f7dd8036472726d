import { describe, expect, test } from 'vitest'
import { players } from '../../src/charts/players.ts'
import { labelsOf } from '../../src/charts/players-labels.ts'
import { layOut } from '../../src/charts/players-layout.ts'
import { segmentOf } from '../../src/charts/players-lines.ts'
import { addressOf, networkOf } from '../../src/charts/players-network.ts'
import type { ChartContext, Size } from '#charts'
import { tieKinds } from '#language'
import { listStories, readStory } from '#story'
import type { Tie } from '#story'
import { contextOf, frame, idsOf, sizes, telling, tellings, textOf } from './story.ts'

const [november, january] = ['2023-11-13', '2024-01-31']
const context = contextOf('players', 'player-map')
const network = networkOf(context)

/** The same map of other ties. */
function withTies(ties: Record<string, Partial<Tie>>): ChartContext<'players'> {
  const { story } = telling
  const changed = Object.fromEntries(Object.entries({ ...story.data.ties, ...ties }).filter(([, tie]) => tie.from !== undefined)) as Record<
    string,
    Tie
  >
  return { ...context, telling: { ...telling, story: { ...story, data: { ...story.data, ties: changed } } } }
}

const drawings = { narrow: players.draw(context, frame('narrow')), wide: players.draw(context, frame('wide')) }

function panelOf(size: Size, state: string): Element {
  const panel = [...drawings[size].svg.querySelectorAll('[data-state]')].find((node) => node.getAttribute('data-state') === state)
  if (!panel) throw new TypeError(`no panel ${state}`)
  return panel
}

function markIn(panel: Element, id: string): Element | undefined {
  return [...panel.querySelectorAll('[data-mark]')].find((node) => node.getAttribute('data-mark') === id)
}

const statesOfTie = (id: string): readonly string[] | undefined => network.ties.find((tie) => tie.id === id)?.states

describe('networkOf', () => {
  test('a tie holds on its first and on its last day, and not on the day after', () => {
    expect(statesOfTie('talks-bukalapak')).toEqual([november])
    expect(statesOfTie('tiktok-owns-tokopedia')).toEqual([january])
    expect(statesOfTie('goto-owns-tokopedia')).toEqual([november])
    expect(statesOfTie('talks-tokopedia')).toEqual([november])
  })

  test('a tie without dates holds in every state', () => {
    expect(statesOfTie('bytedance-owns-tiktok')).toEqual([november, january])
  })

  test('a tie that ended before the first state is left out, and so is a company it alone ties', () => {
    expect(statesOfTie('global-investama-andalan-owns-global-digital-niaga')).toBeUndefined()
    expect(network.members.has('global-investama-andalan')).toBe(false)
  })

  test('a tie that began after the last state is part of it', () => {
    expect(statesOfTie('kppu-watches-tiktok')).toEqual([january])
  })

  test('the hub is the player with the most talks, and those it talks to are ordered by size, the unnamed last', () => {
    expect(network.hub).toBe('tiktok')
    expect(network.partners.map(({ face }) => face)).toEqual(['tokopedia', 'bukalapak', 'blibli', 'unnamed-1', 'unnamed-2'])
  })

  test('a later owner leaves a company with the group it came from', () => {
    expect(network.holdings).toEqual(['tiktok-shop'])
    expect(network.partners[0]).toEqual({ face: 'tokopedia', behind: ['goto'] })
  })

  test('every player has one part', () => {
    const groups = [...network.partners, ...network.seekers, ...network.bystanders].flatMap(({ face, behind }) => [face, ...behind])
    const parts = [network.hub, ...network.owners, ...network.holdings, ...network.regulators, ...groups]
    expect(parts.toSorted()).toEqual([...network.members.keys()].toSorted())
  })
})

describe.each(sizes)('player-map, %s', (size) => {
  const layout = layOut(network, frame(size))
  const lines = new Map(network.ties.map((tie) => [tie.id, segmentOf(tie, layout)]))

  test.each(tellings)('no label meets a line, a disc, the edge or another label in $language.name', (told) => {
    const { labels, conflicts } = labelsOf(contextOf('players', 'player-map', {}, told), frame(size), network, layout, lines)
    expect(conflicts).toBe(0)
    expect(labels.size).toBe(network.members.size + 3)
  })

  test('no two discs meet, and each stands whole on the drawing', () => {
    const discs = [...layout.discs.values()]
    discs.forEach(({ x, y, r }, index) => {
      expect(Math.min(x - r, y - r, layout.width - x - r, layout.height - y - r)).toBeGreaterThan(0)
      for (const other of discs.slice(index + 1)) expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(r + other.r)
    })
  })

  test.each([november, january])('no two lines of %s cross', (state) => {
    const shown = network.ties.filter((tie) => tie.states.includes(state)).flatMap(({ id }) => lines.get(id) ?? [])
    type Line = (typeof shown)[number]
    const side = (line: Line, x: number, y: number): number =>
      Math.sign((line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1))
    const cross = (a: Line, b: Line): boolean =>
      side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 && side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0
    expect(shown.flatMap((line, index) => shown.slice(index + 1).filter((other) => cross(line, other)))).toEqual([])
  })

  test('a disc’s area is to scale: Shopee’s 36 per cent nine times Blibli’s 4', () => {
    const [shopee, blibli] = [layout.discs.get('shopee'), layout.discs.get('blibli')]
    expect(((shopee?.r ?? 0) / (blibli?.r ?? 1)) ** 2).toBeCloseTo(9, 0)
  })

  test('players without a size have one outline, filled by nothing', () => {
    const unsized = [...network.members.values()].filter((member) => member.size === undefined)
    expect(new Set(unsized.map(({ id }) => layout.discs.get(id)?.r)).size).toBe(1)
    for (const { id } of unsized.filter(({ role }) => role !== 'unnamed'))
      expect(markIn(panelOf(size, january), id)?.querySelector('circle')?.getAttribute('class')).toContain('hollow')
  })

  test('a player stands in the same place in every state', () => {
    const placeOf = (state: string, id: string): (string | null | undefined)[] =>
      ['cx', 'cy', 'r'].map((name) => markIn(panelOf(size, state), id)?.querySelector('circle')?.getAttribute(name))
    for (const id of ['tiktok', 'tokopedia', 'shopee', 'trade-ministry']) expect(placeOf(november, id)).toEqual(placeOf(january, id))
  })

  test('an answer is given while there are talks and not after', () => {
    expect(textOf(panelOf(size, november))).toContain('declined to comment')
    expect(textOf(panelOf(size, january))).not.toContain('declined')
  })

  test('the companies nobody named are question marks until the talks are over', () => {
    const before = panelOf(size, november)
    expect(textOf(before).match(/\?/g)).toHaveLength(2)
    expect(markIn(before, 'unnamed-1')?.querySelector('circle')?.getAttribute('class')).toContain('hollow')
    expect(markIn(panelOf(size, january), 'unnamed-1')).toBeUndefined()
  })

  test('what is owned of Tokopedia is said where it changed hands', () => {
    expect(textOf(panelOf(size, november))).not.toMatch(/75|24/)
    expect(textOf(panelOf(size, january))).toContain('owns 75.01%')
    expect(textOf(panelOf(size, january))).toContain('owns 24.99%')
  })

  test('the kind of a tie shows in its line', () => {
    const classOf = (id: string, state = november): string => {
      const mark = markIn(panelOf(size, state), id)
      return (mark?.localName === 'path' ? mark : mark?.querySelector('path'))?.getAttribute('class') ?? ''
    }
    expect(classOf('sea-owns-shopee')).toContain('owns')
    expect(classOf('talks-blibli')).toContain('talks')
    expect(classOf('youtube-seeks-licence')).toContain('seeks')
    expect(classOf('trade-ministry-regulates-tiktok-shop')).toContain('regulates')
    expect(classOf('kppu-watches-tiktok', january)).toContain('regulates')
  })

  test('every player and tie on the drawing is a mark with its states and a row of the table', () => {
    const { drawn, listed, rows } = idsOf(players, context, size)
    expect(drawn).toEqual(listed)
    expect([...drawn].filter((id) => !rows.has(id))).toEqual([])
    const { marks } = drawings[size]
    expect(marks.find(({ id }) => id === 'unnamed-1')?.states).toEqual([november])
    expect(marks.find(({ id }) => id === 'tokopedia')?.states).toEqual([november, january])
  })

  test('one more partner finds room', () => {
    const more = withTies({ 'talks-lazada': { ...telling.story.data.ties['talks-blibli'], to: 'lazada', answer: undefined } })
    const grown = networkOf(more)
    expect(grown.partners).toHaveLength(6)
    expect(new Set([...layOut(grown, frame(size)).discs.values()].map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBe(
      grown.members.size,
    )
  })
})

describe('the table', () => {
  const { columns, rows } = players.table(context)
  const cellsOf = (mark: string): readonly string[] | undefined => rows.find((row) => row.mark === mark)?.cells

  test('has every tie and every player of the story, one row each, ended or not', () => {
    const { ties, players: everyone } = telling.story.data
    expect(rows.map(({ mark }) => mark).toSorted()).toEqual([...Object.keys(ties), ...Object.keys(everyone)].toSorted())
    expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true)
  })

  test('says who talked to whom, what was answered, when and how it is known', () => {
    expect(cellsOf('talks-bukalapak')).toEqual([
      'TikTok',
      'in talks with',
      'Bukalapak',
      '',
      '',
      'knew of no such talks',
      '13 November 2023',
      '13 November 2023',
      'Claimed',
      '13 November 2023',
    ])
  })

  test('gives each share on the drawing', () => {
    expect(cellsOf('shopee')?.[3]).toBe('36 per cent')
    expect(cellsOf('tiktok-shop')?.[3]).toBe('5 per cent')
    expect(cellsOf('tiktok-owns-tokopedia')?.[4]).toBe('75.01 per cent')
    expect(cellsOf('goto-keeps-tokopedia')?.[4]).toBe('24.99 per cent')
  })
})

test('a kind of tie has an address that no view and no player of any story has', async () => {
  const kinds = tieKinds.map(addressOf)
  for (const id of await listStories(process.cwd())) {
    const { charts, players } = (await readStory(process.cwd(), id)).story.data
    const maps = Object.values(charts).filter(({ form }) => form === 'players')
    const taken = [...Object.keys(players), ...maps.flatMap(({ views }) => Object.keys(views))]
    expect(taken.filter((name) => kinds.includes(name))).toEqual([])
  }
})

test('a row names its sources, and a tie whom it joins and in which state alone it holds', () => {
  const { columns, rows } = players.table(context)
  const only = columns.length - 1
  const rowOf = (mark: string): (typeof rows)[number] | undefined => rows.find((row) => row.mark === mark)
  expect(rowOf('talks-tokopedia')).toMatchObject({
    sources: ['reuters-2023-11-13'],
    data: { tie: 'in-talks', from: 'tiktok', to: 'tokopedia' },
  })
  expect(rowOf('talks-tokopedia')?.cells[only]).toBe(context.words.views.talks)
  expect(rowOf('bytedance-owns-tiktok')?.cells[only]).toBe('')
  expect(rows.filter(({ data, sources }) => data && sources?.length === 0)).toEqual([])
})
