import { parseDate } from './date.ts'

/** A minute on somebody's clock. */
export interface Moment {
  /** Milliseconds since 1970, as `Date` counts them. */
  at: number
  /** The day on that clock, `2026-08-14`. */
  day: string
  /** `06:00` */
  time: string
  /** As it was written: `WIB`, or `UTC+07:00` for an offset. */
  zone: string
}

/** Abbreviations that mean one offset only; what two countries call by one name is written as an offset. */
const zones: Readonly<Record<string, string>> = {
  UTC: 'Z',
  GMT: 'Z',
  WIB: '+07:00',
  WITA: '+08:00',
  WIT: '+09:00',
  SGT: '+08:00',
  JST: '+09:00',
  CET: '+01:00',
  CEST: '+02:00',
}

/** What may stand for a zone, to name in a message. */
export const zoneNames: readonly string[] = Object.keys(zones)

const shape = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00)? ?([A-Z]{2,4}|Z|[+-]\d\d:\d\d)$/

/** The moment that a text names to the minute with its zone, `2026-08-14T06:00+07:00` or `2026-08-14 06:00 WIB`; `undefined` for any other. */
export function parseMoment(text: string): Moment | undefined {
  const [, day, time, zone] = shape.exec(text) ?? []
  if (day === undefined || time === undefined || zone === undefined) return undefined
  const offset = zone in zones ? zones[zone] : zone
  const written = `${day}T${time}${offset ?? ''}`
  if (!parseDate(written)?.time) return undefined
  return { at: Date.parse(written), day, time, zone: zone === 'Z' ? 'UTC' : zone in zones ? zone : `UTC${zone}` }
}

/** How long a time is, in its two largest units: `3 days 4 hours`, `12 minutes`; what is left of a minute counts as one. */
export function describeWait(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000)
  const parts = [
    { count: Math.floor(minutes / 1440), noun: 'day' },
    { count: Math.floor(minutes / 60) % 24, noun: 'hour' },
    { count: minutes % 60, noun: 'minute' },
  ]
  const first = parts.findIndex(({ count }) => count > 0)
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ count, noun }) => `${String(count)} ${noun}${count === 1 ? '' : 's'}`)
    .join(' ')
}
