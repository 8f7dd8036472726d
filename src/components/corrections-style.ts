import { createHash } from 'node:crypto'
import code from '../styles/corrections.css?inline'

/** The style of corrections, for pages that have any, and the hash by which their security policy knows it. */
export const correctionsStyle: { code: string; hash: `sha256-${string}` } = {
  code,
  hash: `sha256-${createHash('sha256').update(code).digest('base64')}`,
}
