import { readdirSync, readFileSync } from 'node:fs'
import postcss from 'postcss'
import { describe, expect, it } from 'vitest'

const sheets = readdirSync('src/styles').filter((file) => file.endsWith('.css'))

/** What may say left all the same, by sheet and selector: a script moves it by pixels counted from that edge of a drawing. */
const counted: readonly string[] = ['answers.css .tip', 'growth.css .grip', 'players.css .kinds button']

const side = '(?:left|right|top|bottom)'
const physical = new RegExp(
  `^(?:${side}|(?:min-|max-)?(?:width|height)|(?:scroll-)?(?:margin|padding)-${side}|border-${side}.*|border-(?:top|bottom)-(?:left|right)-radius)$`,
)

/** The declarations of a style sheet that say a side of the screen where they could say one of the text. */
function physicalIn(css: string): string[] {
  const found: string[] = []
  postcss.parse(css).walkDecls(({ prop, value, parent }) => {
    const sided = /^(?:text-align|float|clear)$/.test(prop) && /^(?:left|right)$/.test(value)
    // Four values go round the box; where those of its two sides differ, one of them is left.
    const values = postcss.list.space(value)
    const round = /^(?:(?:scroll-)?(?:margin|padding)|inset|border-(?:width|style|color|radius))$/.test(prop) && values.length === 4
    if (physical.test(prop) || sided || (round && values[1] !== values[3]))
      found.push(`${parent && 'selector' in parent ? parent.selector : ''} { ${prop}: ${value} }`)
  })
  return found
}

describe('styles follow the direction of the text', () => {
  it.each(sheets)('in %s', (file) => {
    const found = physicalIn(readFileSync(`src/styles/${file}`, 'utf8'))
    expect(found.filter((declaration) => !counted.some((exempt) => `${file} ${declaration}` === `${exempt} { left: 0 }`))).toEqual([])
  })

  it('but for what a script counts in pixels, each of which is there', () => {
    const all = sheets.flatMap((file) =>
      physicalIn(readFileSync(`src/styles/${file}`, 'utf8')).map((declaration) => `${file} ${declaration}`),
    )
    expect(all).toEqual(counted.map((exempt) => `${exempt} { left: 0 }`))
  })
})

it.each([
  ['margin-left: 1rem', 1],
  ['margin-inline-start: 1rem', 0],
  ['padding: 0 1rem 0 0', 1],
  ['padding: 0 1rem', 0],
  ['padding: 1px 2px 3px 2px', 0],
  ['text-align: right', 1],
  ['text-align: end', 0],
  ['inset: auto 0 0', 0],
  ['inset: 0 auto 0 0', 1],
  ['float: left', 1],
  ['border-left: 1px solid', 1],
  ['border-top-left-radius: 2px', 1],
  ['width: 3rem', 1],
  ['max-inline-size: 3rem', 0],
])('knows a side of the screen when it sees one: %s', (declaration, count) => {
  expect(physicalIn(`a { ${declaration} }`)).toHaveLength(count)
})
