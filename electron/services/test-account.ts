import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import {
  readStoredAccount,
  type StoredAccount,
  vonageAccountOf,
  writeStoredAccount,
} from '../provider/stored-account.ts'
import { testSigning } from '../provider/test-signing.ts'
import { connectVonage, type VonageAccount } from '../provider/vonage.ts'

/** A person waits for this one. */
const PATIENCE_MS = 15_000

/**
 * Tests the connection without sending anything: a minute of the provider's book is read, and a token is signed here.
 * Errors: `office_only`, `account_missing`.
 */
export async function testAccount(desk: DeskServices): Promise<Result<OutputOf<'account.test'>, AppError>> {
  if (desk.isPractice) return err({ code: 'office_only' })
  const stored = await readStoredAccount(desk.store.db)
  if (stored === null) return err({ code: 'account_missing' })
  const account = { ...vonageAccountOf(stored, desk.apiHost), timeoutMs: PATIENCE_MS }
  const reports = stored.inbound !== 'reports' ? 'unread' : await testReports(desk, account)
  const signing = await testSigning(account)
  const isWell = (reports === 'ok' || reports === 'unread') && signing !== 'broken'
  if (isWell) await noteChecked(desk, stored)
  return ok({ reports, signing, isWell })
}

async function testReports(
  { clock }: DeskServices,
  account: VonageAccount,
): Promise<OutputOf<'account.test'>['reports']> {
  const nowMs = clock.now()
  const window = { direction: 'inbound', fromMs: nowMs - MINUTE_MS, toMs: nowMs } as const
  const read = await connectVonage(account).fetchRecords(window)
  return read.ok ? 'ok' : read.error.code
}

/** Another account may have been entered meanwhile; then this says nothing of it. */
async function noteChecked({ store, clock }: DeskServices, tested: StoredAccount): Promise<void> {
  await store.db.transaction().execute(async (writer) => {
    const now = await readStoredAccount(writer)
    const isSame = now !== null && JSON.stringify(now) === JSON.stringify(tested)
    if (isSame) await writeStoredAccount(writer, { ...now, checkedAtMs: clock.now() })
  })
}
