import type { E164 } from '../../shared/ids.ts'
import { DAY_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'
import type { SendRequest } from '../provider/port.ts'
import type { Claimed, Enclosure } from './claimed.ts'

/** Vonage advises not to give the network less than half an hour; it tries for three days at most. Source: developer.vonage.com/en/api/sms, ttl. */
const SHORTEST_TTL_MS = 30 * MINUTE_MS
const LONGEST_TTL_MS = 3 * DAY_MS

/** Reads what a message takes along, inside the transaction that claims it. Plain texts take nothing. */
export function loadEnclosure(_reader: Reader, _candidate: Candidate): Promise<Enclosure> {
  return Promise.resolve({ attachments: [], participants: [] })
}

/** Writes the one request of a claimed message. It looks nothing up: all it says was read when the message was claimed. */
export function requestOf({ candidate, clientRef, enclosure }: Claimed, from: E164, nowMs: Instant): SendRequest {
  const { delivery, channel } = candidate
  const leftMs = Math.min(LONGEST_TTL_MS, Math.max(SHORTEST_TTL_MS, delivery.expiresAtMs - nowMs))
  return {
    channel,
    attachments: enclosure.attachments,
    participants: enclosure.participants,
    to: delivery.e164,
    from,
    text: delivery.body,
    clientRef,
    ttlSec: Math.floor(leftMs / 1000),
  }
}
