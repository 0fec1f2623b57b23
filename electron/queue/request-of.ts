import { mediaKindOf } from '../../shared/domain/media-limits.ts'
import type { E164, MessageId } from '../../shared/ids.ts'
import { DAY_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import { linksOfMessage } from '../db/repos/media-links.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'
import type { Attachment, SendRequest } from '../provider/port.ts'
import type { Claimed, Enclosure } from './claimed.ts'
import { participantsOf } from './participants.ts'

/** Vonage advises not to give the network less than half an hour; it tries for three days at most. Source: developer.vonage.com/en/api/sms, ttl. */
const SHORTEST_TTL_MS = 30 * MINUTE_MS
const LONGEST_TTL_MS = 3 * DAY_MS

/**
 * Reads what a message takes along, inside the transaction that claims it. Plain texts take nothing. Null while something
 * of it cannot be fetched: its link ended before a person said "send again", and is being made anew.
 */
export async function loadEnclosure(reader: Reader, candidate: Candidate, nowMs: Instant): Promise<Enclosure | null> {
  if (candidate.channel === 'sms') return { attachments: [], participants: [] }
  const { messageId, e164 } = candidate.delivery
  const attachments = await attachmentsOfMessage(reader, messageId, nowMs)
  return attachments && { attachments, participants: await participantsOf(reader, messageId, e164) }
}

async function attachmentsOfMessage(
  reader: Reader,
  messageId: MessageId,
  nowMs: Instant,
): Promise<readonly Attachment[] | null> {
  const links = await linksOfMessage(reader, messageId, nowMs)
  const attachments = links.flatMap(({ mediaType, url }): Attachment[] =>
    url === null ? [] : [{ kind: mediaKindOf(mediaType) ?? 'file', url }],
  )
  return attachments.length === links.length ? attachments : null
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
