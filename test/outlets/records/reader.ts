/*
 * How somebody else reads our data: a CSV reader and the rules of Frictionless Table Schema, which know nothing of the code that writes.
 */

/** The rows of a CSV file by RFC 4180, strictly: CRLF ends each, and a quotation mark stands in a quoted cell only, doubled. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new SyntaxError(`invalid CSV at character ${String(at)}: ${JSON.stringify(text.slice(at, at + 40))}`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  if (row.length > 0) throw new SyntaxError('invalid CSV: the last row does not end')
  return rows
}

/** The records of a CSV file by its heads. */
export function readRecords(text: string): Record<string, string>[] {
  const [heads = [], ...rows] = readCsv(text)
  return rows.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''])))
}

interface Field {
  name: string
  type: string
  constraints?: Record<string, unknown>
}

export interface Schema {
  fields: readonly Field[]
  primaryKey?: string
}

const numbers: Record<string, RegExp> = { number: /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/, integer: /^[+-]?\d+$/ }

/** What a file has that its table schema does not allow. */
export function faultsOf({ fields, primaryKey }: Schema, text: string): string[] {
  const [heads = [], ...rows] = readCsv(text)
  if (JSON.stringify(heads) !== JSON.stringify(fields.map(({ name }) => name))) return [`heads are ${heads.join(', ')}`]
  const ragged = rows.flatMap((row, line) =>
    row.length === heads.length ? [] : [`row ${String(line + 1)} has ${String(row.length)} cells`],
  )
  const keys = fields.filter(({ name, constraints }) => name === primaryKey || constraints?.unique === true)
  const twice = keys.flatMap(({ name }) => {
    const values = rows.map((row) => row[heads.indexOf(name)])
    return new Set(values).size === values.length && !values.includes('') ? [] : [`${name} is empty or there twice`]
  })
  if (primaryKey !== undefined && !heads.includes(primaryKey)) twice.push(`there is no ${primaryKey}`)
  const cells = rows.flatMap((row, line) =>
    fields.flatMap((field, index) => {
      const fault = faultOf(field, row[index] ?? '')
      return fault === undefined ? [] : [`row ${String(line + 1)}, ${field.name}: ${fault}`]
    }),
  )
  return [...ragged, ...twice, ...cells]
}

function faultOf({ type, constraints = {} }: Field, cell: string): string | undefined {
  const { required, pattern, minimum, maximum } = constraints
  const allowed = constraints.enum
  if (cell === '') return required === true ? 'missing' : undefined
  if (type in numbers) {
    if (!numbers[type]?.test(cell)) return `${cell} is no ${type}`
    if (typeof minimum === 'number' && Number(cell) < minimum) return `${cell} is below ${String(minimum)}`
    if (typeof maximum === 'number' && Number(cell) > maximum) return `${cell} is above ${String(maximum)}`
  } else if (type === 'boolean') {
    if (!['true', 'True', 'TRUE', '1', 'false', 'False', 'FALSE', '0'].includes(cell)) return `${cell} is no boolean`
  } else if (type !== 'string') return `${type} is no type of ours`
  if (Array.isArray(allowed) && !allowed.includes(cell)) return `${cell} is not allowed`
  if (typeof pattern === 'string' && !new RegExp(`^(?:${pattern})$`).test(cell)) return `${cell} does not fit ${pattern}`
  return undefined
}
