import { describe, expect, it } from 'vitest'
import { reserveRules } from '../../src/embed/reserve.ts'
import { createHostile } from './hostile.ts'

describe('the style that keeps a height free', () => {
  it('has a rule a step, and the first goes for every narrower column', () => {
    expect(reserveRules('200 480 0 0, 280 231 1.43 350,560 190.5 0.62 720')).toBe(
      '@container (min-width:0px){div{height:calc(480px + 0*min(100cqw,0px))}}' +
        '@container (min-width:280px){div{height:calc(231px + 1.43*min(100cqw,350px))}}' +
        '@container (min-width:560px){div{height:calc(190.5px + 0.62*min(100cqw,720px))}}',
    )
  })

  it.each(['', ' ', 'x', '200', '200 480', '200 480 0', '200 480 0 0 0', '200 -480 0 0', '0 NaN 0 0', '0 Infinity 0 0', '0 1e9 0 0'])(
    'is none for %j',
    (attribute) => {
      expect(reserveRules(attribute)).toBe('')
    },
  )

  it('leaves out what is not sound', () => {
    expect(reserveRules('300 oops 0 0, 400 480 0 0')).toBe(reserveRules('400 480 0 0'))
  })

  it('lets nothing but numbers into a rule', () => {
    const hostile = createHostile(3)
    for (let turn = 0; turn < 10_000; turn += 1)
      expect(reserveRules(`0 ${hostile.text()} 1 1,${hostile.text()}`)).not.toMatch(/[<"'\\;]|url|import/)
    expect(reserveRules('0 1px);}div{background:url(x) 1 1')).toBe('')
  })
})
