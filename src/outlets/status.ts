import type { Status } from '../embed/status.ts'

/** What an embed asks for once it is shown; no chart has been corrected yet. */
export function currentStatus(): Status {
  return { status: 'current' }
}
