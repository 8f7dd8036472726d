import { compareDates, kinds } from '#language'
import { inputsOf } from './derive.ts'
import { unknown } from './nearest.ts'
import type { DataFault } from './story.ts'
import type { Derivation, StoryData } from './schema.ts'

/** Every id that names something the data does not hold, every id used twice, every series out of order. */
export function checkReferences(data: StoryData): DataFault[] {
  const faults: DataFault[] = []
  const fault = (path: PropertyKey[], message: string, named = false): void => void faults.push({ path, message, named })

  const points = Object.values(data.series).flatMap((series) => Object.keys(series.points))
  const known = {
    source: new Set(Object.keys(data.sources)),
    fact: new Set([...Object.keys(data.facts), ...points, ...Object.keys(data.derived)]),
    series: new Set(Object.keys(data.series)),
    player: new Set(Object.keys(data.players)),
    place: new Set(Object.keys(data.places)),
    event: new Set(Object.keys(data.events)),
    group: new Set(Object.values(data.events).map((event) => event.group)),
    edition: new Set(Object.values(data.series).flatMap((series) => Object.values(series.points).flatMap((point) => point.edition ?? []))),
    kind: new Set<string>(kinds),
    chart: new Set(Object.keys(data.charts)),
  }
  type Noun = keyof typeof known
  function need(noun: Noun, id: string | undefined, path: PropertyKey[], named = false): void {
    if (id !== undefined && !known[noun].has(id)) fault(path, unknown(noun, id, known[noun]), named)
  }
  function needAll(noun: Noun, ids: readonly string[] | undefined, path: PropertyKey[]): void {
    ids?.forEach((id, index) => {
      need(noun, id, [...path, index])
    })
  }

  /** A fact to draw, which must be one number. */
  function needNumber(id: string | undefined, path: PropertyKey[]): void {
    need('fact', id, path)
    const fact = id === undefined ? undefined : data.facts[id]
    if (fact && typeof fact.value !== 'number')
      fault(path, `"${id ?? ''}" is ${fact.value === undefined ? 'a statement' : 'a range'}; expected a fact with a single number to draw`)
  }

  for (const [id, source] of Object.entries(data.sources))
    if (source.via !== 'primary' && source.via !== 'secondary') need('source', source.via, ['sources', id, 'via'])

  for (const [id, fact] of Object.entries(data.facts)) {
    needAll('source', fact.source, ['facts', id, 'source'])
    if ((fact.value === undefined) !== (fact.unit === undefined))
      fault(
        ['facts', id],
        fact.unit === undefined ? `"${id}" has a value but no unit` : `"${id}" has a unit but no value; a statement has neither`,
      )
    if (Array.isArray(fact.value) && fact.value[0] > fact.value[1])
      fault(['facts', id, 'value'], `the range of "${id}" runs from high to low`)
    if (fact.kind === 'derived')
      fault(['facts', id, 'kind'], `"${id}" is typed, not derived; declare it under "derived" or say who measured it`)
  }
  const declared = new Set(Object.keys(data.facts))
  const others = [
    ...Object.entries(data.series).flatMap(([name, series]) => Object.keys(series.points).map((id) => ['series', name, 'points', id])),
    ...Object.keys(data.derived).map((id) => ['derived', id]),
  ]
  for (const path of others) {
    const id = path.at(-1) ?? ''
    if (declared.has(id)) fault(path, `"${id}" is a fact already; an id names one fact, whether under "facts", "series" or "derived"`)
    declared.add(id)
  }

  for (const [id, derivation] of Object.entries(data.derived)) {
    const inputs = inputsOf(derivation)
    inputs.forEach((input, index) => {
      need('fact', input, ['derived', id, ...placeOf(derivation, input, index)])
      if (derivation.method === 'sum' && inputs.indexOf(input) < index) fault(['derived', id, 'of', index], `"${input}" is added twice`)
    })
  }

  for (const [id, series] of Object.entries(data.series)) {
    needAll('player', series.players, ['series', id, 'players'])
    const seen = new Map<string, string>()
    let previous: { name: string; edition: string; period: string } | undefined
    for (const [name, point] of Object.entries(series.points)) {
      const path = ['series', id, 'points', name]
      needAll('source', point.source, [...path, 'source'])
      const edition = point.edition ?? ''
      const key = [point.period, edition, point.kind].join(' ')
      const twin = seen.get(key)
      if (twin !== undefined)
        fault(
          path,
          `"${name}" and "${twin}" are both ${point.kind} for ${point.period}${edition && ` by edition ${edition}`}; one of them is too many`,
        )
      seen.set(key, name)
      const order = previous && (previous.edition.localeCompare(edition) || compareDates(previous.period, point.period))
      if (previous && order !== undefined && order > 0)
        fault(path, `"${name}" stands after "${previous.name}"; points go by edition, then by period`)
      previous = { name, edition, period: point.period }
    }
  }

  for (const [id, player] of Object.entries(data.players)) {
    need('place', player.seat, ['players', id, 'seat'])
    needAll('source', player.source, ['players', id, 'source'])
  }
  for (const [id, tie] of Object.entries(data.ties)) {
    need('player', tie.from, ['ties', id, 'from'])
    need('player', tie.to, ['ties', id, 'to'])
    need('fact', tie.share, ['ties', id, 'share'])
    need('fact', tie.answer, ['ties', id, 'answer'])
    needAll('source', tie.source, ['ties', id, 'source'])
    if (tie.since && tie.until && compareDates(tie.since, tie.until) > 0)
      fault(['ties', id], `"${id}" ends (${tie.until}) before it begins (${tie.since})`)
  }
  for (const [id, event] of Object.entries(data.events)) {
    needAll('player', event.players, ['events', id, 'players'])
    needAll('source', event.source, ['events', id, 'source'])
    if (event.until && compareDates(event.date, event.until) > 0)
      fault(['events', id], `"${id}" ends (${event.until}) before it begins (${event.date})`)
  }

  for (const [id, chart] of Object.entries(data.charts)) {
    const path = ['charts', id]
    switch (chart.form) {
      case 'growth':
        need('series', chart.series, [...path, 'series'])
        need('edition', chart.edition, [...path, 'edition'])
        needNumber(chart.path, [...path, 'path'])
        break
      case 'counts':
        chart.fields.forEach((field, index) => {
          for (const key of ['count', 'whole', 'share'] as const) needNumber(field[key], [...path, 'fields', index, key])
          need('player', field.player, [...path, 'fields', index, 'player'])
        })
        break
      case 'volumes':
        chart.amounts.forEach((amount, index) => needNumber(amount, [...path, 'amounts', index]))
        needNumber(chart.rate, [...path, 'rate'])
        for (const [amount, player] of Object.entries(chart.players)) {
          need('fact', amount, [...path, 'players', amount], true)
          need('player', player, [...path, 'players', amount])
        }
        break
      case 'shares':
        needAll('series', chart.series, [...path, 'series'])
        if (chart.combined) {
          need('series', chart.combined.series, [...path, 'combined', 'series'])
          needAll('series', chart.combined.of, [...path, 'combined', 'of'])
          needAll('fact', chart.combined.derived, [...path, 'combined', 'derived'])
        }
        break
      case 'players':
        for (const [player, fact] of Object.entries(chart.sizes)) {
          need('player', player, [...path, 'sizes', player], true)
          needNumber(fact, [...path, 'sizes', player])
        }
        break
      case 'places':
        break
      case 'timeline':
        needAll('group', chart.groups, [...path, 'groups'])
        need('event', chart.reference, [...path, 'reference'])
        need('event', chart.span?.from, [...path, 'span', 'from'])
        need('event', chart.span?.until, [...path, 'span', 'until'])
        break
    }
    for (const [name, view] of Object.entries(chart.views)) {
      const at = [...path, 'views', name]
      needAll('fact', view.facts, [...at, 'facts'])
      needAll('series', view.series, [...at, 'series'])
      needAll('edition', view.editions, [...at, 'editions'])
      needAll('player', view.players, [...at, 'players'])
      needAll('event', view.events, [...at, 'events'])
      needAll('group', view.groups, [...at, 'groups'])
      if (chart.form !== 'players') continue
      const { states } = chart
      view.states?.forEach((state, index) => {
        if (!states.includes(state)) fault([...at, 'states', index], unknown('state', state, states))
      })
    }
  }
  for (const [id, correction] of Object.entries(data.corrections)) {
    need('fact', correction.fact, ['corrections', id, 'fact'])
    need('chart', correction.chart, ['corrections', id, 'chart'])
    need('chart', correction.by, ['corrections', id, 'by'])
  }
  return faults
}

/** Where a derivation names one of its inputs. */
function placeOf(derivation: Derivation, input: string, index: number): PropertyKey[] {
  if (derivation.method === 'sum') return ['of', index]
  const key = Object.entries(derivation).find(([name, given]) => name !== 'method' && given === input)?.[0]
  return key === undefined ? [] : [key]
}
