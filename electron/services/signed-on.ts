import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { isIsoDay, isoDay } from '../../shared/time.ts'
import type { IsoDay } from '../../shared/time.ts'
import type { StoredFormVersion } from '../db/repos/form-versions.ts'
import type { DeskServices } from '../desk/desk-services.ts'

/**
 * Reads the day on which a sheet was signed. Fails with `date_not_valid`, `date_in_future`, and `date_before_form`: nobody
 * signs an edition before it is in use, so that the year or the edition is wrong.
 */
export function readSignedOn(
  desk: DeskServices,
  signedOn: string,
  version: Pick<StoredFormVersion, 'wording'> | null,
): Result<IsoDay, AppError> {
  if (!isIsoDay(signedOn)) return err({ code: 'date_not_valid', value: signedOn })
  const today = isoDay(desk.clock.now(), desk.practiceZone())
  if (signedOn > today) return err({ code: 'date_in_future', isoDay: signedOn })
  const since = version && inUseSince(version)
  if (since && signedOn < since) return err({ code: 'date_before_form', isoDay: signedOn, inUseSince: since })
  return ok(signedOn)
}

/** The first line of a wording is code, language and first day of the edition: see `formWording`. */
function inUseSince({ wording }: Pick<StoredFormVersion, 'wording'>): IsoDay | null {
  const day = wording.split('\n', 1)[0]?.split(' ').at(-1) ?? ''
  return isIsoDay(day) ? day : null
}
