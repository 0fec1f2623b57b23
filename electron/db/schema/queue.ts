import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { Lane, MessageKind } from '../../../shared/domain/lane.ts'
import type {
  BroadcastId,
  DeliveryId,
  E164,
  GroupThreadId,
  InboundMessageId,
  LineId,
  MessageId,
  PersonId,
  StaffId,
} from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { ColumnType } from 'kysely'
import type { Defaulted, Flag, Once } from './column.ts'

/** What was meant to be said. */
export interface MessageTable {
  readonly id: Once<MessageId>
  readonly once_key: Once<string | null>
  readonly kind: Once<MessageKind>
  readonly purpose: Once<'care' | 'marketing' | 'emergency' | 'service'>
  readonly channel: ColumnType<'sms' | 'mms', 'sms' | 'mms' | undefined, never>
  readonly emergency_reason: Once<string | null>
  readonly broadcast_id: Once<BroadcastId | null>
  readonly group_thread_id: Once<GroupThreadId | null>
  readonly staff_id: Once<StaffId | null>
  readonly created_at_ms: Once<Instant>
  /** It answered somebody who had written. */
  readonly is_answer: ColumnType<Flag, Flag | undefined, never>
}

/** Every move a delivery may make. */
export interface DeliveryTransitionTable {
  readonly from_state: Once<DeliveryState>
  readonly to_state: Once<DeliveryState>
}

/** One message on its way to one number. */
export interface DeliveryTable {
  readonly id: Once<DeliveryId>
  readonly message_id: Once<MessageId>
  readonly person_id: Once<PersonId | null>
  readonly e164: Once<E164>
  readonly line_id: Once<LineId>
  readonly lane: Once<Lane>
  readonly body: Once<string>
  readonly segments: Once<number>
  readonly state: DeliveryState
  readonly state_at_ms: Instant
  /** JSON: a code and facts */
  readonly why: string | null
  readonly not_before_ms: Instant
  readonly retry_at_ms: Defaulted<Instant>
  readonly expires_at_ms: Instant
  readonly attempts: Defaulted<number>
  readonly strikes: Defaulted<number>
  readonly provider_uuid: string | null
  readonly cost_micros: number | null
  readonly cost_currency: string | null
  readonly created_at_ms: Once<Instant>
}

/** The requests to the provider, each written before it leaves. */
export interface AttemptTable {
  readonly delivery_id: Once<DeliveryId>
  readonly n: Once<number>
  readonly client_ref: Once<string>
  readonly body_sha256: Once<string>
  readonly is_by_person: Defaulted<Flag>
  readonly staff_id: Once<StaffId | null>
  readonly started_at_ms: Once<Instant>
  readonly finished_at_ms: Instant | null
  readonly outcome: 'ACCEPTED' | 'NOT_SENT' | 'THROTTLED' | 'ACCOUNT' | 'PERMANENT' | 'IN_DOUBT' | null
  readonly http_status: number | null
  readonly code: string | null
}

/** What the provider reported; append-only. */
export interface StatusEventTable {
  readonly provider_uuid: Once<string>
  readonly status: Once<string>
  readonly at_ms: Once<Instant>
  readonly client_ref: Once<string | null>
  readonly code: Once<string | null>
  readonly received_at_ms: Once<Instant>
}

/** What the look-ups for a delivery in doubt found; append-only. */
export interface LookUpTable {
  readonly delivery_id: Once<DeliveryId>
  readonly at_ms: Once<Instant>
  readonly is_found: Once<Flag>
}

/** The texts that came in. */
export interface InboundMessageTable {
  readonly id: Once<InboundMessageId>
  readonly provider_uuid: Once<string>
  readonly line_id: Once<LineId>
  readonly e164: Once<E164>
  readonly body: Once<string>
  readonly meaning: Once<'stop' | 'start' | 'help' | 'confirm_yes' | 'maybe_stop' | 'text'>
  readonly decision: 'stop' | 'not_stop' | null
  readonly decided_by: StaffId | null
  readonly sent_at_ms: Once<Instant>
  readonly received_at_ms: Once<Instant>
  readonly read_at_ms: Instant | null
  readonly group_thread_id: GroupThreadId | null
}

/** The book of the practice carrier. Empty in an office store. */
export interface CarrierMessageTable {
  readonly uuid: Once<string>
  readonly direction: Once<'outbound' | 'inbound'>
  readonly from_number: Once<string>
  readonly to_number: Once<string>
  readonly text: Once<string>
  readonly client_ref: Once<string | null>
  readonly status: string
  readonly code: string | null
  readonly received_at_ms: Once<Instant>
  readonly final_at_ms: Instant | null
  /** JSON: a list of {kind, url, caption} */
  readonly attachments: Defaulted<string>
  /** JSON: the numbers of the others in a group */
  readonly participants: Defaulted<string>
}

/** Messages, their deliveries and all that is known of them, what came in, and the practice carrier's book. */
export interface QueueTables {
  readonly message: MessageTable
  readonly delivery_transition: DeliveryTransitionTable
  readonly delivery: DeliveryTable
  readonly attempt: AttemptTable
  readonly status_event: StatusEventTable
  readonly look_up: LookUpTable
  readonly inbound_message: InboundMessageTable
  readonly carrier_message: CarrierMessageTable
}
