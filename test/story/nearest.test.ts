import { describe, expect, it } from 'vitest'
import { hint, nearest, unknown } from '#story'

describe('the nearest word', () => {
  it('is none among none', () => {
    expect(nearest('market', [])).toBeUndefined()
  })

  it('is the word itself where it is there', () => {
    expect(nearest('market', ['markets', 'market'])).toBe('market')
  })

  it('disregards capitals', () => {
    expect(nearest('USERS', ['people', 'users'])).toBe('users')
  })

  it('is at most two letters away for a short word, a third of its letters for a long one', () => {
    expect(nearest('ban', ['bank-it'])).toBeUndefined()
    expect(nearest('ban', ['banks'])).toBe('banks')
    expect(nearest('tiktok-user-2023', ['tiktok-users-23'])).toBe('tiktok-users-23')
    expect(nearest('tiktok-users-2023', ['population-2023'])).toBeUndefined()
  })

  it('of two as near is the one that begins alike', () => {
    expect(nearest('market-2032', ['market-2022', 'market-2030'])).toBe('market-2030')
    expect(nearest('market-2032', ['market-2030', 'market-2022'])).toBe('market-2030')
  })

  it('of two that are as near and begin alike is the first', () => {
    expect(nearest('market-2032', ['market-2031', 'market-2030'])).toBe('market-2031')
  })
})

describe('what is said of an unknown word', () => {
  it('asks for the nearest', () => {
    expect(unknown('fact', 'market-2032', ['users', 'market-2030'])).toBe('unknown fact "market-2032"; did you mean "market-2030"?')
  })

  it('offers all of a few and the first of many where none is near', () => {
    expect(hint('x', ['alpha', 'beta'])).toBe('expected one of "alpha", "beta"')
    expect(hint('x', ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'theta', 'iota'])).toBe(
      'expected one of "alpha", "beta", "gamma", "delta", "epsilon", "zeta" and 2 more',
    )
  })

  it('says so where there is nothing to offer', () => {
    expect(unknown('view', 'all', [])).toBe('unknown view "all"; there is none yet')
  })
})
