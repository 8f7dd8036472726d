import { readFileSync } from 'node:fs'
import { wcagContrast } from 'culori'
import { describe, expect, test } from 'vitest'
import { createDocument } from '#charts'
import { resolveValue } from '../../../src/outlets/pictures/colour.ts'
import { paint, palette } from '../../../src/outlets/pictures/paint.ts'
import { readRules, rulesOf } from '../../../src/outlets/pictures/rules.ts'

const tokens = readFileSync('src/styles/tokens.css', 'utf8')
const rules = readRules(process.cwd())

/** The looks of one element of an SVG, by its class. */
function lookOf(html: string, selector: string, theme: 'light' | 'dark', used = rules): ReadonlyMap<string, string> {
  const document = createDocument()
  document.body.innerHTML = `<svg class="wide" font-size="14">${html}</svg>`
  const element = document.querySelector(selector)
  if (!element) throw new TypeError(`no ${selector}`)
  return paint(document, used, theme)(element).whole
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  /** A token as the stylesheet writes it. */
  const token = (role: string): string => {
    const [, light = '', dark = ''] = new RegExp(`--color-${role}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? []
    return theme === 'light' ? light : dark
  }
  const pale = (role: string, share: number): string =>
    resolveValue(`color-mix(in oklab, ${token(role)} ${String(share)}%, ${token('paper')})`, new Map(), theme)

  test.each([
    ['c1 dot', token('series-1'), token('series-1')],
    ['accent dot', token('accent'), token('accent')],
    ['context dot', token('context'), token('context')],
    ['accent estimated dot', pale('accent', 62), token('accent')],
    ['accent forecast dot', token('paper'), token('accent')],
    ['context hollow dot', token('paper'), token('context')],
    ['ink derived dot', pale('ink', 25), token('ink')],
    ['c1 claimed bar', pale('series-1', 12), token('series-1')],
    ['c6 bar', token('series-6'), token('series-6')],
    ['context line', 'none', token('context')],
    ['c5 dots', 'none', token('series-5')],
    ['dots hole', 'none', token('paper')],
    ['hatch c1', 'none', token('series-1')],
    ['rule', 'none', token('rule')],
    ['baseline', 'none', token('baseline')],
    ['leader', 'none', token('muted')],
    ['land', token('land'), 'none'],
  ])('the mark "%s" is filled with %s and drawn with %s', (name, fill, stroke) => {
    const look = lookOf(`<path class="${name}"/>`, 'path', theme)
    expect(fill).toMatch(/^#|none/)
    expect(look.get('fill')).toBe(fill)
    expect(look.get('stroke')).toBe(stroke)
  })

  test.each([
    ['', 'ink'],
    ['tick', 'muted'],
    ['note', 'muted'],
    ['accent', 'accent'],
    ['strong', 'ink'],
  ])('text of the class "%s" has the colour %s, at 4.5:1 or more on paper', (name, role) => {
    const fill = lookOf(`<text class="${name}">a</text>`, 'text', theme).get('fill') ?? ''
    expect(fill).toBe(token(role))
    expect(wcagContrast(fill, token('paper'))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'accent', 'context'])('a line of %s stands out from paper at 3:1 or more', (name) => {
    const stroke = lookOf(`<path class="${name} line"/>`, 'path', theme).get('stroke') ?? ''
    expect(wcagContrast(stroke, token('paper'))).toBeGreaterThanOrEqual(3)
  })

  test('colours go by their roles', () => {
    const colour = palette(createDocument(), rules, theme)
    expect(colour('paper')).toBe(token('paper'))
    expect(() => colour('papre')).toThrow('unknown colour "papre"')
  })
})

test('a forecast is dashed and a measurement is not', () => {
  expect(lookOf('<path class="accent forecast line"/>', 'path', 'light').get('stroke-dasharray')).toBe('4 4')
  expect(lookOf('<path class="accent line"/>', 'path', 'light').get('stroke-dasharray')).toBeUndefined()
})

test('what is bold is bold in what it holds too', () => {
  expect(lookOf('<text class="strong"><tspan>a</tspan></text>', 'tspan', 'light').get('font-weight')).toBe('600')
  expect(lookOf('<text><tspan>a</tspan></text>', 'tspan', 'light').get('font-size')).toBe('14')
})

test('an attribute gives way to any rule, and holds where there is none', () => {
  const css = rulesOf('.a { fill: #ff0000 }')
  const html = '<g fill="#00ff00"><path class="a" fill="#0000ff"/><circle/></g>'
  expect(lookOf(html, 'path', 'light', css).get('fill')).toBe('#ff0000')
  expect(lookOf(html, 'circle', 'light', css).get('fill')).toBe('#00ff00')
})

test('opacity is not handed down', () => {
  expect(lookOf('<g opacity="0.5"><path/></g>', 'path', 'light').get('opacity')).toBeUndefined()
})
