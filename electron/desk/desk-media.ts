import type { CoreEvent } from '../../shared/ipc/contract.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import type { Store } from '../db/open.ts'
import { startMediaUploads } from '../services/upload-media.ts'
import type { MediaUploads } from '../services/upload-media.ts'
import { deskAlarm } from './desk-alarm.ts'
import type { CoreParts } from './core-parts.ts'
import { openMediaPlace } from './media-place.ts'
import type { MediaPlace } from './media-place.ts'
import type { Sending } from './sending.ts'

/** Where an open desk puts its pictures, and what puts them there. */
export interface DeskMedia {
  readonly place: MediaPlace
  readonly uploads: MediaUploads
}

/**
 * Opens the place for pictures and starts what puts them there; it goes by what the queue knows of the network. What sends
 * may be put together anew meanwhile, so it is asked for each time.
 */
export async function startDeskMedia(
  parts: CoreParts,
  { store, blobs, sending }: { readonly store: Store; readonly blobs: BlobStore; readonly sending: () => Sending },
): Promise<DeskMedia> {
  const { clock, random, emit, reportTrouble } = parts
  const place = await openMediaPlace({ db: store.db, clock, own: () => sending().carrier?.mediaStore ?? null })
  const uploads = startMediaUploads({
    store,
    blobs,
    clock,
    random,
    setAlarm: deskAlarm(parts),
    mediaStore: place.store,
    isOnline: async () => (await sending().sendingDesk?.status())?.connection === 'online',
    released: () => sending().sendingDesk?.wake(),
    emit,
    onTrouble: reportTrouble,
  })
  return { place, uploads }
}

/** Passes events on, and calls `back` each time the queue has found the network again. */
export function hearNetwork(emit: CoreParts['emit'], back: () => void): CoreParts['emit'] {
  let isOnline = false
  return (event: CoreEvent) => {
    emit(event)
    if (event.name !== 'queue.status') return
    const wasOnline = isOnline
    isOnline = event.value.connection === 'online'
    if (isOnline && !wasOnline) back()
  }
}
