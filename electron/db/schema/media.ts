import type {
  E164,
  GroupThreadId,
  InboundMessageId,
  LineId,
  MediaId,
  MessageId,
  PersonId,
  StaffId,
} from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Defaulted, Once } from './column.ts'

/** One thread on everybody's phone: a line of ours and a set of numbers. */
export interface GroupThreadTable {
  readonly id: Once<GroupThreadId>
  readonly line_id: Once<LineId>
  /** The numbers in order, with a space between them */
  readonly member_key: Once<string>
  readonly title: Defaulted<string>
  /** The thread with more people that this one follows */
  readonly replaces_id: Once<GroupThreadId | null>
  readonly staff_id: Once<StaffId>
  readonly created_at_ms: Once<Instant>
}

/** Who is in a group thread; append-only. */
export interface GroupMemberTable {
  readonly group_thread_id: Once<GroupThreadId>
  readonly e164: Once<E164>
  readonly person_id: Once<PersonId | null>
}

/** The pictures and files that go out or came in; the bytes lie encrypted beside the store. */
export interface MediaTable {
  readonly id: Once<MediaId>
  readonly sha256: Once<string>
  readonly media_type: Once<string>
  readonly size_bytes: Once<number>
  readonly name: Once<string>
  readonly width_px: Once<number | null>
  readonly height_px: Once<number | null>
  readonly added_by: Once<StaffId | null>
  readonly added_at_ms: Once<Instant>
}

/** What a message carries, in order; append-only. */
export interface MessageMediaTable {
  readonly message_id: Once<MessageId>
  readonly position: Once<number>
  readonly media_id: Once<MediaId>
}

/** The copies in the bucket, from before they are put there until after they are deleted. */
export interface MediaUploadTable {
  readonly object_key: Once<string>
  readonly message_id: Once<MessageId>
  readonly media_id: Once<MediaId>
  readonly url: string | null
  readonly uploaded_at_ms: Instant | null
  readonly expires_at_ms: Instant | null
  readonly tries: Defaulted<number>
  /** JSON: a code and facts */
  readonly trouble: string | null
  readonly retry_at_ms: Defaulted<Instant>
  readonly deleted_at_ms: Instant | null
  readonly created_at_ms: Once<Instant>
}

/** What came in with a text. */
export interface InboundMediaTable {
  readonly inbound_id: Once<InboundMessageId>
  readonly position: Once<number>
  readonly kind: Once<'image' | 'audio' | 'video' | 'vcard' | 'file'>
  readonly url: Once<string>
  readonly media_id: MediaId | null
}

/** Group threads, media, and where media lie. */
export interface MediaTables {
  readonly group_thread: GroupThreadTable
  readonly group_member: GroupMemberTable
  readonly media: MediaTable
  readonly message_media: MessageMediaTable
  readonly media_upload: MediaUploadTable
  readonly inbound_media: InboundMediaTable
}
