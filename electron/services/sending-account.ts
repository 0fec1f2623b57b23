import { createPrivateKey } from 'node:crypto'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { resumeAllLines } from '../db/repos/lines.ts'
import { listStaff } from '../db/repos/staff.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { readRealSending, writeRealSending } from '../provider/real-sending.ts'
import {
  readStoredAccount,
  removeStoredAccount,
  type StoredAccount,
  writeStoredAccount,
} from '../provider/stored-account.ts'
import { removeReceiver } from '../provider/webhook/stored-receiver.ts'

type AccountState = OutputOf<'account.get'>

/** What is kept of the account, without anything secret. On the practice desk there is none. */
export async function accountState(desk: DeskServices): Promise<AccountState> {
  const { db } = desk.store
  const account = await readStoredAccount(db)
  const real = await readRealSending(db)
  const isReal = account !== null && real?.isOn === true
  const staff = isReal ? await listStaff(db) : []
  return {
    isSet: account !== null,
    apiKeyEnd: account?.apiKey.slice(-4) ?? null,
    applicationId: account?.applicationId ?? null,
    hasPrivateKey: account !== null && account.privateKey !== null,
    inbound: account?.inbound ?? 'reports',
    checkedAtMs: account?.checkedAtMs ?? null,
    isReal,
    realSinceMs: isReal ? real.atMs : null,
    realByName: staff.find(({ id }) => id === real?.staffId)?.name ?? null,
  }
}

/**
 * Keeps an account. For another key, real phones are switched off: whoever entered it says anew that it is for real.
 * Errors: `office_only`, `api_key_not_valid`, `api_secret_missing`, `application_id_not_valid`, `application_incomplete`,
 * `private_key_not_valid`.
 */
export async function saveAccount(
  desk: DeskServices,
  input: ParsedInputOf<'account.save'>,
): Promise<Result<AccountState, AppError>> {
  if (desk.isPractice) return err({ code: 'office_only' })
  const { db } = desk.store
  const before = await readStoredAccount(db)
  const account = readAccount(input, before)
  if (!account.ok) return account
  await db.transaction().execute(async (writer) => {
    await writeStoredAccount(writer, account.value)
    const isAnother = account.value.apiKey !== before?.apiKey || account.value.inbound !== before.inbound
    if (isAnother) await writeRealSending(writer, { isOn: false, staffId: desk.staffId(), atMs: desk.clock.now() })
    // Whatever the provider had against the account before, it may like this one.
    await resumeAllLines(writer)
  })
  await desk.restartSending()
  return ok(await accountState(desk))
}

/** Takes the account out of the store, with the secret by which its webhooks are known, and switches real phones off. Error: `office_only`. */
export async function forgetAccount(desk: DeskServices): Promise<Result<AccountState, AppError>> {
  if (desk.isPractice) return err({ code: 'office_only' })
  await desk.store.db.transaction().execute(async (writer) => {
    await removeStoredAccount(writer)
    await removeReceiver(writer)
    await writeRealSending(writer, { isOn: false, staffId: desk.staffId(), atMs: desk.clock.now() })
  })
  await desk.restartSending()
  return ok(await accountState(desk))
}

const API_KEY = /^[A-Za-z0-9_-]{4,64}$/
const APPLICATION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Lays what was typed over what is kept. Errors name the field, and never what stands in it. */
function readAccount(
  input: ParsedInputOf<'account.save'>,
  before: StoredAccount | null,
): Result<StoredAccount, AppError> {
  const apiKey = input.apiKey?.trim() ?? before?.apiKey ?? ''
  if (!API_KEY.test(apiKey)) return err({ code: 'api_key_not_valid' })
  const kept = apiKey === before?.apiKey ? before : null
  const apiSecret = input.apiSecret?.trim() || kept?.apiSecret
  if (!apiSecret) return err({ code: 'api_secret_missing' })
  const applicationId = input.applicationId?.trim() || null
  if (applicationId !== null && !APPLICATION_ID.test(applicationId)) return err({ code: 'application_id_not_valid' })
  const privateKey = input.privateKey?.trim() ? pemOf(input.privateKey) : keptKey(kept, applicationId)
  if (privateKey === 'none_at_all') return err({ code: 'private_key_not_valid' })
  if ((applicationId === null) !== (privateKey === null)) return err({ code: 'application_incomplete' })
  return ok({ apiKey, apiSecret, applicationId, privateKey, inbound: input.inbound, checkedAtMs: null })
}

/** The key stays with its application; without one there is none to keep. */
function keptKey(kept: StoredAccount | null, applicationId: string | null): string | null {
  return kept !== null && applicationId !== null && kept.applicationId === applicationId ? kept.privateKey : null
}

/** Reads the text of a key as people paste it, also with its line ends written as `\n`. Only RSA signs what Vonage reads. */
function pemOf(text: string): string {
  const pem = `${text.replaceAll('\\n', '\n').replaceAll('\r\n', '\n').trim()}\n`
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa' ? pem : 'none_at_all'
  } catch {
    return 'none_at_all'
  }
}
