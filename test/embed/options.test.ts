import { describe, expect, it } from 'vitest'
import { readOptions } from '../../src/embed/options.ts'

const plain = { theme: undefined, view: undefined, untitled: false, transparent: false }

describe('the address of an embed', () => {
  it('asks for nothing where it has no end', () => {
    expect(readOptions('', [])).toEqual(plain)
  })

  it.each([
    ['?theme=dark', { theme: 'dark' }],
    ['?theme=light', { theme: 'light' }],
    ['?theme=auto', {}],
    ['?view=2030', { view: '2030' }],
    ['?title=off', { untitled: true }],
    ['?background=transparent', { transparent: true }],
    ['?theme=dark&view=2030&title=off', { theme: 'dark', view: '2030', untitled: true }],
  ])('is understood: %s', (search, expected) => {
    expect(readOptions(search, ['2030', 'now'])).toEqual({ ...plain, ...expected })
  })

  it.each([
    '?theme=DARK',
    '?theme=',
    '?theme',
    '?view=',
    '?view=2031',
    '?view=__proto__',
    '?view=<img src=x onerror=alert(1)>',
    '?title=on',
    '?title=OFF',
    '?background=red',
    '?background=url(//other.example)',
    '?THEME=dark',
    '?%',
    '?%E0%A4%A',
    '?theme[]=dark',
  ])('may say what nobody knows, which is as if it were not there: %s', (search) => {
    expect(readOptions(search, ['2030', 'now'])).toEqual(plain)
  })

  it('says the first of what it says twice', () => {
    expect(readOptions('?theme=dark&theme=light', []).theme).toBe('dark')
  })
})
