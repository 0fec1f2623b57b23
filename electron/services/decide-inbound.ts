import type { InboundMessageId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { decideInboundMessage, getInboundMessage } from '../db/repos/inbound-messages.ts'
import type { InboundMessage } from '../db/repos/inbound-messages.ts'
import { liftSuppressions } from '../db/repos/suppressions.ts'
import { hasUndecided } from '../db/repos/thread-rows.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { optOutNumber } from './opt-out-number.ts'
import { queueReply } from './queue-reply.ts'
import { settleDoubt } from './settle-doubt.ts'

type Decision = ParsedInputOf<'threads.decide'>['decision']

/**
 * Settles by a person's word what a reply meant. A stop is the person's own, said when the reply was sent: it ends
 * everything. A wrong number is a stop too, and nothing that was agreed for the number was ever its owner's. Otherwise the
 * number is no longer held, unless another reply of it waits to be read.
 * Error: `not_found` for a reply that was settled already or that nobody has to settle.
 */
export async function decideInbound(
  desk: DeskServices,
  { inboundId, decision }: ParsedInputOf<'threads.decide'>,
): Promise<Result<OutputOf<'threads.decide'>, AppError>> {
  const id = inboundId as InboundMessageId
  const outcome = await desk.store.db.transaction().execute(async (trx) => {
    const reply = await getInboundMessage(trx, id)
    const isDecided = reply !== null && (await decideInboundMessage(trx, id, stored(decision), desk.staffId()))
    if (!isDecided) return err({ code: 'not_found', what: 'reply' })
    return ok({
      blockedDeliveries:
        decision === 'not_stop' ? await release(trx, desk, reply) : await stop(trx, desk, reply, decision),
    })
  })
  desk.sendingDesk?.wake()
  return outcome
}

/** The thread keeps whether texts ended; that the number is somebody else's stands in the ledger. */
function stored(decision: Decision): 'stop' | 'not_stop' {
  return decision === 'not_stop' ? 'not_stop' : 'stop'
}

async function stop(
  trx: Writer,
  desk: DeskServices,
  reply: InboundMessage,
  decision: Exclude<Decision, 'not_stop'>,
): Promise<number> {
  const { e164, id, sentAtMs } = reply
  const nowMs = desk.clock.now()
  const { isNew, blocked } = await optOutNumber(trx, desk.newId, {
    e164,
    source: 'inbound_text',
    words: reply.body,
    inboundId: id,
    staffId: desk.staffId(),
    saidAtMs: sentAtMs,
    nowMs,
    isWrongNumber: decision === 'wrong_number',
  })
  await settleDoubt(trx, { e164, decision: 'stop', atMs: nowMs, by: desk.staffId(), staffId: desk.staffId() })
  const { name, phone } = desk.practice()
  const facts = { practiceName: name, practicePhone: phone }
  if (isNew) {
    await queueReply(trx, desk.newId, {
      kind: 'opt_out_reply',
      e164,
      lineId: reply.lineId,
      askedAtMs: sentAtMs,
      nowMs,
      facts,
    })
  }
  return blocked.length
}

async function release(trx: Writer, desk: DeskServices, { e164 }: InboundMessage): Promise<number> {
  if (await hasUndecided(trx, e164)) return 0
  await liftSuppressions(trx, { e164, sources: ['maybe_stop'], atMs: desk.clock.now(), by: desk.staffId() })
  return 0
}
