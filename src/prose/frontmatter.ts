import { z } from 'astro/zod'

/** What stands between the dashes at the top of a story. */
export const frontmatterSchema = z.strictObject({
  /** The headline. */
  title: z.string().min(1),
  /** The sentence or two under it, which search engines and cards show too. */
  standfirst: z.string().min(1),
})

export type Frontmatter = z.output<typeof frontmatterSchema>
