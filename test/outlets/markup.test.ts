import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { element, escapeText, styleString } from '../../src/outlets/markup.ts'

it('writes an element with its attributes in the order given, and leaves out what is undefined', () => {
  expect(element('a', { href: '/x', title: undefined }, 'b')).toBe('<a href="/x">b</a>')
  expect(element('img', { alt: '', width: 12 })).toBe('<img alt="" width="12">')
  expect(element('script', { async: true, src: '/e.js' }, '')).toBe('<script async src="/e.js"></script>')
})

it('lets nothing in a value end it, and gives a parser back what was put in', () => {
  const hostile = '"><script>alert(1)</script>& \'&quot;'
  const written = element('img', { alt: hostile })
  expect(written).toBe('<img alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp; \'&amp;quot;">')
  const { document } = parseHTML(`<!doctype html><body>${written}</body>`)
  expect(document.querySelector('img')?.getAttribute('alt')).toBe(hostile)
  expect(document.querySelector('script')).toBeNull()
})

it('lets no text be taken for an element', () => {
  expect(escapeText('J&T <b>')).toBe('J&amp;T &lt;b&gt;')
})

it('lets nothing in a string of a stylesheet end the string or the element', () => {
  expect(styleString('https://a.example/b/')).toBe('"https://a.example/b/"')
  expect(styleString('a"b\\c</style>\n')).toBe('"a\\22 b\\5c c\\3c /style>\\a "')
})
