/** How an address on the network answers. */
export interface LinkState {
  address: string
  /** `moved`: it answers elsewhere, for good. `refused`: it is there, and does not answer to a program. */
  state: 'alive' | 'moved' | 'refused' | 'dead'
  /** The status it answered with in the end, or why it did not. */
  status: number | string
  /** Where it leads, where that is another address. */
  to?: string
}

export interface AskOptions {
  /** Milliseconds until an address counts as silent. */
  timeout: number
  /** How many redirects are followed. */
  redirects?: number
}

const permanent = [301, 308]
const refusals = [401, 403, 405, 406, 429, 451, 503, 999]

/**
 * Asks addresses for how they are: several hosts at once, and of one host one after the other.
 *
 * @returns a state for each, in the order given
 */
export async function linkStates(addresses: readonly string[], options: AskOptions): Promise<LinkState[]> {
  const hosts = Map.groupBy(new Set(addresses), (address) => new URL(address).host)
  const lists = await Promise.all(
    [...hosts.values()].map(async (list) => {
      const states: LinkState[] = []
      for (const address of list) states.push(await linkState(address, options))
      return states
    }),
  )
  const known = new Map(lists.flat().map((state) => [state.address, state]))
  return addresses.flatMap((address) => known.get(address) ?? [])
}

async function linkState(address: string, { timeout, redirects = 5 }: AskOptions): Promise<LinkState> {
  let at = address
  let isMoved = false
  for (let steps = 0; steps <= redirects; steps += 1) {
    let answer
    try {
      answer = await ask(at, timeout)
    } catch (error) {
      return { address, state: 'dead', status: reasonOf(error), ...elsewhere(address, at) }
    }
    const { status, location } = answer
    if (status >= 300 && status < 400 && location !== null && URL.canParse(location, at)) {
      // A session, a language or a consent page is another address for now, not for good.
      isMoved ||= permanent.includes(status)
      at = new URL(location, at).href
      continue
    }
    const state = status < 400 ? (isMoved ? 'moved' : 'alive') : refusals.includes(status) ? 'refused' : 'dead'
    return { address, state, status, ...elsewhere(address, at) }
  }
  return { address, state: 'dead', status: `more than ${String(redirects)} redirects`, ...elsewhere(address, at) }
}

function elsewhere(address: string, at: string): { to?: string } {
  return at === address ? {} : { to: at }
}

/** Asks for the head alone; a server that knows no such question, or has no good answer to it, is asked for the page. */
async function ask(address: string, timeout: number): Promise<{ status: number; location: string | null }> {
  const request = async (method: string): Promise<{ status: number; location: string | null }> => {
    const response = await fetch(address, { method, redirect: 'manual', signal: AbortSignal.timeout(timeout) })
    await response.body?.cancel()
    return { status: response.status, location: response.headers.get('location') }
  }
  const answer = await request('HEAD')
  return answer.status < 400 ? answer : request('GET')
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'no answer in time'
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause ? String(cause.code) : cause.message
}
