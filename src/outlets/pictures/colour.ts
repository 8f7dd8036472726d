import { formatHex, interpolate, parse } from 'culori'
import type { Color } from 'culori'

export type Theme = 'light' | 'dark'

/**
 * A value of a stylesheet as a picture needs it, which no program but a browser would work out: `var()` filled in, one side of
 * `light-dark()` taken, `color-mix()` mixed.
 *
 * @param properties custom properties by name, their own values resolved
 * @throws RangeError a custom property that nobody set, or a mixture of something else
 */
export function resolveValue(value: string, properties: ReadonlyMap<string, string>, theme: Theme): string {
  let resolved = value
  // The innermost first, so that each finds its own arguments done.
  for (let match = innermost.exec(resolved); match; match = innermost.exec(resolved)) {
    const [whole, name = '', inside = ''] = match
    const [first = '', ...others] = inside.split(',').map((argument) => argument.trim())
    resolved = resolved.replace(whole, () => {
      if (name === 'var') return valueOf(first, others.join(', '), properties)
      if (name === 'light-dark') return theme === 'light' ? first : (others[0] ?? first)
      return mix(inside, first, others)
    })
  }
  return resolved
}

const innermost = /(var|light-dark|color-mix)\(([^()]*)\)/

function valueOf(name: string, otherwise: string, properties: ReadonlyMap<string, string>): string {
  const value = properties.get(name) ?? (otherwise === '' ? undefined : otherwise)
  if (value === undefined) throw new RangeError(`invalid value: var(${name}); expected a rule that sets ${name} where it is used`)
  return value
}

function mix(inside: string, space: string, parts: readonly string[]): string {
  const [one, other] = parts.map((part) => /^(\S+)(?:\s+([\d.]+)%)?$/.exec(part))
  const [from, to] = [parse(other?.[1] ?? ''), parse(one?.[1] ?? '')]
  if (space !== 'in oklab' || !from || !to || other?.[2] !== undefined)
    throw new RangeError(`invalid value: color-mix(${inside}); expected color-mix(in oklab, COLOUR n%, COLOUR)`)
  return formatHex(mixture(from, to, Number(one?.[2] ?? 50) / 100))
}

function mixture(from: Color, to: Color, share: number): Color {
  return interpolate([from, to], 'oklab')(share)
}
