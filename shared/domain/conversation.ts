import { CONVERSATION } from '../rules/conversation.ts'
import { HOUR_MS, type Instant } from '../time.ts'

/** What is known of a conversation when one more text is written in it. */
export interface Conversation {
  /** When the number wrote last; null where it did not lately. */
  readonly lastInboundAtMs: Instant | null
  /** When the office's last text left; null where none did lately. What Optdesk answered by itself is none. */
  readonly lastTextAtMs: Instant | null
}

/**
 * Tells whether a text is an answer: the number wrote within a day, or nobody has answered since it wrote. Who waits for a
 * word has asked for it; such a text needs no reason, and does not count as one that the office began.
 */
export function isAnswer({ lastInboundAtMs, lastTextAtMs }: Conversation, atMs: Instant): boolean {
  if (lastInboundAtMs === null || lastInboundAtMs > atMs) return false
  if (lastTextAtMs === null || lastTextAtMs < lastInboundAtMs) return true
  return atMs - lastInboundAtMs <= CONVERSATION.answerWithinHours * HOUR_MS
}
