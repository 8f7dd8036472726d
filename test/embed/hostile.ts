/** Makes what somebody might throw at a page: the same for the same seed. */
export interface Hostile {
  /** Any value that can be posted to a window, near to a real message or far from it, but never one. */
  message: () => unknown
  /** A query, a fragment or any other text. */
  text: () => string
}

const bits = [
  '[iFrameSizer]',
  'xPYMx',
  'pym',
  'height',
  ':true',
  ':false:',
  '"',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '</script><script>alert(1)</script>',
  '__proto__',
  'constructor',
  '{"height":',
  '?childId=',
  '#?secret=',
  '&theme=dark',
  '%00',
  '%E0%A4',
  '\u0000',
  '\u202e',
  '😀',
  '\ud800',
  'NaN',
  '1e999',
  '-1',
  '..',
  ' ',
  '\n',
]
const keys = [
  'height',
  'type',
  'sentinel',
  'message',
  'secret',
  'value',
  'pasar',
  'theme',
  '__proto__',
  'constructor',
  'toString',
  'then',
  '0',
]
const words = ['amp', 'embed-size', 'frames-init', 'iframe-child', 'ready', 'theme', 'dark', 'light', 'lti.frameResize', '']

/**
 * @param seed any whole number
 */
export function createHostile(seed: number): Hostile {
  let state = seed
  // A linear congruence is random enough to stumble with, and the same everywhere.
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const text = (): string => {
    const made = Array.from({ length: below(7) }, () => one(bits)).join('')
    return below(50) === 0 ? made.padEnd(100_000, 'x') : made
  }
  const number = (): number => one([Number.NaN, Infinity, -Infinity, -0, 1e308, 2 ** 53, -1, below(5000), below(5000) / 7])
  const value = (depth: number): unknown => {
    const makers: (() => unknown)[] = [
      text,
      number,
      () => one(words),
      () => one([null, undefined, true, false]),
      () => BigInt(below(1000)),
      () => new Date(number()),
      () => new Map([[value(0), value(0)]]),
      () => new Set([text()]),
      () => new Uint8Array(below(50)),
      () => new Error(text()),
      () => /(a+)+$/,
      () => Array.from({ length: below(5) }, () => (depth > 0 ? value(depth - 1) : text())),
      () => {
        const made: Record<string, unknown> = {}
        for (let turn = below(6); turn > 0; turn -= 1)
          Object.defineProperty(made, one(keys), {
            value: depth > 0 ? value(depth - 1) : text(),
            enumerable: true,
            configurable: true,
            writable: true,
          })
        if (below(10) === 0) made.self = made
        return made
      },
    ]
    return one(makers)()
  }
  return { text, message: () => disarm(value(3)) }
}

/** Takes from a message what would make it one that a host of good will could have sent. */
function disarm(message: unknown): unknown {
  if (typeof message === 'string') return message.replace(/^\[iFrameSizer\](?=[\w.-]+:[^:]*:(true|false)(:|$))/, '[iFrameSizer]<')
  if (typeof message !== 'object' || message === null) return message
  const { sentinel, message: kind, theme, height } = message as Record<string, unknown>
  if (sentinel === 'amp') Object.assign(message, { type: 'embed' })
  if (kind === 'ready') Object.assign(message, { secret: '<' })
  if (theme === 'light' || theme === 'dark') Object.assign(message, { pasar: 'other' })
  if (Number.isFinite(height)) Object.assign(message, { height: String(height) })
  return message
}
