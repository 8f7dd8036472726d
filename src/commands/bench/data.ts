import { formatDate } from '#language'
import type { ChartContext } from '#charts'
import type { FormName, NumericFact, Telling } from '#story'
import { numberOf, pointsOf } from '#story'
import { frameOf } from '../../charts/frame.ts'
import { editionsFrom, yearOf } from '../../charts/growth-editions.ts'
import { recordOf } from '../../charts/growth-record.ts'
import { regionsOf } from '../../charts/places-map.ts'
import { layOut } from '../../charts/players-layout.ts'
import { membersIn, networkOf } from '../../charts/players-network.ts'
import { shareLines } from '../../charts/shares-lines.ts'
import { createDocument } from '../../charts/svg.ts'
import { formatDayOfYear, formatDaysFrom, momentsOf } from '../../charts/timeline-moments.ts'
import { context, ink } from './client/chart.ts'
import type { Chart, Point } from './client/chart.ts'

/** What a page needs of a declared chart to draw it in the browser. */
export function dataOf(telling: Telling, id: string): Chart {
  const { story, words, language, print } = telling
  const declaration = story.data.charts[id]
  const own = words.charts[id]
  if (!declaration || !own) throw new RangeError(`unknown chart "${id}"`)
  const contextOf = <Name extends FormName>(): ChartContext<Name> => ({ id, telling, words: own, declaration }) as ChartContext<Name>
  const colourOf = (player: string | undefined, without = context): string => {
    const colour = story.data.players[player ?? '']?.colour
    return colour === undefined ? without : `var(--color-series-${String(colour)})`
  }
  const point = (fact: NumericFact): Point => ({
    year: yearOf(fact),
    edition: fact.edition ?? '',
    value: fact.value,
    kind: fact.kind,
    text: print(fact.id, 'short'),
  })

  switch (declaration.form) {
    case 'growth': {
      const points = pointsOf(story, declaration.series).map((fact) => numberOf(story, fact.id))
      if (declaration.edition === undefined) {
        const says = recordOf(points).flatMap((year) => year.says)
        return { form: 'record', id, says: says.map((say) => ({ ...point(say.point), before: say.before?.value })) }
      }
      const told = [...editionsFrom(points, declaration.edition).values()].flat()
      return { form: 'growth', id, edition: declaration.edition, points: told.map(point), note: own.notes.path ?? '' }
    }
    case 'counts':
      return {
        form: 'counts',
        id,
        dot: declaration.dot,
        fields: declaration.fields.map((field) => {
          const { kind, period, value } = numberOf(story, field.count)
          return {
            text: print(field.count),
            label: own.labels[field.count] ?? '',
            note: [`${language.kinds[kind]}, ${formatDate(period, language)}`, own.notes[field.share ?? '']].filter(Boolean).join('. '),
            colour: colourOf(field.player, ink),
            count: value,
            whole: numberOf(story, field.whole ?? field.count).value,
          }
        }),
      }
    case 'volumes':
      return {
        form: 'volumes',
        id,
        amounts: declaration.amounts.map((amount) => {
          const { value, kind, scope = '' } = numberOf(story, amount)
          const [label = '', wide = ''] = [own.labels[amount], own.labels[scope]]
          return { label, scope: wide, value, kind, text: print(amount), colour: colourOf(declaration.players[amount]) }
        }),
        second: Math.round(numberOf(story, declaration.rate ?? '').value),
        secondNote: own.notes[declaration.rate ?? ''] ?? '',
        minuteNote: own.notes.minute ?? '',
      }
    case 'shares':
      return {
        form: 'shares',
        id,
        lines: shareLines(contextOf()).map(({ name, players: [player, other], points }) => ({
          name,
          colour: colourOf(other === undefined ? player : undefined, ink),
          points: points.map(point),
        })),
      }
    case 'players': {
      const network = networkOf(contextOf())
      const { discs, width, height } = layOut(network, frameOf('narrow', createDocument()))
      const place = (player: string) => discs.get(player) ?? { x: 0, y: 0, r: 0 }
      return {
        form: 'players',
        id,
        width,
        height,
        states: network.states.map((state) => ({
          title: own.labels[state] ?? '',
          members: membersIn(network, state).map((member) => ({
            ...place(member.id),
            name: words.players[member.id] ?? '',
            colour: colourOf(member.id),
            hollow: member.size === undefined,
          })),
          ties: network.ties
            .filter(({ states }) => states.includes(state))
            .map(({ tie, from, to, answer, share }) => {
              const [{ x: x1, y: y1 }, { x: x2, y: y2 }] = [place(from), place(to)]
              const text = own.labels[answer ?? ''] ?? (share === undefined ? '' : print(share, 'short'))
              return { kind: tie, x1, y1, x2, y2, text, colour: colourOf(from) }
            }),
        })),
      }
    }
    case 'places': {
      const seated = Object.entries(story.data.players).flatMap(([player, { seat = '' }]) => {
        const spot = story.data.places[seat]
        return spot ? [{ ...spot, place: words.places[seat] ?? '', player: words.players[player] ?? '', colour: colourOf(player) }] : []
      })
      const without = Object.entries(story.data.players).filter(
        ([, { seat, role }]) => seat === undefined && (role === 'company' || role === 'platform'),
      )
      return {
        form: 'places',
        id,
        regions: regionsOf(seated).map((seats) => ({ seats })),
        unverified: `${own.labels.unverified ?? ''}: ${without.map(([player]) => words.players[player]).join(', ')}`,
      }
    }
    case 'timeline': {
      const { groups, reference } = declaration
      return {
        form: 'timeline',
        id,
        groups: [...groups],
        events: momentsOf(story.data.events, groups, reference).map(({ id: moment, event, fromReference }) => ({
          group: event.group,
          day: `${formatDayOfYear(event, language)} ${event.date.slice(0, 4)}`,
          days: formatDaysFrom(fromReference, language),
          text: words.events[moment] ?? '',
        })),
      }
    }
  }
}
