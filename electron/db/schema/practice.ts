import type { AppointmentId, BroadcastId, E164, ImportRunId, LineId, PersonId, StaffId } from '../../../shared/ids.ts'
import type { Instant, IsoDay } from '../../../shared/time.ts'
import type { Counted, Defaulted, Flag, Once } from './column.ts'

/** What the practice or the program has set, by key. */
export interface SettingTable {
  readonly key: string
  /** JSON */
  readonly value: string
}

/** The people who work with Optdesk. */
export interface StaffTable {
  readonly id: Once<StaffId>
  readonly name: string
  readonly is_active: Defaulted<Flag>
  readonly created_at_ms: Once<Instant>
}

/** The sending numbers of the office, and why one is held back. */
export interface LineTable {
  readonly id: Once<LineId>
  readonly e164: E164
  readonly class: '10dlc' | 'toll_free' | 'short_code'
  readonly rate_per_min: number
  readonly name: Defaulted<string>
  readonly campaign_class: Defaulted<'a_b' | 'c_d' | 'e_f' | 'low_volume' | 'sole_proprietor' | null>
  readonly mms_rate_per_min: Defaulted<number>
  /** Segments that T-Mobile takes in a day */
  readonly daily_cap: Defaulted<number | null>
  readonly pause_code: string | null
  /** JSON */
  readonly pause_facts: string | null
  readonly created_at_ms: Once<Instant>
}

/** The imports of files, running or over. */
export interface ImportRunTable {
  readonly id: Once<ImportRunId>
  readonly kind: Once<'day_sheet'>
  readonly file_name: Once<string>
  readonly file_sha256: Once<string>
  readonly state: 'running' | 'done' | 'cancelled'
  /** JSON */
  readonly counts: string
  readonly staff_id: Once<StaffId>
  readonly started_at_ms: Once<Instant>
  readonly finished_at_ms: number | null
}

/** What a running import did, in order, so that stopping it can take everything back. */
export interface ImportUndoTable {
  readonly import_run_id: Once<ImportRunId>
  readonly seq: Once<number>
  readonly what: Once<'appointment_added' | 'appointment_changed' | 'person_added' | 'number_added'>
  /** JSON */
  readonly record: Once<string>
}

/** The book of the day, as the day sheets tell it. */
export interface AppointmentTable {
  readonly id: Once<AppointmentId>
  readonly source_key: Once<string>
  readonly person_id: PersonId
  readonly e164: E164 | null
  readonly starts_at_ms: Instant
  readonly iso_day: IsoDay
  readonly provider: Defaulted<string>
  readonly visit_type: Defaulted<string>
  readonly is_cancelled: Defaulted<Flag>
  readonly import_run_id: ImportRunId
  readonly updated_at_ms: Instant
}

/** The mass texts as they were planned. */
export interface BroadcastTable {
  readonly id: Once<BroadcastId>
  readonly once_key: Once<string>
  readonly title: string
  readonly body: Once<string>
  readonly purpose: Once<'care' | 'marketing' | 'emergency'>
  readonly emergency_reason: Once<string | null>
  readonly is_paused: Defaulted<Flag>
  readonly stage: Defaulted<'planning' | 'planned' | 'cancelled'>
  /** JSON: the plan as it was ordered, while it is being planned */
  readonly plan: Defaulted<string | null>
  readonly rank: Defaulted<number>
  readonly canary_size: Defaulted<number>
  readonly canary_state: Defaulted<'none' | 'sending' | 'watching' | 'passed' | 'tripped'>
  readonly canary_until_ms: Defaulted<Instant | null>
  readonly per_day: Defaulted<number | null>
  /** JSON: a code and facts */
  readonly pause_why: Defaulted<string | null>
  readonly starts_at_ms: Instant
  readonly staff_id: Once<StaffId>
  readonly created_at_ms: Once<Instant>
}

/** Whom a broadcast left out, frozen with the reason. */
export interface BroadcastLeftOutTable {
  readonly broadcast_id: Once<BroadcastId>
  readonly seq: Once<number>
  readonly person_id: Once<PersonId | null>
  readonly e164: Once<E164 | null>
  readonly display_name: Once<string>
  readonly reason: Once<string>
  readonly rule: Once<string>
}

/** Who did what; append-only, hash-chained. */
export interface AuditEventTable {
  readonly seq: Counted
  readonly at_ms: Once<Instant>
  readonly staff_id: Once<StaffId | null>
  readonly action: Once<string>
  readonly subject: Once<string | null>
  /** JSON */
  readonly facts: Once<string>
  readonly prev_hash: Once<string>
  readonly hash: Once<string>
}

/** The practice itself: who works there, with which lines, its day sheets and broadcasts, and who did what. */
export interface PracticeTables {
  readonly setting: SettingTable
  readonly staff: StaffTable
  readonly line: LineTable
  readonly import_run: ImportRunTable
  readonly import_undo: ImportUndoTable
  readonly appointment: AppointmentTable
  readonly broadcast: BroadcastTable
  readonly broadcast_left_out: BroadcastLeftOutTable
  readonly audit_event: AuditEventTable
}
