import type { Provided } from '#prose'
import type { IdsOf } from '#story'
import type indonesiaEcommerce from './indonesia-ecommerce/data.ts'

/** The stories whose ids editors offer in MDX: a line each. */
type Stories = [typeof indonesiaEcommerce]

declare global {
  type MDXProvidedComponents = Provided<IdsOf<Stories[number]>>
}
