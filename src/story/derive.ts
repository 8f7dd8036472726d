import { daysOf } from '#language'
import type { Unit } from '#language'
import type { Derivation } from './schema.ts'

/** What a derivation needs to know of its inputs. */
export interface Input {
  id: string
  value: number
  unit: Unit
  /** The series it is a point of, if it is one. */
  series?: string
  edition?: string
  /** What the value is counted over: needed by {@link perDay} and {@link compoundGrowth}. */
  period: string
}

export interface Derived {
  value: number
  unit: Unit
}

/** Two figures cannot be set against each other; the message names them. */
export class DerivationError extends Error {
  override name = 'DerivationError'
}

const quote = (input: Input): string => `"${input.id}"`

function sameUnit(...inputs: [Input, ...Input[]]): Unit {
  const [first] = inputs
  for (const other of inputs) {
    if (other.unit !== first.unit)
      throw new DerivationError(`mixes units: ${quote(first)} is in ${first.unit}, ${quote(other)} in ${other.unit}`)
  }
  return first.unit
}

function sameEdition(a: Input, b: Input): void {
  if (a.edition !== b.edition)
    throw new DerivationError(
      `mixes editions: ${quote(a)} is of ${editionOf(a)}, ${quote(b)} of ${editionOf(b)}; an edition is compared with itself, or with "revision"`,
    )
}

function editionOf({ edition }: Input): string {
  return edition === undefined ? 'no edition' : `edition ${edition}`
}

function notZero(input: Input): void {
  if (input.value === 0) throw new DerivationError(`divides by zero: ${quote(input)} is 0`)
}

/** How many times `from` goes into `to`. Same unit, same edition. */
export function ratio(from: Input, to: Input): Derived {
  sameUnit(from, to)
  sameEdition(from, to)
  notZero(from)
  return { value: to.value / from.value, unit: 'ratio' }
}

/**
 * Compound annual growth rate in per cent a year between two figures of one edition, for two years or for the same part of two years:
 * `(to / from) ^ (1 / years) - 1`.
 */
export function compoundGrowth(from: Input, to: Input): Derived {
  sameUnit(from, to)
  sameEdition(from, to)
  notZero(from)
  if (from.period.slice(4) !== to.period.slice(4))
    throw new DerivationError(
      `needs two years, or the same part of two years: ${quote(from)} is of ${from.period}, ${quote(to)} of ${to.period}`,
    )
  const years = yearOf(to) - yearOf(from)
  if (years <= 0)
    throw new DerivationError(`needs a later year to grow to: ${quote(from)} is of ${from.period}, ${quote(to)} of ${to.period}`)
  if (to.value / from.value < 0)
    throw new DerivationError(`cannot grow across zero: ${quote(from)} is ${String(from.value)}, ${quote(to)} is ${String(to.value)}`)
  return { value: ((to.value / from.value) ** (1 / years) - 1) * 100, unit: 'percent' }
}

/** `to` less `from`; percentages give percentage points. Same unit, same edition. */
export function difference(from: Input, to: Input): Derived {
  sameEdition(from, to)
  return minus(from, to)
}

/** What a later edition made of the same period: `to` less `from`. Same unit, series and period; the earlier edition first. */
export function revision(from: Input, to: Input): Derived {
  const place = (input: Input): string =>
    `${quote(input)} is ${input.period} in ${editionOf(input)} of ${input.series === undefined ? 'no series' : `"${input.series}"`}`
  if (from.series !== to.series || from.period !== to.period || from.edition === undefined || from.edition === to.edition)
    throw new DerivationError(`needs what two editions say of one period of one series: ${place(from)}, ${place(to)}`)
  if (from.edition.localeCompare(to.edition ?? '', 'en', { numeric: true }) > 0)
    throw new DerivationError(`goes from the earlier edition to the later: ${place(from)}, ${place(to)}`)
  return minus(from, to)
}

function minus(from: Input, to: Input): Derived {
  const unit = sameUnit(from, to)
  return { value: to.value - from.value, unit: unit === 'percent' ? 'percentage points' : unit }
}

/**
 * A part of a whole in per cent. Accounts are set against people only where the story says so with
 * `assume: 'one account is one person'`.
 */
export function share(part: Input, whole: Input, assume?: 'one account is one person'): Derived {
  const assumed = assume !== undefined && part.unit === 'accounts' && whole.unit === 'people'
  if (!assumed) sameUnit(part, whole)
  if (part.edition !== undefined && whole.edition !== undefined) sameEdition(part, whole)
  notZero(whole)
  return { value: (part.value / whole.value) * 100, unit: 'percent' }
}

/** All of them together. Same unit, same edition, same period or the two halves of one year. */
export function sum(inputs: [Input, ...Input[]]): Derived {
  const unit = sameUnit(...inputs)
  const [first] = inputs
  for (const input of inputs) {
    sameEdition(first, input)
    if (input.period !== first.period && !isOtherHalf(first.period, input.period))
      throw new DerivationError(`mixes periods: ${quote(first)} is of ${first.period}, ${quote(input)} of ${input.period}`)
  }
  return { value: inputs.reduce((total, input) => total + input.value, 0), unit }
}

function isOtherHalf(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) && [a.slice(4), b.slice(4)].sort().join() === '-H1,-H2'
}

/** A daily amount in a second: 86,400 to a day. */
export function perSecond(daily: Input): Derived {
  wants(daily, 'parcels/day')
  return { value: daily.value / 86_400, unit: 'parcels/second' }
}

/** An amount over a period as an average day of that period (leap years counted). */
export function perDay(amount: Input): Derived {
  wants(amount, 'parcels')
  return { value: amount.value / daysOf(amount.period).count, unit: 'parcels/day' }
}

/** A daily amount kept up for 365 days. */
export function perYear(daily: Input): Derived {
  wants(daily, 'parcels/day')
  return { value: daily.value * 365, unit: 'parcels/year' }
}

function wants(input: Input, unit: Unit): void {
  if (input.unit !== unit) throw new DerivationError(`needs ${unit}: ${quote(input)} is in ${input.unit}`)
}

function yearOf(input: Input): number {
  return Number(input.period.slice(0, 4))
}

/** Ids of what a derivation is computed from, in the order its formula names them. */
export function inputsOf(derivation: Derivation): string[] {
  switch (derivation.method) {
    case 'share':
      return [derivation.part, derivation.whole]
    case 'sum':
      return derivation.of
    case 'perSecond':
    case 'perDay':
    case 'perYear':
      return [derivation.of]
    default:
      return [derivation.from, derivation.to]
  }
}

const pairs = { ratio, compoundGrowth, difference, revision }
const singles = { perSecond, perDay, perYear }

/**
 * Computes a declared derivation.
 *
 * @throws DerivationError dividing by zero, or units, editions or periods that do not go together
 */
export function derive(derivation: Derivation, input: (id: string) => Input): Derived {
  switch (derivation.method) {
    case 'share':
      return share(input(derivation.part), input(derivation.whole), derivation.assume)
    case 'sum': {
      const [first, ...rest] = derivation.of.map(input)
      if (!first) throw new DerivationError('adds up nothing')
      return sum([first, ...rest])
    }
    case 'perSecond':
    case 'perDay':
    case 'perYear':
      return singles[derivation.method](input(derivation.of))
    default:
      return pairs[derivation.method](input(derivation.from), input(derivation.to))
  }
}
