/*
 * Loaded before a build, it makes of this machine another one: its clock runs more than a year ahead, and its disk lists folders the other
 * way round.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const ahead = 400 * 86_400_000 + 12_345_678
const Clock = Date

globalThis.Date = class extends Clock {
  constructor(...given: [] | [number | string | Date]) {
    super(given[0] ?? Clock.now() + ahead)
    // A month and a day, which Date takes too, are of no clock.
    if (given.length > 1) this.setTime(Reflect.construct(Clock, given).getTime())
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
