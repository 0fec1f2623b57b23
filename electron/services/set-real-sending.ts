import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { getLine } from '../db/repos/lines.ts'
import { readOptOutAssist } from '../db/repos/opt-out-assist.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { writeRealSending } from '../provider/real-sending.ts'
import { needsOptOutAssist, readStoredAccount } from '../provider/stored-account.ts'
import { accountState } from './sending-account.ts'

/**
 * Lets messages go to real phones from now on, or holds them back, with the name of whoever sits at the desk. Where the
 * provider's book is not read, a STOP may go by unseen, so the provider must keep the opt-outs of the number.
 * Errors: `office_only`, `account_missing`, `sending_number_missing`, `opt_out_assist_missing`.
 */
export async function setRealSending(
  desk: DeskServices,
  isOn: boolean,
): Promise<Result<OutputOf<'account.setReal'>, AppError>> {
  if (desk.isPractice) return err({ code: 'office_only' })
  const hindrance = isOn ? await hindranceOf(desk) : null
  if (hindrance !== null) return err({ code: hindrance })
  await writeRealSending(desk.store.db, { isOn, staffId: desk.staffId(), atMs: desk.clock.now() })
  await desk.restartSending()
  return ok(await accountState(desk))
}

async function hindranceOf({ store, lineId }: DeskServices) {
  const account = await readStoredAccount(store.db)
  if (account === null) return 'account_missing' as const
  const line = await getLine(store.db, lineId)
  if (!line?.e164) return 'sending_number_missing' as const
  const isKept = (await readOptOutAssist(store.db)).has(lineId)
  return needsOptOutAssist(account) && !isKept ? ('opt_out_assist_missing' as const) : null
}
