import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { isZone } from '../../shared/time.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import type { Practice, Preferences } from '../desk/desk-settings.ts'
import { tidy } from './typed-person.ts'

/** Changes what is given of the practice. Fails with `name_missing`, and with `invalid_input` for a zone that nobody knows. */
export async function updatePractice(
  desk: DeskServices,
  changes: ParsedInputOf<'practice.update'>,
): Promise<Result<Practice, AppError>> {
  const changed = withChanges(desk.practice(), changes)
  const practice = { ...changed, name: tidy(changed.name), phone: tidy(changed.phone) }
  if (practice.name === '') return err({ code: 'name_missing' })
  if (!isZone(practice.zone)) return err({ code: 'invalid_input', method: 'practice.update', path: 'zone' })
  await desk.settings.savePractice(practice)
  return ok(practice)
}

/** Changes what is given of how the window looks. */
export async function updatePreferences(
  desk: DeskServices,
  changes: ParsedInputOf<'preferences.update'>,
): Promise<Result<Preferences, AppError>> {
  const preferences = withChanges(desk.settings.preferences(), changes)
  await desk.settings.savePreferences(preferences)
  return ok(preferences)
}

/** A field that is given as undefined is not given. */
function withChanges<T extends object>(before: T, changes: { readonly [K in keyof T]?: T[K] | undefined }): T {
  return { ...before, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) }
}
