import type { E164 } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { optOutNumber } from './opt-out-number.ts'
import { settleDoubt } from './settle-doubt.ts'

/**
 * Notes that the owner of a number said stop in any way but a text. One transaction blocks the number, revokes every
 * consent and stops what waits. The number need not belong to anybody known. Source: 47 CFR 64.1200(a)(10).
 */
export async function noteOptOut(
  desk: DeskServices,
  { e164, how, words }: ParsedInputOf<'people.optOut'>,
): Promise<OutputOf<'people.optOut'>> {
  const nowMs = desk.clock.now()
  const staffId = desk.staffId()
  const number = e164 as E164
  const { blocked } = await desk.store.db.transaction().execute(async (writer) => {
    await settleDoubt(writer, { e164: number, decision: 'stop', atMs: nowMs, by: staffId, staffId })
    return optOutNumber(writer, desk.newId, {
      e164: number,
      source: how,
      words: words.trim() === '' ? null : words.trim(),
      inboundId: null,
      staffId,
      saidAtMs: nowMs,
      nowMs,
    })
  })
  desk.sendingDesk?.wake()
  return { blockedDeliveries: blocked.length }
}
