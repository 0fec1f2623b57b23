import { retryDelayMs } from '../../shared/domain/retry.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import type { Instant } from '../../shared/time.ts'
import {
  addMediaUpload,
  changeMediaUpload,
  deliveriesWithMediaUp,
  type MediaNeed,
  type MediaUpload,
  type NeedTerms,
} from '../db/repos/media-uploads.ts'
import { transition } from '../queue/transition.ts'
import { randomShare } from '../random-share.ts'
import { newObjectKey } from './object-key.ts'
import type { MediaUploadParts } from './upload-media.ts'

/** A picture is online no longer than it must: from an hour before its message may leave. */
const SOON_MS = HOUR_MS
/** As long as the networks try at most. Source: developer.vonage.com/en/api/messages, ttl. */
const LINK_LIFE_MS = 3 * DAY_MS
/** The networks fetch within minutes; a link must outlive a message by more than that. */
const LEAST_LINK_LIFE_MS = HOUR_MS
/** The first refusal may be a slip of the network; what a person must mend is not asked for every second. */
const LONGEST_TRIES = 20
const RELEASED_AT_ONCE = 200

/** The instants by which a look at `nowMs` judges. */
export function termsAt(nowMs: Instant): NeedTerms {
  return { nowMs, dueByMs: nowMs + SOON_MS, linkEndsBeforeMs: nowMs + LEAST_LINK_LIFE_MS }
}

/** Lets some deliveries go whose attachments are all online. False when there are none. */
export async function releaseUploaded(parts: MediaUploadParts, terms: NeedTerms): Promise<boolean> {
  const { store, released } = parts
  const moved = await store.db.transaction().execute(async (trx) => {
    const ids = await deliveriesWithMediaUp(trx, terms, RELEASED_AT_ONCE)
    if (ids.length === 0) return ids
    const move = { which: { ids }, from: ['held'], to: 'queued', by: 'uploader', atMs: terms.nowMs, why: null } as const
    return transition(trx, move)
  })
  if (moved.length === 0) return false
  tellNews(parts)
  released()
  return true
}

/** Puts one attachment online. Its row with the key and the count of tries is on disk before the first byte leaves. */
export async function putUpload(parts: MediaUploadParts, need: MediaNeed): Promise<void> {
  const { store, clock } = parts
  const upload = need.upload ?? (await beginUpload(parts, need))
  const expiresAtMs = clock.now() + LINK_LIFE_MS
  const tries = upload.tries + 1
  await changeMediaUpload(store.db, upload.objectKey, { tries, deletedAtMs: null })
  const put = await tryToPut(parts, need, upload.objectKey, expiresAtMs)
  const nowMs = clock.now()
  await changeMediaUpload(
    store.db,
    upload.objectKey,
    put.ok
      ? { url: put.value.url, uploadedAtMs: nowMs, expiresAtMs, tries: 0, trouble: null, retryAtMs: 0 }
      : { trouble: put.error, retryAtMs: retryAt(parts, nowMs, tries) },
  )
  if (!put.ok) tellNews(parts)
}

/** Deletes one object; until that works it is tried again. What was never tried to be put needs no request. */
export async function deleteUpload(parts: MediaUploadParts, upload: MediaUpload): Promise<void> {
  const { store, clock, mediaStore } = parts
  const { objectKey } = upload
  const isUntouched = upload.url === null && upload.tries === 0
  const place = mediaStore()
  const deleted: Result<null, AppError> | null = isUntouched
    ? null
    : place
      ? await place.delete(objectKey)
      : err({ code: 'bucket_not_set' })
  const nowMs = clock.now()
  if (deleted === null || deleted.ok) {
    return changeMediaUpload(store.db, objectKey, { url: null, trouble: null, deletedAtMs: nowMs })
  }
  const tries = upload.tries + 1
  const change = { tries, trouble: deleted.error, retryAtMs: retryAt(parts, nowMs, tries) }
  return changeMediaUpload(store.db, objectKey, change)
}

async function beginUpload(parts: MediaUploadParts, need: MediaNeed): Promise<MediaUpload> {
  const { messageId, mediaId, mediaType } = need
  const objectKey = newObjectKey(parts.random, mediaType)
  await addMediaUpload(parts.store.db, { objectKey, messageId, mediaId, createdAtMs: parts.clock.now() })
  const untouched = { url: null, expiresAtMs: null, tries: 0, trouble: null, retryAtMs: 0, deletedAtMs: null }
  return { objectKey, messageId, mediaId, ...untouched }
}

async function tryToPut(
  { blobs, mediaStore }: MediaUploadParts,
  { sha256, mediaType }: MediaNeed,
  key: string,
  expiresAtMs: Instant,
): Promise<Result<{ readonly url: string }, AppError>> {
  const place = mediaStore()
  if (!place) return err({ code: 'bucket_not_set' })
  const kept = await blobs.get(sha256)
  return kept.ok ? place.put({ key, bytes: kept.value, mediaType, expiresAtMs }) : kept
}

/** With full jitter, but never at once: the network is asked once a second at most. */
function retryAt({ random }: MediaUploadParts, nowMs: Instant, tries: number): Instant {
  return nowMs + Math.max(MINUTE_MS / 60, retryDelayMs(Math.min(tries, LONGEST_TRIES), randomShare(random)))
}

function tellNews({ emit }: MediaUploadParts): void {
  emit({ name: 'changed', value: { areas: ['messages', 'queue'] } })
}
