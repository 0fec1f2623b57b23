import { PURPOSES } from '../../shared/domain/consent.ts'
import type {
  ConsentEventId,
  DeliveryId,
  E164,
  InboundMessageId,
  NewId,
  StaffId,
  SuppressionId,
} from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { appendConsentEvent } from '../db/repos/consent-events.ts'
import { addSuppression, type StoredSuppression } from '../db/repos/suppressions.ts'
import type { Writer } from '../db/schema.ts'
import { transition } from '../queue/transition.ts'

/** How a number came to say stop. */
export interface OptOut {
  readonly e164: E164
  readonly source: StoredSuppression['source']
  /** The person's own words, where there are any. */
  readonly words: string | null
  readonly inboundId: InboundMessageId | null
  /** Who noted it, where a person did. */
  readonly staffId: StaffId | null
  /** When it was said. */
  readonly saidAtMs: Instant
  readonly nowMs: Instant
}

/** What an opt-out did. */
export interface OptedOut {
  /** False when the number had said stop before. */
  readonly isNew: boolean
  /** What waited for the number and will not go out. */
  readonly blocked: readonly DeliveryId[]
}

/**
 * Blocks a number for good and stops all that waits for it. Call it inside the transaction of what brought it about: when
 * that is on disk, nothing starts for the number any more.
 */
export async function optOutNumber(writer: Writer, newId: NewId, optOut: OptOut): Promise<OptedOut> {
  const { e164, nowMs } = optOut
  const isNew = await addSuppression(writer, {
    id: newId() as SuppressionId,
    e164,
    source: optOut.source,
    words: optOut.words,
    inboundId: optOut.inboundId,
    staffId: optOut.staffId,
    atMs: optOut.saidAtMs,
  })
  // The provider tells of a stop that it keeps itself; it has no words and no member of staff to prove it.
  if (isNew && optOut.source !== 'provider') await revokeEverything(writer, newId, optOut)
  const blocked = await transition(writer, {
    which: { e164 },
    from: ['held', 'queued'],
    to: 'blocked',
    by: 'stop_handler',
    atMs: nowMs,
    why: { code: 'said_stop', rule: 'opt-out.any-means' },
  })
  return { isNew, blocked }
}

/** A stop ends every purpose. Source: 47 CFR 64.1200(a)(10). */
async function revokeEverything(writer: Writer, newId: NewId, optOut: OptOut): Promise<void> {
  for (const purpose of PURPOSES) {
    await appendConsentEvent(writer, {
      id: newId() as ConsentEventId,
      e164: optOut.e164,
      purpose,
      kind: 'revoked',
      source: optOut.source === 'inbound_text' ? 'inbound_text' : 'staff',
      atMs: optOut.saidAtMs,
      recordedAtMs: optOut.nowMs,
      staffId: optOut.staffId,
      words: optOut.words,
    })
  }
}
