/** A family of hosts, as it asks a frame for its height and as it reads the answer. */
export interface Family {
  name: string
  /** What it posts to the frame; nothing where it waits to be told. */
  question?: string | object
  /** The height in a message that is meant for it. */
  read: (data: unknown) => number | undefined
}

/** What a host gives its frame in the address, to know it by. */
const name = 'health'

/** What the address of a frame ends in so that the hosts that name their frames are answered. */
export const addressEnd = `?childId=${name}#?secret=${name}`

/** Every family that embeds understand, in the order in which they are shown. */
export const families: readonly Family[] = [
  { name: 'AMP', read: readAmp },
  { name: 'Pym.js', read: (data) => after(data, ['pym', name, 'height', ''].join('xPYMx')) },
  { name: 'Newswire Frames', question: { sentinel: 'amp', type: 'frames-init' }, read: readAmp },
  { name: 'Datawrapper', read: (data) => number(Object.values(object(object(data)['datawrapper-height']))[0]) },
  { name: 'Embedly, Medium', read: (data) => number(where(json(data), { context: 'iframe.resize' }).height) },
  { name: 'Guardian', read: (data) => number(where(json(data), { type: 'set-height' }).value) },
  {
    name: 'iframe-resizer',
    question: `[iFrameSizer]${name}:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true`,
    read: (data) => after(data, `[iFrameSizer]${name}:`),
  },
  {
    name: 'Open iframe-resizer',
    question: { type: 'iframe-child-init' },
    read: (data) => number(where(object(data), { type: 'iframe-resized' }).height),
  },
  {
    name: 'WordPress',
    question: { message: 'ready', secret: name },
    read: (data) => number(where(object(data), { message: 'height', secret: name }).value),
  },
  { name: 'LTI', read: (data) => number(where(object(data), { subject: 'lti.frameResize' }).height) },
  { name: 'any height', read: (data) => number(object(data).height) },
]

function readAmp(data: unknown): number | undefined {
  return number(where(object(data), { sentinel: 'amp', type: 'embed-size' }).height)
}

function object(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
}

/** What a text says if it is JSON. */
function json(data: unknown): Record<string, unknown> {
  try {
    return typeof data === 'string' ? object(JSON.parse(data)) : {}
  } catch {
    return {}
  }
}

/** A message, if it says what it must. */
function where(message: Record<string, unknown>, wanted: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.entries(wanted).every(([key, value]) => message[key] === value) ? message : {}
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The number that follows the beginning of a text. */
function after(data: unknown, start: string): number | undefined {
  return typeof data === 'string' && data.startsWith(start) ? number(Number.parseFloat(data.slice(start.length))) : undefined
}
