import type { SuppressionId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { getSuppression } from '../db/repos/suppressions.ts'
import type { DeskServices } from '../desk/desk-services.ts'

/** Shows the letter or note that proves a stop. Errors: `not_found`, `file_broken`, and what the blob store refuses. */
export async function stopEvidence(
  desk: DeskServices,
  id: SuppressionId,
): Promise<Result<OutputOf<'optOuts.evidence'>, AppError>> {
  const stop = await getSuppression(desk.store.db, id)
  if (stop === null || stop.evidenceSha256 === null || stop.source === 'import') {
    return err({ code: 'not_found', what: 'evidence' })
  }
  const original = await desk.blobs.get(stop.evidenceSha256)
  if (!original.ok) return original
  const rendered = await desk.workshop.run('renderPage', { name: 'letter', bytes: original.value, pageNo: 1 })
  return rendered.ok ? ok({ ...rendered.value, mediaType: 'image/jpeg' }) : rendered
}
