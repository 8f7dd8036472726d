import { compareDates, daysBetween, daysOf } from '#language'
import type { InterfaceWords, PartialDate } from '#language'
import type { Event } from '#story'

/** An event with its distances in time. */
export interface Moment {
  id: string
  event: Event
  /** Days since the event before it was over; none for the first. */
  since?: number
  /** Days from the reference event, negative before it. */
  fromReference: number
}

/** The events of the groups in the order of their dates. */
export function momentsOf(events: Readonly<Record<string, Event>>, groups: readonly string[], reference: string): Moment[] {
  const shown = Object.entries(events).filter(([, event]) => groups.includes(event.group))
  const zero = firstDay(events[reference]?.date ?? '')
  return shown
    .sort(([, a], [, b]) => compareDates(a.date, b.date))
    .map(([id, event], index, sorted) => {
      const before = sorted[index - 1]?.[1]
      return {
        id,
        event,
        since: before && daysBetween(daysOf(before.until ?? before.date).last, firstDay(event.date)),
        fromReference: daysBetween(zero, firstDay(event.date)),
      }
    })
}

function firstDay(date: PartialDate): string {
  return daysOf(date).first
}

export const yearOf = (moment: Moment): string => moment.event.date.slice(0, 4)

/** A stretch of days in words, in months where days would be too many to picture. */
export function formatDays(days: number, { locale }: InterfaceWords): string {
  const [amount, unit] = days < 100 ? [days, 'day'] : [Math.round(days / 30.4), 'month']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
}

/** Days before (−) or after (+) the reference event. */
export function formatDaysFrom(days: number, { locale }: InterfaceWords): string {
  return new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(days)
}

/** The same in words: `48 days after the ban came into force`. */
export function sayDaysFrom(days: number, labels: Readonly<Record<string, string>>, { locale }: InterfaceWords): string {
  if (days === 0) return labels.same ?? ''
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' })
  return `${format.format(Math.abs(days))} ${(days < 0 ? labels.before : labels.after) ?? ''}`
}

/** An event's date without its year, which stands once for all its events. */
export function formatDayOfYear({ date, until }: Event, { locale }: InterfaceWords): string {
  // As exact as it is known: a year alone has nothing left to say, a month has no day.
  const parts =
    date.length === 4 ? undefined : date.length > 7 ? ({ day: 'numeric', month: 'short' } as const) : ({ month: 'short' } as const)
  if (!parts) return ''
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts })
  const [from, to] = [Date.parse(`${firstDay(date)}T00:00Z`), Date.parse(`${(until ?? firstDay(date)).slice(0, 10)}T00:00Z`)]
  return until === undefined ? format.format(from) : format.formatRange(from, to)
}
