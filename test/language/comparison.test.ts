import { describe, expect, it } from 'vitest'
import { changeIn, comparisonWords, sizeIn } from '#language'

const words = comparisonWords('en')
const fr = comparisonWords('fr')

describe('how large an amount is beside another', () => {
  it.each([
    [1, 'about the same as'],
    [1.019, 'about the same as'],
    [0.981, 'about the same as'],
    [1.03, '3 per cent more than'],
    [1.4, '40 per cent more than'],
    [1.8, '80 per cent more than'],
    [1.9, 'nearly twice'],
    [1.98, 'about twice'],
    [2.05, 'about twice'],
    [2.3, 'more than twice'],
    [2.58, 'more than twice'],
    [2.75, 'more than twice'],
    [2.85, 'nearly three times'],
    [10, 'about ten times'],
    [57.3, 'about 57 times'],
    [0.97, '97 per cent of'],
    [0.75, 'about three quarters of'],
    [0.48, 'nearly half'],
    [0.5, 'about half'],
    [0.52, 'more than half'],
    [0.54, '54 per cent of'],
    [1 / 3, 'about a third of'],
    [0.32, 'nearly a third of'],
    [0.31, '31 per cent of'],
    [0.28, '28 per cent of'],
    [0.1, 'about a tenth of'],
    [0.002, '1 per cent of'],
  ])('that is %d of it is %s', (ratio, said) => {
    expect(sizeIn(words, ratio)).toBe(said)
  })
})

describe('what became of an amount', () => {
  it.each([
    [1, 'stayed about the same'],
    [1.03, 'rose by 3 per cent'],
    [1.33, 'rose by about a third'],
    [1.5, 'rose by about half'],
    [1.6, 'rose by 60 per cent'],
    [1.85, 'rose by 85 per cent'],
    [1.92, 'nearly doubled'],
    [2, 'roughly doubled'],
    [2.58, 'more than doubled'],
    [2.9, 'nearly tripled'],
    [4.5, 'grew to more than four times as much'],
    [0.95, 'fell by 5 per cent'],
    [0.67, 'fell by about a third'],
    [0.5, 'fell by about half'],
    [0.26, 'fell by about three quarters'],
    [0.001, 'fell by 99 per cent'],
  ])('that came to %d of it: it %s', (ratio, said) => {
    expect(changeIn(words, ratio)).toBe(said)
  })
})

describe('in French', () => {
  it.each([
    [1, 'à peu près autant que'],
    [1.4, '40\u202f% de plus que'],
    [1.9, 'presque deux fois'],
    [2, 'environ deux fois'],
    [2.58, 'plus de deux fois'],
    [57.3, 'environ 57 fois'],
    [0.97, '97\u202f% de'],
    [0.785, 'plus des trois quarts de'],
    [0.68, 'environ les deux tiers de'],
    [0.52, 'plus de la moitié de'],
    [0.48, 'presque la moitié de'],
    [0.345, 'plus d’un tiers de'],
  ])('that is %d of it is %s', (ratio, said) => {
    expect(sizeIn(fr, ratio)).toBe(said)
  })

  it.each([
    [1, 'n’a presque pas changé'],
    [1.03, 'a augmenté de 3\u202f%'],
    [1.33, 'a augmenté d’environ un tiers'],
    [1.92, 'a presque doublé'],
    [2, 'a environ doublé'],
    [2.58, 'a plus que doublé'],
    [4.5, 'a plus que quadruplé'],
    [8, 'a atteint environ huit fois son niveau'],
    [0.95, 'a baissé de 5\u202f%'],
    [0.68, 'a baissé de près d’un tiers'],
    [0.48, 'a baissé de plus de la moitié'],
    [0.215, 'a baissé de plus de trois quarts'],
  ])('what came to %d of it %s', (ratio, said) => {
    expect(changeIn(fr, ratio)).toBe(said)
  })
})

it('never says more than the amounts do', () => {
  for (let ratio = 1.03; ratio < 30; ratio *= 1.003) {
    const said = sizeIn(words, ratio)
    const count = [...Array(31).keys()].find((number) => said.endsWith(sizeIn(words, number).replace('about ', ' ')) && number > 1)
    if (said.startsWith('more than')) expect(ratio).toBeGreaterThan(count ?? Infinity)
    if (said.startsWith('nearly')) expect(ratio).toBeLessThan(count ?? 0)
  }
})

it('a language without the words is named', () => {
  expect(() => comparisonWords('xx')).toThrow(
    'has no words in "xx"; expected a file src/language/comparison/xx.ts, or "comparison" exported by src/language/words/xx.ts',
  )
})
