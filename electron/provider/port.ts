import type { E164 } from '../../shared/ids.ts'
import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'

/** One text for one number, as the queue hands it over. */
export interface SendRequest {
  readonly to: E164
  /** The office's sending number. */
  readonly from: E164
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
  /** Reads all of the book within the window, page by page. */
  fetchRecords(window: RecordsWindow): Promise<Result<readonly ProviderRecord[], RecordsError>>
}
