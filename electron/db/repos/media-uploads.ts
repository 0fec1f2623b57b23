import { type RawBuilder, type Selectable, sql } from 'kysely'
import { DELIVERY_STATES, isTerminal } from '../../../shared/domain/delivery.ts'
import type { DeliveryId, MediaId, MessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader, Schema, Writer } from '../schema.ts'

/** Why a picture could not be put online: a code of the window's wording, and facts. */
export interface MediaTrouble {
  readonly code: string
  readonly [fact: string]: unknown
}

/** One copy in the place from which the networks fetch it, for one message. */
export interface MediaUpload {
  readonly objectKey: string
  readonly messageId: MessageId
  readonly mediaId: MediaId
  /** Null until it is there. */
  readonly url: string | null
  /** Until when the link works. */
  readonly expiresAtMs: Instant | null
  /** How often it was tried since it last worked. */
  readonly tries: number
  readonly trouble: MediaTrouble | null
  readonly retryAtMs: Instant
  readonly deletedAtMs: Instant | null
}

/** What a message carries that is not where the networks can fetch it. */
export interface MediaNeed {
  readonly messageId: MessageId
  readonly mediaId: MediaId
  readonly sha256: string
  readonly mediaType: string
  /** Null while no place was chosen for it. */
  readonly upload: MediaUpload | null
}

/** The instants by which needs are judged. */
export interface NeedTerms {
  readonly nowMs: Instant
  /** What is due by then is due soon. */
  readonly dueByMs: Instant
  /** A link that ends before then is to be made anew. */
  readonly linkEndsBeforeMs: Instant
}

/** Writes down under which key an attachment will be put, before it is. */
export async function addMediaUpload(
  writer: Writer,
  upload: Pick<MediaUpload, 'objectKey' | 'messageId' | 'mediaId'> & { readonly createdAtMs: Instant },
): Promise<void> {
  await writer
    .insertInto('media_upload')
    .values({
      object_key: upload.objectKey,
      message_id: upload.messageId,
      media_id: upload.mediaId,
      created_at_ms: upload.createdAtMs,
    })
    .execute()
}

/** What a try at an upload or a deletion changes. */
export type UploadChange = Partial<Omit<MediaUpload, 'objectKey' | 'messageId' | 'mediaId'>> & {
  readonly uploadedAtMs?: Instant
}

/** Writes down what became of an upload. */
export async function changeMediaUpload(writer: Writer, objectKey: string, change: UploadChange): Promise<void> {
  await writer
    .updateTable('media_upload')
    .set({
      ...(change.url === undefined ? {} : { url: change.url }),
      ...(change.uploadedAtMs === undefined ? {} : { uploaded_at_ms: change.uploadedAtMs }),
      ...(change.expiresAtMs === undefined ? {} : { expires_at_ms: change.expiresAtMs }),
      ...(change.tries === undefined ? {} : { tries: change.tries }),
      ...(change.trouble === undefined ? {} : { trouble: change.trouble && JSON.stringify(change.trouble) }),
      ...(change.retryAtMs === undefined ? {} : { retry_at_ms: change.retryAtMs }),
      ...(change.deletedAtMs === undefined ? {} : { deleted_at_ms: change.deletedAtMs }),
    })
    .where('object_key', '=', objectKey)
    .execute()
}

/** Lets everything be tried at once that waits after trouble. */
export async function clearUploadWaits(writer: Writer): Promise<void> {
  await writer
    .updateTable('media_upload')
    .set({ retry_at_ms: 0 })
    .where('deleted_at_ms', 'is', null)
    .where('retry_at_ms', '>', 0)
    .execute()
}

/** A broadcast that is still being planned may yet change its mind; nothing is put online for it. */
const isPlanned = sql<boolean>`coalesce(b.stage, 'planned') = 'planned'`

const hasNoLiveUpload = (linkEndsBeforeMs: Instant): RawBuilder<boolean> =>
  sql`(u.object_key IS NULL OR u.url IS NULL OR u.deleted_at_ms IS NOT NULL OR u.expires_at_ms <= ${linkEndsBeforeMs})`

/**
 * The next attachment to be put where the networks can fetch it: of a message that is due soon and is not there yet, or
 * whose link ends before the message can leave. Null when nothing is needed, or all that is waits after trouble.
 */
