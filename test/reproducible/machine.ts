/*
 * Loaded before a build, it makes of this machine another one: its clock runs more than a year ahead, and its disk lists folders the other
 * way round.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const ahead = 400 * 86_400_000 + 12_345_678
const Clock = Date

globalThis.Date = class extends Clock {
  constructor(...given: unknown[]) {
    // It takes a moment, a text, or a year with its parts, which the types tell apart and this does not.
    super(...((given.length === 0 ? [Clock.now() + ahead] : given) as [number]))
  }

  static override now(): number {
    return Clock.now() + ahead
  }
} as DateConstructor

type List = (...given: unknown[]) => unknown
const backwards = (list: unknown): unknown => (Array.isArray(list) ? list.reverse() : list)

const { readdirSync, promises } = fs
const listAtOnce = readdirSync as unknown as List
const listLater = promises.readdir as unknown as (...given: unknown[]) => Promise<unknown>
const listBack = fs.readdir as unknown as List
Object.assign(fs, {
  readdirSync: (...given: unknown[]) => backwards(listAtOnce(...given)),
  readdir: (...given: unknown[]) => {
    const tell = given.pop() as (error: unknown, list: unknown) => void
    return listBack(...given, (error: unknown, list: unknown) => {
      tell(error, backwards(list))
    })
  },
})
Object.assign(promises, { readdir: async (...given: unknown[]) => backwards(await listLater(...given)) })
syncBuiltinESMExports()
