import { readFileSync } from 'node:fs'
import { differenceCiede2000, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit, parse, wcagContrast } from 'culori'
import type { Color } from 'culori'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/styles/tokens.css', 'utf8')

/** The colours of one theme by role. */
function themeOf(column: 1 | 2): Map<string, Color> {
  const pairs = css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)
  return new Map([...pairs].map((pair) => [pair[1] ?? '', colour(pair[column + 1] ?? '')]))
}

function colour(text: string): Color {
  const parsed = parse(text)
  if (!parsed) throw new TypeError(`invalid colour: ${text}`)
  return parsed
}

const distance = differenceCiede2000()
const eyes: Record<string, (seen: Color) => Color> = {
  'any eye': (seen) => seen,
  'protan eyes': filterDeficiencyProt(1),
  'deutan eyes': filterDeficiencyDeuter(1),
  'tritan eyes': filterDeficiencyTrit(1),
}

describe.each([
  ['light', 1],
  ['dark', 2],
] as const)('the %s theme', (_, column) => {
  const theme = themeOf(column)
  const role = (name: string): Color => theme.get(name) ?? colour(`no ${name}`)
  const series = [1, 2, 3, 4, 5, 6].map((number) => role(`series-${String(number)}`))

  test.each(['ink', 'muted', 'link', 'accent'])('sets %s text at 4.5:1 or more on paper and on surfaces', (name) => {
    expect(wcagContrast(role(name), role('paper'))).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(role(name), role('surface'))).toBeGreaterThanOrEqual(4.5)
  })

  test('draws every mark at 3:1 or more on paper', () => {
    for (const mark of [...series, role('context'), role('accent')]) expect(wcagContrast(mark, role('paper'))).toBeGreaterThanOrEqual(3)
  })

  test.each(Object.keys(eyes))('tells any two series apart, to %s', (eye) => {
    const seen = series.map((one) => eyes[eye]?.(one) ?? one)
    const distances = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => distance(one, other)))
    expect(distances).toHaveLength(15)
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(10)
  })
})
