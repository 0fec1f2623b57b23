import type { MessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'

/** What a message carries, in its order, with the links as the networks fetch it; null where there is no link that works. */
export async function linksOfMessage(
  reader: Reader,
  messageId: MessageId,
  nowMs: Instant,
): Promise<readonly { readonly mediaType: string; readonly url: string | null }[]> {
  const rows = await reader
    .selectFrom('message_media')
    .innerJoin('media', 'media.id', 'message_media.media_id')
    .leftJoin('media_upload', (join) =>
      join
        .onRef('media_upload.message_id', '=', 'message_media.message_id')
        .onRef('media_upload.media_id', '=', 'message_media.media_id')
        .on('media_upload.deleted_at_ms', 'is', null)
        .on('media_upload.expires_at_ms', '>', nowMs),
    )
    .select(['media.media_type as mediaType', 'media_upload.url'])
    .where('message_media.message_id', '=', messageId)
    .orderBy('message_media.position')
    .execute()
  return rows
}

/** What lies under a key and may be fetched now: it was put, is not deleted, and its time is not over. */
export async function mediaOfObjectKey(
  reader: Reader,
  objectKey: string,
  nowMs: Instant,
): Promise<{ readonly sha256: string; readonly mediaType: string } | null> {
  const row = await reader
    .selectFrom('media_upload')
    .innerJoin('media', 'media.id', 'media_upload.media_id')
    .select(['media.sha256', 'media.media_type as mediaType'])
    .where('media_upload.object_key', '=', objectKey)
    .where('media_upload.url', 'is not', null)
    .where('media_upload.deleted_at_ms', 'is', null)
    .where('media_upload.expires_at_ms', '>', nowMs)
    .executeTakeFirst()
  return row ?? null
}
