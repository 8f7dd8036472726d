import { z } from 'astro/zod'
import { hint } from './nearest.ts'
import type { DataFault } from './story.ts'

/** A zod issue in words for somebody who knows no TypeScript. The schema is asked which fields there are. */
export function shapeFaults(issue: z.core.$ZodIssue, input: unknown, schema: z.core.$ZodType): DataFault[] {
  const path = [...issue.path]
  const field = lastName(path) ?? 'story'
  const received = valueAt(input, path)
  if (issue.code === 'unrecognized_keys') {
    const owner = lastName(path)
    return issue.keys.map((key) => ({
      path: [...path, key],
      named: true,
      message: `unknown field "${key}"${owner === undefined ? '' : ` in "${owner}"`}; ${hint(key, fieldsAt(schema, path, input))}`,
    }))
  }
  if (issue.code === 'invalid_key') return [{ path, named: true, message: `invalid id "${field}"; ${issue.issues[0]?.message ?? ''}` }]

  const wanted = expectation(issue, received)
  if (received === undefined) {
    const owner = lastName(path.slice(0, -1))
    return [{ path, message: `${owner === undefined ? `${field} is missing` : `"${owner}" has no ${field}`}; ${wanted}` }]
  }
  if (isEmpty(received)) return [{ path, message: `${field} is empty; ${wanted}` }]
  if (issue.code === 'invalid_value' && typeof received === 'string')
    return [{ path, message: `unknown ${field} "${received}"; ${hint(received, issue.values.map(String))}` }]
  if (issue.code === 'invalid_union' && 'options' in issue && typeof received === 'string')
    return [{ path, message: `unknown ${field} "${received}"; ${hint(received, (issue.options ?? []).map(String))}` }]
  return [{ path, message: `invalid ${field} ${shown(received)}; ${wanted}` }]
}

function expectation(issue: z.core.$ZodIssue, received: unknown): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'array') return `expected at least ${String(issue.minimum)} in square brackets`
      if (issue.origin === 'string') break
      return `expected a number ${issue.inclusive === false ? 'above' : 'of at least'} ${String(issue.minimum)}`
    case 'too_big':
      return `expected a number of at most ${String(issue.maximum)}`
    case 'invalid_value':
      return `expected one of ${list(issue.values)}`
    case 'invalid_union':
      if ('options' in issue && issue.options) return `expected one of ${list(issue.options)}`
      break
    case 'invalid_type':
      if (!issue.message.startsWith('expected')) return `expected ${nameOfType(issue.expected)}`
      break
    default:
  }
  if (issue.message.startsWith('expected')) return issue.message
  return typeof received === 'string' ? 'expected text in quotation marks' : issue.message
}

function list(words: readonly unknown[]): string {
  return words.map((word) => `"${String(word)}"`).join(', ')
}

function nameOfType(type: string): string {
  switch (type) {
    case 'string':
      return 'text in quotation marks'
    case 'boolean':
      return 'true or false'
    case 'int':
      return 'a whole number'
    case 'array':
      return 'a list in square brackets'
    case 'record':
    case 'object':
      return 'a group of named values'
    default:
      return `a ${type}`
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function shown(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) return String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** The last step of a path that is a name, not a place in a list. */
function lastName(path: readonly PropertyKey[]): string | undefined {
  return path.findLast((step) => typeof step === 'string')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), input)
}

/** The fields that a schema knows at a path of its input. */
function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[], input: unknown): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fieldsAt(schema.unwrap(), path, input)
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const option = schema.options.find((candidate) => isOption(candidate, schema.def.discriminator, input))
    return option ? fieldsAt(option, path, input) : []
  }
  if (schema instanceof z.ZodPipe) return fieldsAt(schema.in, path, input)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsAt(option, path, input))
  const [key, ...rest] = path
  if (key === undefined) return Object.keys(shapeOf(schema))
  const value = valueAt(input, [key])
  if (schema instanceof z.ZodRecord) return fieldsAt(schema.valueType, rest, value)
  if (schema instanceof z.ZodArray) return fieldsAt(schema.element, rest, value)
  const next = shapeOf(schema)[String(key)]
  return next ? fieldsAt(next, rest, value) : []
}

function isOption(schema: z.core.$ZodType, discriminator: string, input: unknown): boolean {
  const word = shapeOf(schema)[discriminator]
  return word !== undefined && z.safeParse(word, valueAt(input, [discriminator])).success
}

function shapeOf(schema: z.core.$ZodType): Record<string, z.core.$ZodType> {
  return schema instanceof z.ZodObject ? schema.shape : {}
}
