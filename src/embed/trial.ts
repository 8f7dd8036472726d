import { addressEnd, families } from './families.ts'

/** What is expected of one chart. */
export interface Expected {
  /** Address of its embed. */
  address: string
  /** Width of the frame in which it is tried, and the height that is kept free for it there, in pixels. */
  width: number
  height: number
}

/** Whether what was tried is as it should be, and what was seen; undefined where this browser cannot tell. */
export type Result = { passes: boolean; seen: string } | undefined

/** How far, in pixels, a height may be from what was kept free. */
const tolerance = 2
/** How long, in milliseconds, a frame may take to come and to say what it says unasked; and every answer, once that time is over. */
const [patience, least] = [3000, 300]

/** Whether the browser fits a frame to its content by itself. */
const isNative = CSS.supports('frame-sizing', 'content-height')

/** Plays every family of hosts to one chart in a frame, one after the other; the last result is that of the browser's own way. */
export async function tryFamilies(place: HTMLElement, expected: Expected, sandbox: string | undefined): Promise<Result[]> {
  const trial = openFrame(place, expected, sandbox)
  try {
    await trial.loaded
    const results: Result[] = []
    for (const { question, read } of families) results.push(compare(await trial.ask(question, read), expected))
    return [...results, await nativeHeight(trial.frame, expected)]
  } finally {
    trial.end()
  }
}

/** Shows a chart in a frame that may run nothing: it must come and say nothing. How high it is, only its host decides. */
export async function tryWithoutScripts(place: HTMLElement, expected: Expected): Promise<Result[]> {
  const trial = openFrame(place, expected, '')
  try {
    const isThere = await trial.loaded
    await nextFrame()
    const said = trial.messages.length
    return [
      { passes: isThere, seen: 'no' },
      { passes: said === 0, seen: String(said) },
    ]
  } finally {
    trial.end()
  }
}

interface Trial {
  frame: HTMLIFrameElement
  /** Whether it came. */
  loaded: Promise<boolean>
  messages: unknown[]
  /** Puts a question and waits for the answer; without one, for what is told unasked. */
  ask: (question: string | object | undefined, read: (data: unknown) => number | undefined) => Promise<number | undefined>
  end: () => void
}

function openFrame(place: HTMLElement, { address, width }: Expected, sandbox: string | undefined): Trial {
  const frame = Object.assign(document.createElement('iframe'), { title: address })
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox)
  frame.style.inlineSize = `${String(width)}px`
  frame.style.setProperty('frame-sizing', 'content-height')
  const messages: unknown[] = []
  const ended = new AbortController()
  const heard = new EventTarget()
  let late = Infinity
  addEventListener(
    'message',
    ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.contentWindow) return
      messages.push(data)
      heard.dispatchEvent(new Event('message'))
    },
    { signal: ended.signal },
  )
  const loaded = Promise.race([
    new Promise<boolean>((resolve) => {
      frame.addEventListener('load', () => {
        late = performance.now() + patience
        resolve(true)
      })
    }),
    wait(patience).then(() => false),
  ])
  frame.src = address + addressEnd
  place.append(frame)
  return {
    frame,
    loaded,
    messages,
    async ask(question, read) {
      const first = question === undefined ? 0 : messages.length
      const answer = (): number | undefined =>
        messages
          .slice(first)
          .map(read)
          .findLast((height) => height !== undefined)
      if (question !== undefined) frame.contentWindow?.postMessage(question, '*')
      const end = Math.max(Math.min(late, performance.now() + patience), performance.now() + least)
      while (answer() === undefined && performance.now() < end)
        await Promise.race([
          new Promise((resolve) => {
            heard.addEventListener('message', resolve, { once: true })
          }),
          wait(end - performance.now()),
        ])
      return answer()
    },
    end() {
      ended.abort()
      frame.remove()
    },
  }
}

function compare(height: number | undefined, expected: Expected): Result {
  if (height === undefined) return { passes: false, seen: '–' }
  return { passes: Math.abs(height - expected.height) <= tolerance, seen: String(height) }
}

/** The height that the browser gives the frame, once it stays. */
async function nativeHeight(frame: HTMLIFrameElement, expected: Expected): Promise<Result> {
  if (!isNative) return undefined
  let result: Result
  for (const late = performance.now() + patience; !result?.passes && performance.now() < late; await nextFrame())
    result = compare(frame.clientHeight, expected)
  return result
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}

function wait(milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
