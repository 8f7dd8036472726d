import { kinds } from '#language'
import type { Cell } from '../csv.ts'

/** A column as Frictionless Table Schema describes it. */
export interface Field {
  /** Its head in the file, with the unit where it holds amounts of one: `value (USD)`. */
  name: string
  type: 'string' | 'number' | 'integer' | 'boolean'
  constraints?: {
    required?: true
    unique?: true
    enum?: readonly string[]
    pattern?: string
    minimum?: number
    maximum?: number
  }
}

/** A column and what it holds of a record. */
export type Column<Row> = Field & { cell: (row: Row) => Cell }

/** The numbers of a chart for machines: as records, and as a sheet with a row a record. */
export interface Sheet {
  /** The column that tells its rows apart. */
  key: string
  fields: readonly Field[]
  /** In the order of the fields. */
  cells: readonly (readonly Cell[])[]
  records: readonly object[]
}

export function sheetOf<Row extends object>(key: string, columns: readonly Column<Row>[], records: readonly Row[]): Sheet {
  return {
    key,
    fields: columns.map(({ name, type, constraints }) => ({ name, type, ...(constraints && { constraints }) })),
    cells: records.map((row) => columns.map(({ cell }) => cell(row))),
    records,
  }
}

const idPattern = '[a-z0-9]+(-[a-z0-9.]+)*'

/** A column of ids. */
export function idColumn<Row>(name: string, cell: (row: Row) => string | undefined, rule?: 'required' | 'unique'): Column<Row> {
  const constraints = {
    ...(rule !== undefined && { required: true as const }),
    ...(rule === 'unique' && { unique: true as const }),
    pattern: idPattern,
  }
  return { name, type: 'string', constraints, cell }
}

/** A column of ids apart by spaces. */
export function idsColumn<Row>(name: string, cell: (row: Row) => readonly string[]): Column<Row> {
  return { name, type: 'string', constraints: { pattern: `${idPattern}( ${idPattern})*` }, cell }
}

/** A column of words in the language of the file. */
export function wordsColumn<Row>(name: string, cell: (row: Row) => string | undefined): Column<Row> {
  return { name, type: 'string', cell }
}

/** A column of dates as exact as they are known: `2023`, `2023-H1`, `2023-06`, `2023-06-15` or `2023-10-04T17:00+07:00`. */
export function dateColumn<Row>(name: string, cell: (row: Row) => string | undefined, rule?: 'required'): Column<Row> {
  const pattern = String.raw`\d{4}(-H[12]|-\d{2}(-\d{2}(T\d{2}:\d{2}([+-]\d{2}:\d{2}|Z))?)?)?`
  return { name, type: 'string', constraints: { ...(rule && { required: true }), pattern }, cell }
}

/** The column that says how sure a record is. */
export function kindColumn<Row>(cell: (row: Row) => string | undefined): Column<Row> {
  return { name: 'kind', type: 'string', constraints: { enum: kinds }, cell }
}

/** A column of yes and no. */
export function flagColumn<Row>(name: string, cell: (row: Row) => boolean | undefined): Column<Row> {
  return { name, type: 'boolean', cell }
}
