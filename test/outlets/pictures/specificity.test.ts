import { expect, test } from 'vitest'
import { specificity } from '../../../src/outlets/pictures/specificity.ts'

test.each([
  ['*', 0],
  ['text', 1],
  ['figure > svg text', 3],
  ['.dot', 100],
  [':root', 100],
  ['[data-mark]', 100],
  ['[data-mark="a.b #c"]', 100],
  ['text.note', 101],
  ['.estimated.dot', 200],
  ['#map .dot', 10_100],
  ['p::before', 2],
  ['.stage-2', 100],
])('%s weighs %i', (selector, weight) => {
  expect(specificity(selector)).toBe(weight)
})

test.each([
  [':is(.line, text) > .dot', 200],
  [':is(text, tspan)', 1],
  [':where(.line, #map) .dot', 100],
  ['.a:not(.meant, #map)', 10_100],
  ['.meant:is(.line, :has(> .line))', 200],
  [':is(:not(.a .b), c)', 200],
  ['tr:nth-child(2n + 1)', 101],
])('%s weighs %i, by the heaviest that stands in its brackets', (selector, weight) => {
  expect(specificity(selector)).toBe(weight)
})
