import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { pictureForScreen } from './show-media.ts'

/** A picture as it arrived on a phone of the practice carrier. Errors: `practice_only`, `not_found`, `file_broken`. */
export async function receivedPicture(
  desk: DeskServices,
  { uuid, position }: ParsedInputOf<'carrier.picture'>,
): Promise<Result<OutputOf<'carrier.picture'>, AppError>> {
  if (!desk.carrier) return err({ code: 'practice_only' })
  const bytes = await desk.carrier.attachment(uuid, position)
  return bytes ? pictureForScreen(desk, { name: 'picture', bytes }) : err({ code: 'not_found', what: 'picture' })
}
