/*
 * What each family of hosts asks of a framed chart, and what it listens to. Everything that comes in is somebody else's: a shape is checked
 * to the last field, and of what was said only short plain names are kept, to be said back to the host that gave them.
 */

/** What the host of this frame has asked to be told, beside what every host is told. */
export interface Asked {
  /** pym.js gives the frame a name in its address. */
  child?: string | undefined
  /** WordPress gives it a secret, after the address or in a message. */
  secret?: string | undefined
  /** iframe-resizer 4 and 5 name it in their first message. */
  readonly resizers: Set<string>
  /** The one among them that was not answered yet. */
  fresh?: string | undefined
  /** open-iframe-resizer. */
  open: boolean
}

/** The frame as it stands, in CSS pixels. */
export interface Size {
  width: number
  height: number
}

const most = 4
const resizer = '[iFrameSizer]'
/** The third field of a first message is yes or no; no other message is like that. */
const firstMessage = /^\[iFrameSizer\]([\w.-]{1,64}):[^:]*:(?:true|false)(?::|$)/
const nameOf = (value: unknown): string | undefined => (typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? value : undefined)

/** What the address asks: `?childId=` of pym.js and `#?secret=` of WordPress. */
export function readAddress(search: string, hash: string): Asked {
  const named = (query: string, key: string): string | undefined => nameOf(new URLSearchParams(query).get(key))
  return { child: named(search, 'childId'), secret: named(hash.slice(1), 'secret'), resizers: new Set(), open: false }
}

/** Takes a message for a question about the height, and keeps how the host wants to be answered; false if it does not ask. */
export function readQuestion(data: unknown, asked: Asked): boolean {
  if (typeof data === 'string') return readString(data, asked)
  const { sentinel, type, message, secret } = Object(data) as Record<string, unknown>
  if (sentinel === 'amp' && type === 'frames-init') return true
  if (type === 'iframe-child-init' || type === 'iframe-get-child-dimensions') return (asked.open = true)
  if (message !== 'ready') return false
  // A host has one secret for a frame, so that a second one is not its own.
  asked.secret ??= nameOf(secret)
  return secret !== undefined && secret === asked.secret
}

function readString(data: string, asked: Asked): boolean {
  const { resizers } = asked
  const name = firstMessage.exec(data)?.[1]
  if (name === undefined) return data === `${resizer}resize` && resizers.size > 0
  if (resizers.has(name)) return true
  if (resizers.size === most) return false
  resizers.add(name)
  asked.fresh = name
  return true
}

/**
 * What tells the height to hosts of every family, in the order to send it. Strings that are not JSON go only to a host that asked for them,
 * because others parse every string; the last is an object with a plain `height`, because some read that of whatever comes.
 *
 * @param chart the chart's id
 * @param address of the frame
 */
export function answers({ width, height }: Size, asked: Asked, chart: string, address: string): (string | object)[] {
  const { child, secret, open, fresh, resizers } = asked
  const resized = (name: string, kind: string): string => [resizer + name, height, width, kind].join(':')
  return [
    ...(child ? [['pym', child, 'height', height].join('xPYMx')] : []),
    ...(fresh ? [resized(fresh, 'init')] : []),
    // Also at first, because open-iframe-resizer in its legacy mode asks the same and hears this one only.
    ...[...resizers].map((name) => resized(name, 'mutationObserver')),
    JSON.stringify({ src: address, context: 'iframe.resize', height }),
    JSON.stringify({ id: `iframeMessenger:${chart}`, type: 'set-height', value: height }),
    { 'datawrapper-height': { [chart]: height } },
    ...(secret ? [{ message: 'height', value: height, secret }] : []),
    ...(open ? [{ type: 'iframe-resized', width, height }] : []),
    { sentinel: 'amp', type: 'embed-size', height },
    { subject: 'lti.frameResize', height },
    { height },
  ]
}
