import type { ConsentKind, ConsentSource, Purpose } from '../../../shared/domain/consent.ts'
import type { StopScope, StopSource } from '../../../shared/domain/suppression.ts'
import type {
  ConsentEventId,
  E164,
  FormId,
  FormVersionId,
  InboundMessageId,
  PersonId,
  PrintRunId,
  StaffId,
  SuppressionId,
} from '../../../shared/ids.ts'
import type { Instant, IsoDay } from '../../../shared/time.ts'
import type { Counted, Once } from './column.ts'

/** The printed editions of the opt-in sheet. */
export interface FormVersionTable {
  readonly id: Once<FormVersionId>
  readonly code: Once<string>
  readonly language: Once<'en' | 'es'>
  readonly wording: Once<string>
  readonly wording_sha256: Once<string>
  /** JSON: the sentence beside each box, by purpose */
  readonly sentences: Once<string>
  readonly created_at_ms: Once<Instant>
  /** JSON: the sheet as it is printed, all of it */
  readonly sheet: Once<string | null>
}

/** Sheets that were printed in one go. */
export interface PrintRunTable {
  readonly id: Once<PrintRunId>
  readonly sheet_code: Once<string>
  readonly form_version_id: Once<FormVersionId | null>
  readonly first_serial: Once<number>
  readonly sheet_count: Once<number>
  readonly staff_id: Once<StaffId>
  readonly printed_at_ms: Once<Instant>
}

/** The scanned sheets: one page of one original each. */
export interface FormTable {
  readonly id: Once<FormId>
  readonly original_sha256: Once<string>
  readonly page_no: Once<number>
  readonly page_count: Once<number>
  readonly name: Once<string>
  readonly media_type: Once<string>
  readonly size_bytes: Once<number>
  readonly state: 'to_check' | 'accepted' | 'set_aside'
  readonly set_aside_reason: string | null
  readonly set_aside_note: string | null
  readonly person_id: PersonId | null
  readonly e164: E164 | null
  readonly form_version_id: FormVersionId | null
  /** JSON: the boxes as a person read them, by purpose */
  readonly agreed: string | null
  readonly signed_on: IsoDay | null
  readonly decided_by: StaffId | null
  readonly decided_at_ms: Instant | null
  readonly added_by: Once<StaffId>
  readonly added_at_ms: Once<Instant>
}

/** The ledger of consent; append-only, hash-chained. */
export interface ConsentEventTable {
  readonly seq: Counted
  readonly id: Once<ConsentEventId>
  readonly e164: Once<E164>
  readonly purpose: Once<Purpose>
  readonly kind: Once<ConsentKind>
  readonly source: Once<ConsentSource>
  readonly person_id: Once<PersonId | null>
  readonly form_id: Once<FormId | null>
  readonly form_version_id: Once<FormVersionId | null>
  readonly wording_sha256: Once<string | null>
  readonly evidence_sha256: Once<string | null>
  readonly words: Once<string | null>
  readonly staff_id: Once<StaffId | null>
  readonly at_ms: Once<Instant>
  readonly recorded_at_ms: Once<Instant>
  readonly prev_hash: Once<string>
  readonly hash: Once<string>
}

/** The numbers that said stop, standing or lifted. */
export interface SuppressionTable {
  readonly id: Once<SuppressionId>
  readonly e164: Once<E164>
  readonly source: Once<StopSource>
  readonly scope: Once<StopScope>
  readonly words: Once<string | null>
  readonly evidence_sha256: Once<string | null>
  readonly inbound_id: Once<InboundMessageId | null>
  readonly staff_id: Once<StaffId | null>
  readonly at_ms: Once<Instant>
  readonly recorded_at_ms: Once<Instant>
  readonly lifted_at_ms: Instant | null
  readonly lifted_by: string | null
}

/** Forms, what they say, the ledger of consent and the numbers that said stop. */
export interface ConsentTables {
  readonly form_version: FormVersionTable
  readonly print_run: PrintRunTable
  readonly form: FormTable
  readonly consent_event: ConsentEventTable
  readonly suppression: SuppressionTable
}
