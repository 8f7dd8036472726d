import { createHash } from 'node:crypto'
import { fitStage } from '../browser/stage.ts'

const code = `(${fitStage.toString()})(document.currentScript.closest('figure'))`

/** The script that chooses how a chart told by steps stands, and the hash by which the page's security policy knows it. */
export const stageScript: { code: string; hash: `sha256-${string}` } = {
  code,
  hash: `sha256-${createHash('sha256').update(code).digest('base64')}`,
}
