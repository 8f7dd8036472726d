import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Offer } from '../../src/outlets/offer.ts'
import {
  bareIframe,
  chartStyle,
  embedAddress,
  frozenIframe,
  linkedPicture,
  plainIframe,
  snippet,
  wordPressEmbed,
} from '../../src/outlets/snippet.ts'

const offer: Offer = {
  id: 'growth',
  title: 'The market grew',
  alt: 'It grew from 1 to 2.',
  embed: 'https://desk.example/tiny/embed/growth/',
  page: 'https://desk.example/tiny/charts/growth/',
  place: 'https://desk.example/tiny/#growth',
  picture: 'https://desk.example/tiny/charts/growth.png',
  darkPicture: 'https://desk.example/tiny/charts/growth-dark.png',
  pictureSize: { width: 1200, height: 800 },
  script: 'https://desk.example/embed.js',
  heights: [
    { from: 296, fixed: 300, ratio: 1.5, cap: 366 },
    { from: 400, fixed: 280, ratio: 1.5, cap: 366 },
    { from: 576, fixed: 200, ratio: 0.5, cap: 736 },
  ],
  frozen: undefined,
}
const hostile: Offer = { ...offer, title: 'A "market" <grew> & fell', alt: '"><img onerror="x"> & \'so\'' }
const frozen: Offer = { ...offer, frozen: { address: 'https://desk.example/frozen/tiny/growth/2026-11-26-0a1b/', date: '2026-11-26' } }

describe('the snippet', () => {
  it('is a style that keeps the height free, a linked picture in an element of our own, and a script', () => {
    expect(snippet(offer)).toBe(
      [
        '<style>pasar-chart[src="https://desk.example/tiny/embed/growth/"]{display:block;container-type:inline-size;',
        '&>*{display:block;block-size:calc(var(--f) + var(--r)*min(100cqi,var(--c)));--f:300px;--r:1.5;--c:366px;',
        '@container(width>=400px){--f:280px}@container(width>=576px){--f:200px;--r:0.5;--c:736px}}',
        '& img{display:block;inline-size:100%;block-size:100%;margin:0;object-fit:contain;object-position:0 0}}</style>\n',
        '<pasar-chart src="https://desk.example/tiny/embed/growth/" heights="296 300 1.5 366, 400 280 1.5 366, 576 200 0.5 736">\n',
        '  <a href="https://desk.example/tiny/#growth"><img src="https://desk.example/tiny/charts/growth.png" ',
        'alt="It grew from 1 to 2." width="1200" height="800" loading="lazy"></a>\n',
        '</pasar-chart>\n',
        '<script async src="https://desk.example/embed.js"></script>',
      ].join(''),
    )
  })

  it.each(['light', 'dark'] as const)('asks for the %s colours in the frame, in its own rules and in the picture', (theme) => {
    const text = snippet(offer, theme)
    expect(text.match(/embed\/growth\/[^"]*/g)).toEqual([`embed/growth/?theme=${theme}`, `embed/growth/?theme=${theme}`])
    expect(text).toContain(theme === 'dark' ? 'charts/growth-dark.png' : 'charts/growth.png')
    // All else is the same.
    expect(text.replaceAll(`?theme=${theme}`, '').replace('growth-dark.png', 'growth.png')).toBe(snippet(offer))
  })

  it('speaks in its rules of its own chart only', () => {
    const other = chartStyle({ ...offer, embed: 'https://desk.example/tiny/embed/other/' })
    expect(other).toMatch(/^pasar-chart\[src="https:\/\/desk\.example\/tiny\/embed\/other\/"\]\{/)
    // All other rules stand inside the one.
    expect(other.match(/pasar-chart/g)).toHaveLength(1)
    expect(other).toMatch(/\}\}$/)
  })

  it('says only what is in the data, however hostile', () => {
    const { document } = parseHTML(`<!doctype html><body>${snippet(hostile)}</body>`)
    expect(document.querySelectorAll('img')).toHaveLength(1)
    expect(document.querySelector('img')?.getAttribute('alt')).toBe(hostile.alt)
    expect(document.querySelectorAll('[onerror]')).toHaveLength(0)
  })
})

describe('the plain iframe', () => {
  it('has a name, the whole column, and a height of its own where the browser cannot fit it', () => {
    expect(plainIframe(offer)).toBe(
      '<iframe src="https://desk.example/tiny/embed/growth/" title="The market grew" width="100%" frameborder="0" height="829" loading="lazy" ' +
        'style="border:0;frame-sizing:content-height;height:if(supports(frame-sizing:content-height):auto;else:829px)"></iframe>',
    )
  })

  it('is high enough at every common width of a column, whether its style is kept or not', () => {
    // Of the common columns that of 510 pixels needs most.
    expect(Number(/height="(\d+)"/.exec(bareIframe(offer))?.[1])).toBe(280 + 1.5 * 366)
    expect(bareIframe(offer)).not.toContain('style')
    expect(bareIframe(offer, 'dark')).toContain('embed/growth/?theme=dark"')
  })

  it('escapes its name', () => {
    expect(plainIframe(hostile)).toContain('title="A &quot;market&quot; &lt;grew&gt; &amp; fell"')
  })
})

it('gives the picture a link, words and the size it has, light or dark', () => {
  expect(linkedPicture(offer)).toMatch(
    /^<a href="https:\/\/desk\.example\/tiny\/#growth"><img src="[^"]*growth\.png" [^>]*width="1200" height="800"[^>]*><\/a>$/,
  )
  expect(linkedPicture(offer, 'dark')).toContain('growth-dark.png')
})

it('shows what WordPress makes of the address: a quotation that leads to the chart, then a frame without style or class', () => {
  const { document } = parseHTML(`<!doctype html><body>${wordPressEmbed(hostile)}</body>`)
  const quotation = document.querySelector('blockquote')
  const frame = document.querySelector('blockquote + iframe')
  expect(quotation?.querySelector('a')?.getAttribute('href')).toBe(offer.page)
  expect(quotation?.textContent).toBe(hostile.title)
  expect(frame?.getAttributeNames()).toEqual(['src', 'width', 'height', 'title', 'sandbox', 'security'])
  expect(frame?.getAttribute('height')).toBe(String(200 + 0.5 * 600))
})

it('frames the copy that never changes, where there is one', () => {
  expect(frozenIframe(offer)).toBeUndefined()
  expect(frozenIframe(frozen)).toContain('src="https://desk.example/frozen/tiny/growth/2026-11-26-0a1b/"')
})

it('leaves the address alone where no theme is asked for', () => {
  expect(embedAddress(offer)).toBe(offer.embed)
  expect(embedAddress(offer, 'light')).toBe(`${offer.embed}?theme=light`)
})
