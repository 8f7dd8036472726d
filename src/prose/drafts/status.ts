import { describeWait, formatDate, parseMoment, zoneNames } from '#language'
import type { InterfaceWords, Moment } from '#language'
import type { Problem } from '#story'

/** Whether a story may be read in a language yet. */
export type Status = { state: 'published' } | { state: 'draft' } | { state: 'embargoed'; until: Moment }

const example = '"embargoed until 2026-08-14 06:00 WIB"'

/** Reads what front matter says after `status:`, or tells what was expected. */
export function parseStatus(text: string): Status | { fault: string } {
  if (text === 'published' || text === 'draft') return { state: text }
  const [, time] = /^embargoed until (.+)$/.exec(text) ?? []
  if (time === undefined) return { fault: `expected draft, published or a time such as ${example}` }
  const until = parseMoment(time)
  if (until) return { state: 'embargoed', until }
  return {
    fault: `expected a time with its zone after "embargoed until", such as ${example} or 2026-08-14T06:00+07:00 (${zoneNames.join(', ')} or an offset)`,
  }
}

/** An embargo that has not ended, as a release is told: when it ends and how long that is. */
export function embargoProblem(place: Omit<Problem, 'message'>, { at, day, time, zone }: Moment, now: Date): Problem | undefined {
  if (now.getTime() >= at) return undefined
  const wait = describeWait(at - now.getTime())
  return {
    ...place,
    message: `embargoed until ${day} ${time} ${zone}, which is ${wait} away; no release before then (npm run build -- --preview shows it, status: draft leaves it out)`,
  }
}

/** What marks a page that is not published, in its language; `undefined` for one that is. */
export function markOf(status: Status, language: InterfaceWords): string | undefined {
  switch (status.state) {
    case 'published':
      return undefined
    case 'draft':
      return language.site.draft
    case 'embargoed': {
      const { day, time, zone } = status.until
      return language.site.embargoed(`${formatDate(day, language)}, ${time} ${zone}`)
    }
  }
}
