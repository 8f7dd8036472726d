/** One reader's browser with one page, driven as its engine lets itself be driven. */
export interface Driver {
  /** Goes to an address and waits until it has loaded. */
  open: (address: string) => Promise<void>
  /** Evaluates an expression in the page; a promise is waited for. */
  read: <T>(expression: string) => Promise<T>
  /** Presses a key by its name in the standard: `ArrowRight`. */
  press: (key: string) => Promise<void>
  /** Clicks the middle of the first element that a selector finds, once it is on the screen. */
  click: (selector: string) => Promise<void>
  screenshot: () => Promise<Buffer>
  /** The page as a PDF; nothing where the engine cannot be made to print. */
  print: () => Promise<Buffer | undefined>
  close: () => Promise<void>
}

export const engines = ['chromium', 'firefox', 'webkit'] as const
export type Engine = (typeof engines)[number]

/** The window of every reader, in pixels. */
export const screen = { width: 1280, height: 900 }
