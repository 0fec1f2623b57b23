import type { E164 } from '../../shared/ids.ts'
import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'

/** A picture or file that the networks fetch from where we put it. */
export interface Attachment {
  readonly kind: 'image' | 'audio' | 'video' | 'vcard' | 'file'
  /** https, and reachable by anybody who knows it: the networks fetch it without a password. */
  readonly url: string
}

/** One message for one number, as the queue hands it over. */
export interface SendRequest {
  /** MMS where it has attachments or goes to a group. */
  readonly channel: 'sms' | 'mms'
  readonly attachments: readonly Attachment[]
  /** The others in the group, who all see each other's numbers; empty for a message to one person alone. */
  readonly participants: readonly E164[]
  readonly to: E164
  /** The office's sending number. */
  readonly from: E164
  /** May be empty where there are attachments. */
  readonly text: string
  /** `<delivery id>.<attempt>`: names this one attempt, so that its record can be found again. Holds no number or words. */
  readonly clientRef: string
  /** How long the network may go on trying, in seconds. */
  readonly ttlSec: number
}

/** What the provider's book says about one message. */
export interface ProviderRecord {
  readonly direction: 'inbound' | 'outbound'
  readonly uuid: string
  readonly from: E164
  readonly to: E164
  readonly text: string
  /** Outbound only; null where the provider did not keep it. */
  readonly clientRef: string | null
  /** Outbound only: `submitted`, `delivered`, `undeliverable`, `rejected`, or a word not known here. */
  readonly status: string | null
  readonly errorCode: string | null
  /** What the provider charged, in millionths of `costCurrency`; null where the book does not say. */
  readonly costMicros: number | null
  readonly costCurrency: string | null
  readonly receivedAtMs: Instant
  readonly finalizedAtMs: Instant | null
}

/** Which part of the book to read. */
export interface RecordsWindow {
  readonly direction: 'inbound' | 'outbound'
  /** Inclusive. */
  readonly fromMs: Instant
  /** Exclusive; at most 24 hours after `fromMs`. */
  readonly toMs: Instant
}

/**
 * Why the book could not be read: `offline` (no complete answer), `account` (the provider refuses us), `throttled`
 * (asked too often), `garbled` (an answer came that is not the provider's book, as from a captive portal).
 */
export type RecordsError =
  | { readonly code: 'offline'; readonly cause: string }
  | { readonly code: 'account'; readonly httpStatus: number | null }
  | { readonly code: 'throttled'; readonly retryAfterMs: number | null }
  | { readonly code: 'garbled'; readonly httpStatus: number }

/** What a provider can do beyond plain text. */
export interface Capabilities {
  readonly mms: boolean
  readonly groupMms: 'per-member' | 'single-call' | 'none'
}

/** The carrier's door: the only way by which anything leaves or comes in. Neither method throws. */
export interface Provider {
  readonly capabilities: Capabilities
  /** Makes at most one request, whatever happens on the wire, and says how it ended. */
  send(request: SendRequest): Promise<SendOutcome>
  /**
   * Reads all of the book within the window, page by page. `hear` is told what the provider's own clock said, by which the
   * book is dated; not at all where the provider does not say.
   */
  fetchRecords(
    window: RecordsWindow,
    hear?: (saidMs: Instant) => void,
  ): Promise<Result<readonly ProviderRecord[], RecordsError>>
}
