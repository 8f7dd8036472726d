import type { Unit } from '#language'
import type { Fact } from '#story'
import type { Column } from './sheet.ts'

/** What a fact says in figures. A pair is a range, low end first. */
export interface Amount {
  value: number | readonly [number, number]
  unit: Unit
}

/** @throws RangeError the fact is unknown or a statement */
export function amountOf(facts: ReadonlyMap<string, Fact>, id: string): Amount {
  const { value, unit } = facts.get(id) ?? {}
  if (value === undefined || unit === undefined) throw new RangeError(`invalid fact for a sheet: ${id}; expected one with a figure`)
  return { value, unit }
}

/**
 * Columns for amounts, one a unit, so that nobody adds up people and per cent: `value (people)`, `value (percent)`. Where a unit has ranges,
 * two more for their ends: `value low (percent)`, `value high (percent)`.
 */
export function amountColumns<Row>(name: string, records: readonly Row[], amount: (row: Row) => Amount | undefined): Column<Row>[] {
  const amounts = records.flatMap((row) => amount(row) ?? [])
  return [...Map.groupBy(amounts, ({ unit }) => unit)].flatMap(([unit, alike]) => {
    const column = (head: string, part: (value: Amount['value']) => number | undefined): Column<Row> => ({
      name: `${head} (${unit})`,
      type: 'number',
      cell: (row) => {
        const own = amount(row)
        return own?.unit === unit ? part(own.value) : undefined
      },
    })
    const isSingle = (value: Amount['value']): value is number => typeof value === 'number'
    return [
      ...(alike.some(({ value }) => isSingle(value)) ? [column(name, (value) => (isSingle(value) ? value : undefined))] : []),
      ...(alike.some(({ value }) => !isSingle(value))
        ? [
            column(`${name} low`, (value) => (isSingle(value) ? undefined : value[0])),
            column(`${name} high`, (value) => (isSingle(value) ? undefined : value[1])),
          ]
        : []),
    ]
  })
}
