import { interfaceWords } from '#language'
import { markOf, parseProse, parseStatus, readFrontmatter } from '#prose'
import { describe, expect, it } from 'vitest'
import { embargoProblem } from '../../../src/prose/drafts/status.ts'

const moment = { at: Date.UTC(2026, 7, 13, 23), day: '2026-08-14', time: '06:00', zone: 'WIB' }

/** What the front matter with such a line comes to. */
function read(line: string): unknown {
  const source = `---\ntitle: A headline\nstandfirst: A sentence.\n${line}---\n\nWords.\n`
  const parsed = parseProse('en.mdx', source)
  if (!('tree' in parsed)) throw new TypeError('invalid fixture: expected MDX')
  const result = readFrontmatter('en.mdx', parsed.tree)
  return 'frontmatter' in result ? result.frontmatter.status : result.problems
}

describe('the status of a story', () => {
  it('is published where the front matter says nothing of it', () => {
    expect(read('')).toEqual({ state: 'published' })
  })

  it.each([
    ['status: published\n', { state: 'published' }],
    ['status: draft\n', { state: 'draft' }],
    ['status: embargoed until 2026-08-14 06:00 WIB\n', { state: 'embargoed', until: moment }],
    ['status: embargoed until 2026-08-14T06:00+07:00\n', { state: 'embargoed', until: { ...moment, zone: 'UTC+07:00' } }],
  ])('is read from %j', (line, status) => {
    expect(read(line)).toEqual(status)
  })

  it.each([
    ['status: drfat\n', 'invalid status "drfat"; expected draft, published or a time such as "embargoed until 2026-08-14 06:00 WIB"'],
    [
      'status: embargoed until tomorrow\n',
      'invalid status "embargoed until tomorrow"; expected a time with its zone after "embargoed until", such as "embargoed until 2026-08-14 06:00 WIB" or 2026-08-14T06:00+07:00 (UTC, GMT, WIB, WITA, WIT, SGT, JST, CET, CEST or an offset)',
    ],
    ['status: 7\n', 'invalid status 7; expected text in quotation marks'],
    ['status:\n', 'status is empty; expected text in quotation marks'],
  ])('is refused at its place in %j', (line, message) => {
    expect(read(line)).toEqual([{ file: 'en.mdx', line: 4, column: line === 'status:\n' ? 1 : 9, message }])
  })
})

describe('an embargo', () => {
  const place = { file: 'content/tiny/en.mdx', line: 4, column: 9 }

  it('says until when it is and how long that is yet', () => {
    expect(embargoProblem(place, moment, new Date('2026-08-10T18:30Z'))).toEqual({
      ...place,
      message:
        'embargoed until 2026-08-14 06:00 WIB, which is 3 days 4 hours away; no release before then (npm run build -- --preview shows it, status: draft leaves it out)',
    })
  })

  it('ends at its minute and not before', () => {
    expect(embargoProblem(place, moment, new Date(moment.at - 1))?.message).toContain('1 minute away')
    expect(embargoProblem(place, moment, new Date(moment.at))).toBeUndefined()
  })
})

it('marks what is not published in words of the language, and nothing else', () => {
  const en = interfaceWords('en')
  expect(markOf({ state: 'published' }, en)).toBeUndefined()
  expect(markOf({ state: 'draft' }, en)).toBe('Draft. Not published.')
  const status = parseStatus('embargoed until 2026-08-14 06:00 WIB')
  expect('state' in status && markOf(status, en)).toBe('Not published. Embargoed until 14 August 2026, 06:00 WIB.')
})
