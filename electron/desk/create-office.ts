import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { firstFormsOf } from '../services/first-forms.ts'
import type { E164, LineId, StaffId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { isZone } from '../../shared/time.ts'
import { makeFolder, syncFolder } from '../blobs/whole-file.ts'
import { storeError } from '../db/store-errors.ts'
import type { Store } from '../db/open.ts'
import { addLine } from '../db/repos/lines.ts'
import { addStaff } from '../db/repos/staff.ts'
import { placeTrouble } from '../db/store-place.ts'
import { createKeyring, MIN_PASSPHRASE_LENGTH } from '../security/keyring.ts'
import { keepFormVersions } from '../services/keep-form-versions.ts'
import { tidy } from '../services/typed-person.ts'
import type { CoreParts } from './core-parts.ts'
import { writeFirstSettings } from './desk-settings.ts'
import { deskDir, openDeskStore } from './open-desk.ts'

type Input = ParsedInputOf<'setup.createOffice'>

/** No account, no number yet: the line is there, because messages may wait on it already. */
const NO_NUMBER = '' as E164
const FIRST_RATE_PER_MIN = 60

/** How an office's store would be protected on this computer. */
export function officeProtection({ keychain }: CoreParts): OutputOf<'setup.protection'> {
  const protection = keychain?.isReal() ? 'keychain' : 'passphrase'
  return { protection, minPassphraseLength: MIN_PASSPHRASE_LENGTH }
}

/** True when the office has a store here. */
export function hasOffice(dataDir: string): boolean {
  return existsSync(join(deskDir(dataDir, 'office'), 'key.json'))
}

/**
 * Makes the office's own, empty store with its key; the recovery code is in the answer and nowhere else. It is made in a
 * folder beside and moved when it is whole, so that a full disk leaves nothing half-made.
 * Errors: `office_exists`, `name_missing`, `passphrase_needed`, `passphrase_too_short`, `invalid_input`, `folder_synced`,
 * `folder_on_network`, `disk_full`, `folder_read_only`.
 */
export async function createOffice(
  parts: CoreParts,
  input: Input,
): Promise<Result<OutputOf<'setup.createOffice'>, AppError>> {
  if (hasOffice(parts.dataDir)) return err({ code: 'office_exists' })
  if (tidy(input.practiceName) === '' || tidy(input.staffName) === '') return err({ code: 'name_missing' })
  if (!isZone(input.zone)) return err({ code: 'invalid_input', method: 'setup.createOffice', path: 'zone' })
  const misplaced = placeTrouble(parts.dataDir)
  if (misplaced) return err(misplaced)
  const dir = deskDir(parts.dataDir, 'office')
  const unfinished = `${dir}.new`
  try {
    await rm(unfinished, { recursive: true, force: true })
    await makeFolder(unfinished)
    const made = await makeStore(parts, unfinished, input)
    if (made.ok) await moveInPlace(unfinished, dir)
    else await rm(unfinished, { recursive: true, force: true })
    return made
  } catch (thrown) {
    const error = storeError(thrown, dir)
    if (!error) throw thrown
    return err(error)
  }
}

/** The recovery code is shown next: from then on no power cut may take the office away. */
async function moveInPlace(unfinished: string, dir: string): Promise<void> {
  await rename(unfinished, dir)
  await syncFolder(dirname(dir))
}

async function makeStore(
  parts: CoreParts,
  dir: string,
  input: Input,
): Promise<Result<OutputOf<'setup.createOffice'>, AppError>> {
  const { keychain, random } = parts
  const { protection } = officeProtection(parts)
  const { passphrase } = input
  if (protection === 'passphrase' && passphrase === null) return err({ code: 'passphrase_needed' })
  const secret = { ...(passphrase !== null && { passphrase }), ...(keychain && { keychain }) }
  const keyring = await createKeyring({ dir, protection, random, ...secret })
  if (!keyring.ok) return keyring
  const opened = await openDeskStore(parts, dir, keyring.value.key)
  if (!opened.ok) return opened
  try {
    await fillOffice(parts, opened.value, input)
  } finally {
    await opened.value.close()
  }
  return ok({ recoveryCode: keyring.value.recoveryCode ?? '', protection })
}

async function fillOffice({ newId, clock }: CoreParts, { db }: Store, input: Input): Promise<void> {
  const { zone, language } = input
  const name = tidy(input.practiceName)
  const nowMs = clock.now()
  const staffId = newId() as StaffId
  const line = { id: newId() as LineId, e164: NO_NUMBER, class: '10dlc', ratePerMin: FIRST_RATE_PER_MIN } as const
  await db.transaction().execute(async (writer) => {
    await addStaff(writer, { id: staffId, name: tidy(input.staffName), createdAtMs: nowMs })
    await addLine(writer, { ...line, createdAtMs: nowMs })
    await keepFormVersions(writer, newId, nowMs, firstFormsOf(name))
    await writeFirstSettings(writer, { practice: { name, phone: '', zone, language }, staffId })
  })
}
