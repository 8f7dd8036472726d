import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { screen } from './driver.ts'
import type { Driver } from './driver.ts'

/** The standard's name of an element in an answer. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** Keys as WebDriver sends them. */
const keys: Partial<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/**
 * Drives WebKitGTK's MiniBrowser over WebDriver, on a screen that exists in memory only.
 *
 * @param program path of the MiniBrowser
 */
export async function launch(program: string): Promise<Driver> {
  if (!existsSync(program)) throw new Error(`invalid path: ${program}; expected WebKitGTK’s MiniBrowser`)
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await firstLine(display.stdio[3] as Readable)
  const port = 20_000 + Number(number)
  const service = spawn('WebKitWebDriver', [`--port=${String(port)}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
  })
  const call = (method: string, path: string, body?: object): Promise<unknown> =>
    ask(`http://127.0.0.1:${String(port)}${path}`, method, body)
  const { sessionId } = (await patiently(() =>
    call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: program, args: ['--automation'] } } },
    }),
  )) as { sessionId: string }
  const session = (method: string, path: string, body?: object): Promise<unknown> => call(method, `/session/${sessionId}${path}`, body)
  await session('POST', '/window/rect', { ...screen, x: 0, y: 0 })

  return {
    open: async (address) => {
      await session('POST', '/url', { url: 'about:blank' })
      await session('POST', '/url', { url: address })
    },
    read: <T>(expression: string) =>
      session('POST', '/execute/async', {
        script: `const done = arguments[0]; Promise.resolve(${expression}).then(done, (error) => done('error: ' + error))`,
        args: [],
      }) as Promise<T>,
    press: async (key) => {
      const value = keys[key] ?? key
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }))
      await session('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
    },
    click: async (selector) => {
      // The driver does not wait for a page that scrolls smoothly.
      await session('POST', '/execute/sync', {
        script: `document.querySelector(arguments[0])?.scrollIntoView({ behavior: 'instant', block: 'center' })`,
        args: [selector],
      })
      const element = (await session('POST', '/element', { using: 'css selector', value: selector })) as Record<string, string>
      await session('POST', `/element/${element[elementKey] ?? ''}/click`, {})
    },
    screenshot: async () => Buffer.from((await session('GET', '/screenshot')) as string, 'base64'),
    print: () => Promise.resolve(undefined),
    close: async () => {
      await call('DELETE', `/session/${sessionId}`)
      await end(service)
      await end(display)
    },
  }
}

async function ask(address: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const { value } = (await response.json()) as { value: unknown }
  if (response.ok) return value
  const { error, message } = value as { error: string; message: string }
  throw new Error(`WebKit: ${error} ${message} (${method} ${address} ${JSON.stringify(body)})`)
}

/** The service answers a moment after it was started. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 50; ; left -= 1)
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || !(error instanceof TypeError)) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
}

async function firstLine(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) return line
  throw new Error('Xvfb ended before it said which display it is')
}

async function end(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit')
  process.kill()
  await ended
}
