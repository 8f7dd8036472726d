import { z } from 'astro/zod'
import { parseStatus } from './drafts/status.ts'
import type { Status } from './drafts/status.ts'

const id = z.string().min(1).optional()

/** One thing that this language has and the first one has not, or has elsewhere, or lacks; by one of its kinds. */
const differenceSchema = z.strictObject({
  section: id,
  chart: id,
  /** Its address: `market/2030`. */
  step: id,
  fact: id,
  claim: id,
  /** The ids of its two facts: `market-2030 market-2023`. */
  comparison: id,
  why: z.string().min(1),
})

/** What stands between the dashes at the top of a story. */
export const frontmatterSchema = z.strictObject({
  /** The headline. */
  title: z.string().min(1),
  /** The sentence or two under it, which search engines and cards show too. */
  standfirst: z.string().min(1),
  /** Where the story is told otherwise than in its first language, and why. */
  differs: z.array(differenceSchema).optional(),
  /** Whether it may be read yet: `draft`, `embargoed until TIME` or `published`. */
  status: z
    .string()
    .default('published')
    .transform((text, context): Status => {
      const status = parseStatus(text)
      if (!('fault' in status)) return status
      context.addIssue({ code: 'custom', message: status.fault })
      return z.NEVER
    }),
})

export type Frontmatter = z.output<typeof frontmatterSchema>
