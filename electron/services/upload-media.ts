import type { CoreEvent } from '../../shared/ipc/contract.ts'
import type { Clock, Instant } from '../../shared/time.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import type { Store } from '../db/open.ts'
import { nextMediaNeed, nextMediaToDelete, nextUploadRetryAt } from '../db/repos/media-uploads.ts'
import type { MediaStore } from '../provider/media-store.ts'
import { type Loop, startLoop } from '../queue/loop.ts'
import type { Timing } from '../queue/timing.ts'
import type { RandomBytes } from '../random-share.ts'
import { deleteUpload, putUpload, releaseUploaded, termsAt } from './upload-steps.ts'

/** What puts pictures online in time and takes them away again. */
export interface MediaUploads {
  /** Says that something new waits, or that the network is back. */
  wake(): void
  /** Lets the request in flight end, and stops. */
  stop(): Promise<void>
}

/** What the uploads work with. */
export interface MediaUploadParts {
  readonly store: Store
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly random: RandomBytes
  readonly setAlarm: Timing['setAlarm']
  /** Null while the office has no place for pictures. */
  readonly mediaStore: () => MediaStore | null
  /** What the queue knows of the network: nothing is tried while it is away. */
  readonly isOnline: () => Promise<boolean>
  /** Told when deliveries that waited for their pictures may leave. */
  readonly released: () => void
  readonly emit: (event: CoreEvent) => void
  readonly onTrouble: (cause: unknown) => void
}

/** Between two looks while nothing tells of news: what is due within the hour is found in time. */
const LOOK_EVERY_MS = MINUTE_MS
/** After trouble with the store, before the next try. */
const TROUBLE_WAIT_MS = 5_000

/**
 * Puts what messages carry where the networks can fetch it, an hour before they may leave, lets the messages go, and
 * deletes each object once nobody needs it. Every step begins with a row and can be taken again: a crash anywhere costs one
 * more request, never an object that nobody knows of.
 */
export function startMediaUploads(parts: MediaUploadParts): MediaUploads {
  const loop: Loop = startLoop(() => turn(parts), parts.setAlarm)
  return { wake: () => loop.wake(), stop: () => loop.stop() }
}

/** Takes one step. Returns until when there is nothing to do, or null to go on at once. Does not throw. */
async function turn(parts: MediaUploadParts): Promise<Instant | null> {
  try {
    return (await step(parts)) ? null : await nextLookAt(parts)
  } catch (cause) {
    parts.onTrouble(cause)
    return parts.clock.now() + TROUBLE_WAIT_MS
  }
}

/** What may leave goes first, then what is to be put, then what is to be deleted. False when there is nothing to do now. */
async function step(parts: MediaUploadParts): Promise<boolean> {
  const { db } = parts.store
  const terms = termsAt(parts.clock.now())
  if (await releaseUploaded(parts, terms)) return true
  if (!(await parts.isOnline())) return false
  const need = await nextMediaNeed(db, terms)
  if (need) return putUpload(parts, need).then(() => true)
  const unneeded = await nextMediaToDelete(db, terms.nowMs)
  return unneeded ? deleteUpload(parts, unneeded).then(() => true) : false
}

async function nextLookAt({ store, clock }: MediaUploadParts): Promise<Instant> {
  const nowMs = clock.now()
  const retryAtMs = await nextUploadRetryAt(store.db, nowMs)
  return Math.min(nowMs + LOOK_EVERY_MS, retryAtMs ?? Infinity)
}
