import { PURPOSES, type ConsentKind, type ConsentSource } from '../../shared/domain/consent.ts'
import { purposesOf } from '../../shared/domain/stop-scope.ts'
import {
  foldStops,
  isEnded,
  isEverythingEnded,
  type StopScope,
  type StopSource,
} from '../../shared/domain/suppression.ts'
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
import { appendConsentEvent, consentEventsOf } from '../db/repos/consent-events.ts'
import { addSuppression, standingSuppressions } from '../db/repos/suppressions.ts'
import { textsWaitingFor, type WaitingText } from '../db/repos/waiting-of-number.ts'
import type { Writer } from '../db/schema.ts'
import { transition } from '../queue/transition.ts'

/** How a number came to say stop. */
export interface OptOut {
  readonly e164: E164
  readonly source: Exclude<StopSource, 'maybe_stop'>
  /** What it ends; everything when left out. */
  readonly scope?: StopScope
  /** The person's own words, where there are any. */
  readonly words: string | null
  /** SHA-256 in hex of the letter or the list that proves it. */
  readonly evidenceSha256?: string | null
  readonly inboundId: InboundMessageId | null
  /** Who noted it, where a person did. */
  readonly staffId: StaffId | null
  /** When it was said. */
  readonly saidAtMs: Instant
  readonly nowMs: Instant
  /** The number is somebody else's: then no agreement was ever its owner's. */
  readonly isWrongNumber?: boolean
}

/** What an opt-out did. */
export interface OptedOut {
  /** False when the number had said as much before, in whatever way. */
  readonly isNew: boolean
  /** What waited for the number and will not go out. */
  readonly blocked: readonly DeliveryId[]
}

/**
 * Blocks a number for good, or for one purpose, and stops all that waits for it. Call it inside the transaction of what
 * brought it about: when that is on disk, nothing that it ends starts for the number any more.
 */
export async function optOutNumber(writer: Writer, newId: NewId, optOut: OptOut): Promise<OptedOut> {
  const { e164, nowMs, scope = 'everything' } = optOut
  const isNew = !(await isSaidBefore(writer, e164, scope))
  const isAdded = await suppress(writer, newId, optOut)
  if (isAdded || optOut.isWrongNumber === true) await revoke(writer, newId, optOut)
  const why = { code: scope === 'everything' ? 'said_stop' : 'stopped_this_kind', rule: 'opt-out.any-means' } as const
  const blocked: DeliveryId[] = []
  for (const { id } of (await textsWaitingFor(writer, e164)).filter((text) => isStopped(text, scope))) {
    const move = {
      which: { id },
      from: ['held', 'queued'],
      to: 'blocked',
      by: 'stop_handler',
      atMs: nowMs,
      why,
    } as const
    blocked.push(...(await transition(writer, move)))
  }
  return { isNew, blocked }
}

/** A stop that stands already may be said again in another way: that is kept too, and confirmed no second time. */
async function isSaidBefore(writer: Writer, e164: E164, scope: StopScope): Promise<boolean> {
  const stops = (await standingSuppressions(writer, [e164])).filter(({ source }) => source !== 'maybe_stop')
  const standing = foldStops(stops)
  return scope === 'everything' ? isEverythingEnded(standing) : isEnded(standing, scope)
}

function suppress(writer: Writer, newId: NewId, optOut: OptOut): Promise<boolean> {
  return addSuppression(writer, {
    id: newId() as SuppressionId,
    e164: optOut.e164,
    source: optOut.source,
    scope: optOut.scope ?? 'everything',
    words: optOut.words,
    evidenceSha256: optOut.evidenceSha256 ?? null,
    inboundId: optOut.inboundId,
    staffId: optOut.staffId,
    atMs: optOut.saidAtMs,
    recordedAtMs: optOut.nowMs,
  })
}

/** The one confirmation of an earlier stop may still go: the second STOP of an impatient person takes nothing from it. */
function isStopped(text: WaitingText, scope: StopScope): boolean {
  if (text.kind === 'opt_out_reply') return false
  return scope === 'everything' || purposesOf(text).includes(scope)
}

/** A stop ends what was agreed to. Source: 47 CFR 64.1200(a)(10). */
async function revoke(writer: Writer, newId: NewId, optOut: OptOut): Promise<void> {
  const { source, scope = 'everything' } = optOut
  // The provider tells of a stop that it keeps itself; it has no words and no member of staff to prove it.
  if (source === 'provider') return
  // A list names many who never agreed to anything here: then there is nothing to take back.
  if (source === 'import' && (await consentEventsOf(writer, [optOut.e164])).length === 0) return
  // One event tells of a number that is somebody else's: it ends every purpose by itself.
  const purposes = optOut.isWrongNumber ? (['care'] as const) : scope === 'everything' ? PURPOSES : [scope]
  const kind: ConsentKind = optOut.isWrongNumber ? 'reassigned' : 'revoked'
  for (const purpose of purposes) {
    await appendConsentEvent(writer, {
      id: newId() as ConsentEventId,
      e164: optOut.e164,
      purpose,
      kind,
      source: LEDGER_SOURCES[source],
      atMs: optOut.saidAtMs,
      recordedAtMs: optOut.nowMs,
      staffId: optOut.staffId,
      words: optOut.words,
      evidenceSha256: optOut.evidenceSha256 ?? null,
    })
  }
}

/** What the ledger calls each way: all that staff heard is staff's word there. */
const LEDGER_SOURCES: Readonly<Record<Exclude<StopSource, 'maybe_stop' | 'provider'>, ConsentSource>> = {
  inbound_text: 'inbound_text',
  by_phone: 'staff',
  in_person: 'staff',
  by_letter: 'staff',
  by_email: 'staff',
  by_note: 'staff',
  import: 'import',
}
