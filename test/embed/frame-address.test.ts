import { describe, expect, it } from 'vitest'
import { frameAddress } from '../../src/embed/frame-address.ts'
import { createHostile } from './hostile.ts'

const base = 'https://news.example/article/'
const embed = 'https://pasar.example/story/embed/market-growth/'
const href = (src: string, view?: string, language?: string): string | undefined => frameAddress(src, base, view, language)?.href

describe('the address of a frame', () => {
  it('is what the page says, with all that it asks for', () => {
    expect(href(embed)).toBe(embed)
    expect(href(`${embed}?title=off#x`)).toBe(`${embed}?title=off#x`)
    expect(href('//pasar.example/story/embed/market-growth/')).toBe(embed)
  })

  it.each([
    '',
    ' \n',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://pasar.example/1',
    'file:///etc/passwd',
    'about:blank',
    'https://',
    'http://[',
  ])('is refused where it is %j', (src) => {
    expect(href(src)).toBeUndefined()
  })

  it('asks for a view', () => {
    expect(href(embed, '2030')).toBe(`${embed}?view=2030`)
    expect(href(`${embed}?view=a`, 'b&theme=dark')).toBe(`${embed}?view=b%26theme%3Ddark`)
  })

  it('of another language has its segment after the story', () => {
    expect(href(embed, undefined, 'fr')).toBe('https://pasar.example/story/fr/embed/market-growth/')
    expect(href('https://pasar.example/embed/embed/embed/', undefined, 'fr')).toBe('https://pasar.example/embed/fr/embed/embed/')
    expect(href(`${embed}?title=off`, undefined, 'id')).toBe('https://pasar.example/story/id/embed/market-growth/?title=off')
  })

  it('is one of http or https, or none, whatever the page says', () => {
    const hostile = createHostile(4)
    for (let turn = 0; turn < 10_000; turn += 1) {
      const address = frameAddress(hostile.text(), base, hostile.text(), hostile.text())
      expect(address?.protocol ?? 'https:').toMatch(/^https?:$/)
    }
  })
})
