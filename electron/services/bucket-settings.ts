import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import { clearUploadWaits } from '../db/repos/media-uploads.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { newObjectKey } from './object-key.ts'

type Facts = OutputOf<'bucket.get'>

/** The bucket as it is set; its secret stays where it is. */
export function bucketFacts(desk: DeskServices): Facts {
  const bucket = desk.mediaPlace.bucket()
  if (!bucket) return { bucket: null }
  const { secretAccessKey: _, ...facts } = bucket
  return { bucket: facts }
}

/** Keeps the bucket in the encrypted store and lets what waited for it go on. Error: `bucket_secret_missing`. */
export async function saveBucket(
  desk: DeskServices,
  given: ParsedInputOf<'bucket.save'>,
): Promise<Result<Facts, AppError>> {
  const before = desk.mediaPlace.bucket()
  // A secret belongs to its key: under another key the old one is worth nothing.
  const known = before?.accessKeyId === given.accessKeyId ? before.secretAccessKey : null
  const secretAccessKey = given.secretAccessKey ?? known
  if (secretAccessKey === null) return err({ code: 'bucket_secret_missing' })
  await desk.mediaPlace.saveBucket({ ...given, secretAccessKey })
  await clearUploadWaits(desk.store.db)
  desk.mediaUploads.wake()
  return ok(bucketFacts(desk))
}

/** Forgets the bucket and its keys. */
export async function removeBucket(desk: DeskServices): Promise<Facts> {
  await desk.mediaPlace.saveBucket(null)
  return bucketFacts(desk)
}

const NOTE = new TextEncoder().encode('Optdesk can put, fetch and delete here.')

/**
 * Puts a small object, fetches it as the networks would, without a password, and deletes it. Errors: `bucket_not_set`,
 * `bucket_refused`, `bucket_unreachable`.
 */
export async function testBucket(desk: DeskServices): Promise<Result<{ readonly isWorking: true }, AppError>> {
  const place = desk.mediaPlace.bucketStore()
  if (!place) return err({ code: 'bucket_not_set' })
  const key = newObjectKey(desk.random, 'text/plain')
  const expiresAtMs = desk.clock.now() + 10 * MINUTE_MS
  const put = await place.put({ key, bytes: NOTE, mediaType: 'text/plain', expiresAtMs })
  if (!put.ok) return put
  const fetched = await fetchAsNetwork(put.value.url)
  const deleted = await place.delete(key)
  if (fetched) return err(fetched)
  return deleted.ok ? ok({ isWorking: true }) : deleted
}

const FETCH_LIMIT_MS = 15_000

/** Null when the link leads to what was put. */
async function fetchAsNetwork(url: string): Promise<AppError | null> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_LIMIT_MS) })
    const isSame = response.ok && Buffer.from(await response.arrayBuffer()).equals(NOTE)
    return isSame ? null : { code: 'bucket_refused', why: 'link', httpStatus: response.status }
  } catch {
    return { code: 'bucket_refused', why: 'link', httpStatus: null }
  }
}
