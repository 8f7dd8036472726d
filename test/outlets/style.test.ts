import { describe, expect, it } from 'vitest'
import { pruneStyle } from '../../src/outlets/style.ts'

const prune = (css: string, html = '<p class="a" data-x="1">text</p>', script = ''): string =>
  pruneStyle(css, html, script).replaceAll(/\s+/g, '')

describe('a stylesheet for one page', () => {
  it('is empty where it was', () => {
    expect(prune('')).toBe('')
  })

  it.each([
    'p{top:0}',
    '.a{top:0}',
    '[data-x]{top:0}',
    '[data-x="2"]{top:0}',
    'p.a:hover{top:0}',
    'p::before{top:0}',
    '*{top:0}',
    'p:not(.b){top:0}',
  ])('keeps what is for something there: %s', (rule) => {
    expect(prune(rule)).toBe(rule)
  })

  it.each(['h1{top:0}', '.b{top:0}', '[data-y]{top:0}', 'p .b{top:0}', 'p:has(.b){top:0}', '.a.b:hover{top:0}'])(
    'loses what is for nothing there: %s',
    (rule) => {
      expect(prune(rule)).toBe('')
    },
  )

  it('keeps of several selectors those that are for something', () => {
    expect(prune('.a,.b{top:0}')).toBe('.a{top:0}')
  })

  it('takes alternatives one by one', () => {
    expect(prune(':is(.b,.a) {top:0}')).not.toBe('')
    expect(prune(':is(.b,.c) {top:0}')).toBe('')
  })

  it('keeps what a script names, as a class or as data', () => {
    expect(prune('.b{top:0}', '<p></p>', "node.className='b'")).toBe('.b{top:0}')
    expect(prune('[data-start-mark]{top:0}', '<p></p>', 'x.dataset.startMark')).toBe('[data-start-mark]{top:0}')
  })

  it('loses groups that nothing is left in', () => {
    expect(prune('@media print{.b{top:0}}')).toBe('')
    expect(prune('@media print{.a{top:0}.b{top:0}}')).toBe('@mediaprint{.a{top:0}}')
  })

  it('has no layers, whose order is that in which it is written', () => {
    expect(prune('@layer x, y;@layer x{.a{top:0}}@layer y{@media print{.a{top:1px}}}')).toBe('.a{top:0}@mediaprint{.a{top:1px}}')
  })

  it('loses properties of its own that nothing reads, and those that only such properties read', () => {
    expect(prune(':root{--a:1px;--b:var(--a);--c:2px}.a{top:var(--c)}')).toBe(':root{--c:2px}.a{top:var(--c)}')
  })

  it('keeps an animation whole', () => {
    expect(prune('@keyframes k{from{top:0}to{top:1px}}')).toBe('@keyframesk{from{top:0}to{top:1px}}')
  })
})