export async function nextMediaNeed(reader: Reader, terms: NeedTerms): Promise<MediaNeed | null> {
  const { nowMs, dueByMs, linkEndsBeforeMs } = terms
  const query = sql<NeedRow>`
    WITH wanted AS (
      SELECT d.message_id FROM delivery d
        JOIN message m ON m.id = d.message_id LEFT JOIN broadcast b ON b.id = m.broadcast_id
        WHERE d.state = 'held' AND d.not_before_ms <= ${dueByMs} AND d.expires_at_ms > ${nowMs}
          AND m.channel = 'mms' AND ${isPlanned}
      UNION
      SELECT s.message_id FROM media_upload s WHERE s.deleted_at_ms IS NULL AND EXISTS (
        SELECT 1 FROM delivery d WHERE d.message_id = s.message_id AND d.state = 'queued' AND d.not_before_ms <= ${dueByMs})
    )
    SELECT mm.message_id AS needed_by, mm.media_id AS needed_media, media.sha256, media.media_type, u.*
      FROM wanted
      JOIN message_media mm ON mm.message_id = wanted.message_id
      JOIN media ON media.id = mm.media_id
      LEFT JOIN media_upload u ON u.message_id = mm.message_id AND u.media_id = mm.media_id
      WHERE ${hasNoLiveUpload(linkEndsBeforeMs)} AND coalesce(u.retry_at_ms, 0) <= ${nowMs}
      ORDER BY coalesce(u.retry_at_ms, 0), mm.message_id, mm.position
      LIMIT 1`
  const [row] = (await query.execute(reader as Writer)).rows
  if (!row) return null
  const { needed_by: messageId, needed_media: mediaId, sha256, media_type: mediaType } = row
  return { messageId, mediaId, sha256, mediaType, upload: isRow(row) ? toUpload(row) : null }
}

/** Some held deliveries that are due soon and whose attachments are all where the networks can fetch them. */
export async function deliveriesWithMediaUp(
  reader: Reader,
  { dueByMs, linkEndsBeforeMs }: NeedTerms,
  limit: number,
): Promise<readonly DeliveryId[]> {
  const query = sql<{ readonly id: DeliveryId }>`
    SELECT d.id FROM delivery d
      JOIN message m ON m.id = d.message_id LEFT JOIN broadcast b ON b.id = m.broadcast_id
      WHERE d.state = 'held' AND d.not_before_ms <= ${dueByMs} AND m.channel = 'mms' AND ${isPlanned}
        AND EXISTS (SELECT 1 FROM message_media mm WHERE mm.message_id = d.message_id)
        AND NOT EXISTS (
          SELECT 1 FROM message_media mm
            LEFT JOIN media_upload u ON u.message_id = mm.message_id AND u.media_id = mm.media_id
            WHERE mm.message_id = d.message_id AND ${hasNoLiveUpload(linkEndsBeforeMs)})
      LIMIT ${limit}`
  return (await query.execute(reader as Writer)).rows.map(({ id }) => id)
}

const OPEN_STATES = DELIVERY_STATES.filter((state) => !isTerminal(state))
/** What is with the provider has been fetched, or never will be. */
const LEAVABLE_STATES = OPEN_STATES.filter((state) => state !== 'accepted' && state !== 'submitted')

/**
 * The next object that nobody needs any more: every delivery of its message has come to its end, or its link is over and
 * none can leave again. An object that may never have been put is among them: its row was there first.
 */
export async function nextMediaToDelete(reader: Reader, nowMs: Instant): Promise<MediaUpload | null> {
  const row = await reader
    .selectFrom('media_upload as u')
    .selectAll('u')
    .where('u.deleted_at_ms', 'is', null)
    .where('u.retry_at_ms', '<=', nowMs)
    .where((eb) => {
      const isOpenIn = (states: readonly string[]) =>
        eb.exists(
          eb
            .selectFrom('delivery as d')
            .select('d.id')
            .whereRef('d.message_id', '=', 'u.message_id')
            .where('d.state', 'in', among(states as readonly (typeof OPEN_STATES)[number][])),
        )
      return eb.or([
        eb.not(isOpenIn(OPEN_STATES)),
        eb.and([eb('u.expires_at_ms', '<=', nowMs), eb.not(isOpenIn(LEAVABLE_STATES))]),
      ])
    })
    .orderBy('u.created_at_ms')
    .limit(1)
    .executeTakeFirst()
  return row ? toUpload(row) : null
}

/** The earliest instant after now at which something is tried again after trouble; null when nothing is. */
export async function nextUploadRetryAt(reader: Reader, nowMs: Instant): Promise<Instant | null> {
  const row = await reader
    .selectFrom('media_upload')
    .select((eb) => eb.fn.min('retry_at_ms').as('retry_at_ms'))
    .where('deleted_at_ms', 'is', null)
    .where('retry_at_ms', '>', nowMs)
    .executeTakeFirst()
  return row?.retry_at_ms ?? null
}

type UploadRow = Selectable<Schema['media_upload']>
type NeedRow = {
  readonly needed_by: MessageId
  readonly needed_media: MediaId
  readonly sha256: string
  readonly media_type: string
} & { readonly [C in keyof UploadRow]: UploadRow[C] | null }

function isRow(row: NeedRow): row is NeedRow & UploadRow {
  return row.object_key !== null
}

function toUpload(row: UploadRow): MediaUpload {
  return {
    objectKey: row.object_key,
    messageId: row.message_id,
    mediaId: row.media_id,
    url: row.url,
    expiresAtMs: row.expires_at_ms,
    tries: row.tries,
    trouble: row.trouble === null ? null : (JSON.parse(row.trouble) as MediaTrouble),
    retryAtMs: row.retry_at_ms,
    deletedAtMs: row.deleted_at_ms,
  }
}
