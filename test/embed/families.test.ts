import { describe, expect, it } from 'vitest'
import { answers } from '../../src/embed/dialects.ts'
import { addressEnd, families } from '../../src/embed/families.ts'

const secret = 'health'
/** What embeds say that are asked by all. */
const said = answers(
  { width: 600, height: 432 },
  { child: secret, secret, resizers: new Set([secret]), fresh: secret, open: true },
  'market-growth',
  'https://desk.example/embed/',
)

describe.each(families)('the trial of $name', ({ read }) => {
  it('reads the height that an embed tells', () => {
    expect(said.map(read).filter((height) => height !== undefined)).toContain(432)
  })

  it('reads no height out of anything else', () => {
    const others = [
      undefined,
      null,
      1,
      '',
      'height',
      '{',
      '[]',
      '{"height":"432"}',
      [],
      {},
      { height: '432' },
      { height: Infinity },
      { value: 432 },
    ]
    expect(others.map(read).filter((height) => height !== undefined)).toEqual([])
  })
})

it('tells the families apart by the shape of their messages, but for those that read the same', () => {
  const readers = said.map((message) => families.filter(({ read }) => read(message) !== undefined).map(({ name }) => name))
  const own = readers.map((names) => names.filter((name) => name !== 'any height').join(', '))
  expect([...new Set(own)].sort()).toEqual(
    [
      '',
      'AMP, Newswire Frames',
      'Datawrapper',
      'Embedly, Medium',
      'Guardian',
      'LTI',
      'Open iframe-resizer',
      'Pym.js',
      'WordPress',
      'iframe-resizer',
    ].sort(),
  )
})

it('gives frames the names that hosts know them by', () => {
  const { searchParams, hash } = new URL(`https://desk.example/${addressEnd}`)
  expect(searchParams.get('childId')).toBe(secret)
  expect(hash).toBe(`#?secret=${secret}`)
})
