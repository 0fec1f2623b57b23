import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { ownAddresses } from '../provider/webhook/own-addresses.ts'
import { readReceiverSettings, writeReceiverSettings } from '../provider/webhook/stored-receiver.ts'

type ReceiverState = OutputOf<'receiver.get'>

/** The receiver as it is set and as it stands, without its secret. */
export async function receiverState(desk: DeskServices): Promise<ReceiverState> {
  const { signatureSecret, ...settings } = await readReceiverSettings(desk.store.db)
  return {
    ...settings,
    hasSecret: signatureSecret !== null,
    addresses: [...ownAddresses()],
    ...desk.receiving.state(),
  }
}

/**
 * Keeps how the receiver is set and starts it anew. That its port is taken is no error here: the state tells it, and it is
 * tried again. Errors: `office_only`, `signature_secret_missing`, `address_not_ours`.
 */
export async function saveReceiver(
  desk: DeskServices,
  { isOn, host, port, signatureSecret }: ParsedInputOf<'receiver.save'>,
): Promise<Result<ReceiverState, AppError>> {
  if (desk.isPractice) return err({ code: 'office_only' })
  const before = await readReceiverSettings(desk.store.db)
  const secret = signatureSecret?.trim() || before.signatureSecret
  if (isOn && secret === null) return err({ code: 'signature_secret_missing' })
  // One that is kept may be gone for a while, as a network that is out of reach.
  if (host !== before.host && !ownAddresses().includes(host)) return err({ code: 'address_not_ours', value: host })
  await writeReceiverSettings(desk.store.db, { isOn, host, port, signatureSecret: secret })
  const isAnother = host !== before.host || port !== before.port || secret !== before.signatureSecret
  await desk.receiving.restart(isAnother)
  return ok(await receiverState(desk))
}
