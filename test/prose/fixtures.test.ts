import { beforeAll, describe, expect, it } from 'vitest'
import { checkImages, checkLinks, checkProse, misdatedInProse, unboundInProse, unhedged } from '#prose'
import type { Telling } from '#story'
import { failing, passing } from './fixtures.ts'
import type { Fixture } from './fixtures.ts'
import { problemsIn, tellTiny } from './passages.ts'

const tellings = new Map<string, Telling>()
const destinations = { story: '/tiny/', pages: new Set(['/tiny/']), base: '/' }

beforeAll(async () => {
  for (const tag of ['en', 'fr', 'id']) tellings.set(tag, await tellTiny(tag))
})

/** Everything that is said of one paragraph, as `COLUMN MESSAGE`. */
function saidOf({ tag, text }: Fixture): string[] {
  const telling = tellings.get(tag)
  if (!telling) throw new RangeError(`no telling in ${tag}`)
  return problemsIn(text, (file, source, tree) => [
    ...checkProse(file, source, tree, telling),
    ...unboundInProse(file, source, tree, telling),
    ...misdatedInProse(file, source, tree, telling),
    ...unhedged(file, source, tree, telling),
    ...checkImages(file, tree),
    ...checkLinks(file, tree, new Set(['sales']), destinations),
  ]).map((problem) => problem.replace('1:', ''))
}

describe('may stand in a story', () => {
  it.each(passing)('$tag, $what: $text', (fixture) => {
    expect(saidOf(fixture)).toEqual([])
  })
})

describe('is refused, and told how it would stand', () => {
  it.each(failing)('$tag, $what: $text', (fixture) => {
    expect(fixture.says?.length).toBeGreaterThan(0)
    expect(saidOf(fixture)).toEqual(fixture.says)
  })
})

it('the pieces that pass and those that fail are as many, in every language', () => {
  const count = (fixtures: readonly Fixture[], tag: string): number => fixtures.filter((fixture) => fixture.tag === tag).length
  expect(passing.length + failing.length).toBeGreaterThanOrEqual(60)
  for (const tag of tellings.keys()) expect(Math.abs(count(passing, tag) - count(failing, tag)), tag).toBeLessThanOrEqual(3)
})
