import { ok } from '../../../shared/result.ts'
import type { JobResult } from '../port.ts'

/** Reads one sheet. Nothing is found on it as long as nothing looks. */
export async function readSheet(): Promise<JobResult<'readSheet'>> {
  return ok({ kind: 'unread', cause: { code: 'no_marks' } })
}
