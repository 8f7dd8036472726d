import type { z } from 'astro/zod'
import { unknown } from './nearest.ts'
import { locateInData } from './position.ts'
import type { Problem } from './problem.ts'
import { checkReferences } from './references.ts'
import { storySchema } from './schema.ts'
import { computeStory } from './story.ts'
import type { DataFault, Story } from './story.ts'

/**
 * Makes a story of what a data file exports: checks its shape, then its references, then computes what is derived.
 *
 * @param file path to name in problems
 * @param text the file as written, to tell where a problem stands
 * @returns the story, or every problem found at the first stage that found any
 */
export function validateStory(id: string, file: string, text: string, exported: unknown): { story: Story } | { problems: Problem[] } {
  const parsed = storySchema.safeParse(exported)
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => shapeFaults(issue, exported)).map(place) }

  const references = checkReferences(parsed.data)
  if (references.length > 0) return { problems: references.map(place) }

  const { story, faults } = computeStory(id, parsed.data)
  return faults.length > 0 ? { problems: faults.map(place) } : { story }

  function place({ path, message }: DataFault): Problem {
    return { file, ...locateInData(text, path), message }
  }
}

/** A zod issue in words for somebody who knows no TypeScript. */
export function shapeFaults(issue: z.core.$ZodIssue, input: unknown): DataFault[] {
  const path = [...issue.path]
  const field = String(path.at(-1) ?? 'story')
  const received = valueAt(input, path)
  const got = JSON.stringify(received) as string | undefined
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `unknown field "${key}" in ${field}; every field is listed in src/story/schema.ts`,
      }))
    case 'invalid_value':
      return [{ path, message: typeof received === 'string' ? unknown(field, received, issue.values.map(String)) : missing(field, got) }]
    case 'invalid_type':
      return [
        {
          path,
          message:
            got === undefined
              ? missing(field, got)
              : `invalid ${field} ${shown(received)}; expected ${issue.message.startsWith('expected') ? issue.message.slice(9) : nameOfType(issue.expected)}`,
        },
      ]
    case 'invalid_union': {
      if (got === undefined) return [{ path, message: missing(field, got) }]
      if ('options' in issue && issue.discriminator !== undefined && issue.options !== undefined) {
        const word = valueAt(received, [issue.discriminator])
        return [{ path: [...path, issue.discriminator], message: unknown(issue.discriminator, String(word), issue.options.map(String)) }]
      }
      return [{ path, message: `invalid ${field} ${shown(received)}` }]
    }
    case 'invalid_key':
      return [{ path, message: `invalid id "${field}"; ${issue.issues[0]?.message ?? ''}` }]
    default:
      return [{ path, message: `invalid ${field} ${shown(received)}; ${issue.message}` }]
  }
}

function missing(field: string, got: string | undefined): string {
  return got === undefined ? `${field} is missing` : `invalid ${field} ${got}`
}

function shown(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) return String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function nameOfType(type: string): string {
  switch (type) {
    case 'string':
      return 'text in quotation marks'
    case 'array':
      return 'a list in square brackets'
    case 'record':
    case 'object':
      return 'a group in curly braces'
    default:
      return `a ${type}`
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), input)
}
