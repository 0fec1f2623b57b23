import type { Selectable } from 'kysely'
import type { BroadcastId, MediaId, MessageId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader, Schema, Writer } from '../schema.ts'

/** A picture or file of ours as it goes out. Its bytes lie encrypted beside the store, under their SHA-256. */
export interface Media {
  readonly id: MediaId
  readonly sha256: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly name: string
  readonly widthPx: number | null
  readonly heightPx: number | null
  /** Null for what came in. */
  readonly addedBy: StaffId | null
  readonly addedAtMs: Instant
}

/** Adds a picture or file. Throws when the same bytes are known: look with `mediaBySha256` first, in one transaction. */
export async function addMedia(writer: Writer, media: Media): Promise<void> {
  await writer
    .insertInto('media')
    .values({
      id: media.id,
      sha256: media.sha256,
      media_type: media.mediaType,
      size_bytes: media.sizeBytes,
      name: media.name,
      width_px: media.widthPx,
      height_px: media.heightPx,
      added_by: media.addedBy,
      added_at_ms: media.addedAtMs,
    })
    .execute()
}

/** One picture or file; null when there is none of this id. */
export async function getMedia(reader: Reader, id: MediaId): Promise<Media | null> {
  const row = await reader.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toMedia(row) : null
}

/** The picture or file of exactly these bytes, or null. */
export async function mediaBySha256(reader: Reader, sha256: string): Promise<Media | null> {
  const row = await reader.selectFrom('media').selectAll().where('sha256', '=', sha256).executeTakeFirst()
  return row ? toMedia(row) : null
}

/** Some pictures and files, in no order; unknown ids are left out. */
export async function mediaByIds(reader: Reader, ids: readonly MediaId[]): Promise<readonly Media[]> {
  const rows = await reader.selectFrom('media').selectAll().where('id', 'in', among(ids)).execute()
  return rows.map(toMedia)
}

/** Says what a message carries, in this order. */
export async function addMessageMedia(writer: Writer, messageId: MessageId, ids: readonly MediaId[]): Promise<void> {
  if (ids.length === 0) return
  await writer
    .insertInto('message_media')
    .values(ids.map((id, position) => ({ message_id: messageId, position, media_id: id })))
    .execute()
}

/** What some messages carry, each in its order. */
export async function mediaOfMessages(
  reader: Reader,
  ids: readonly MessageId[],
): Promise<readonly (Media & { readonly messageId: MessageId })[]> {
  const rows = await reader
    .selectFrom('message_media')
    .innerJoin('media', 'media.id', 'message_media.media_id')
    .selectAll('media')
    .select('message_media.message_id')
    .where('message_media.message_id', 'in', among(ids))
    .orderBy('message_media.message_id')
    .orderBy('message_media.position')
    .execute()
  return rows.map((row) => ({ ...toMedia(row), messageId: row.message_id }))
}

/** What every copy of a broadcast carries, in its order. */
export async function mediaOfBroadcast(reader: Reader, id: BroadcastId): Promise<readonly Media[]> {
  const rows = await reader
    .selectFrom('message')
    .innerJoin('message_media', 'message_media.message_id', 'message.id')
    .innerJoin('media', 'media.id', 'message_media.media_id')
    .selectAll('media')
    .where('message.broadcast_id', '=', id)
    .orderBy('message_media.position')
    .execute()
  return rows.map(toMedia)
}

function toMedia(row: Selectable<Schema['media']>): Media {
  return {
    id: row.id,
    sha256: row.sha256,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    name: row.name,
    widthPx: row.width_px,
    heightPx: row.height_px,
    addedBy: row.added_by,
    addedAtMs: row.added_at_ms,
  }
}
