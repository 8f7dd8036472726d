import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { oembedOf } from '../../src/outlets/oembed.ts'

const places = {
  page: 'https://pasar.example/tale/charts/growth/',
  embed: 'https://pasar.example/tale/embed/growth/',
  card: 'https://pasar.example/tale/charts/growth-card.png',
  home: 'https://pasar.example/',
}
const hostile = `A < B & "C"</a></blockquote><script>alert('d')</script>`

describe('the answer to those who unfold the link of a chart', () => {
  it('has what oEmbed 1.0 demands of a rich answer, and a picture with its size', () => {
    const { html, ...answer } = oembedOf('Shops grow', 512, places)
    expect(html).not.toBe('')
    expect(answer).toEqual({
      version: '1.0',
      type: 'rich',
      title: 'Shops grow',
      provider_name: 'Pasar',
      provider_url: 'https://pasar.example/',
      cache_age: 86400,
      width: 600,
      height: 512,
      thumbnail_url: 'https://pasar.example/tale/charts/growth-card.png',
      thumbnail_width: 1200,
      thumbnail_height: 630,
    })
  })

  it('is a quotation with a link, then a frame, and nothing else', () => {
    const { html } = oembedOf('Shops grow', 512, places)
    expect(html).toBe(
      '<blockquote><a href="https://pasar.example/tale/charts/growth/">Shops grow</a></blockquote>' +
        '<iframe src="https://pasar.example/tale/embed/growth/" width="600" height="512" frameborder="0" marginwidth="0" marginheight="0" title="Shops grow"></iframe>',
    )
  })

  it('has nothing that WordPress takes away', () => {
    const { document } = parseHTML(`<!doctype html><html><body>${oembedOf('Shops grow', 512, places).html}</body></html>`)
    const kept = ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title']
    const names = (selector: string): string[] => [...(document.querySelector(selector)?.attributes ?? [])].map(({ name }) => name)
    expect(names('iframe').filter((name) => !kept.includes(name))).toEqual([])
    expect([names('blockquote'), names('a')]).toEqual([[], ['href']])
  })

  it('keeps any title as text', () => {
    const { html, title } = oembedOf(hostile, 512, places)
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
    expect(title).toBe(hostile)
    expect([...document.body.querySelectorAll('*')].map((element) => element.localName)).toEqual(['blockquote', 'a', 'iframe'])
    expect(document.querySelector('a')?.textContent).toBe(hostile)
    expect(document.querySelector('iframe')?.getAttribute('title')).toBe(hostile)
  })
})
