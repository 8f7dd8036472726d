import { expect, test } from 'vitest'
import { readRules, rulesOf } from '../../../src/outlets/pictures/rules.ts'

const selectors = (css: string): string[] => rulesOf(css).map(({ selector }) => selector)

test('an empty stylesheet has no rules', () => {
  expect(rulesOf('')).toEqual([])
})

test('what no SVG attribute can say is left to the page', () => {
  expect(rulesOf('.dot { fill: red; display: none; --mark: blue } .tip { position: absolute }')).toEqual([
    {
      selector: '.dot',
      declarations: [
        ['fill', 'red'],
        ['--mark', 'blue'],
      ],
    },
  ])
})

test('what holds for a medium, a width or a state only is left out', () => {
  expect(
    selectors(`
      @media print { .a { fill: red } }
      @container figure (inline-size < 280px) { .b { fill: red } }
      .c:hover, .d { fill: red }
      .e::before, .f:has(:focus-visible), tr:target { fill: red }
    `),
  ).toEqual(['.d'])
})

test('the weakest rule stands first, and of two alike the earlier', () => {
  expect(selectors('#a { fill: red } .b.c { fill: red } .d { fill: red } e { fill: red } .f { fill: red }')).toEqual([
    'e',
    '.d',
    '.f',
    '.b.c',
    '#a',
  ])
})

test('a rule in a layer is weaker than any outside', () => {
  expect(selectors('.a { fill: red } @layer parts { #b { fill: red } }')).toEqual(['#b', '.a'])
})

test('a rule in a rule is about what that one is about', () => {
  expect(selectors('.a { &.b { fill: red } > .c { fill: red } .d & { fill: red } }')).toEqual([':is(.a).b', ':is(.a) > .c', '.d :is(.a)'])
})

test('the stylesheets of the page say what a dot is and what its colours are', () => {
  const rules = readRules(process.cwd())
  const named = (selector: string): readonly (readonly string[])[] =>
    rules.filter((rule) => rule.selector === selector).flatMap((rule) => rule.declarations)
  expect(named('.dot').map(([property]) => property)).toContain('fill')
  expect(named(':root').map(([property]) => property)).toContain('--color-paper')
  expect(readRules(process.cwd())).toBe(rules)
})
