import type { BlobStore } from '../../electron/blobs/blob-store.ts'
import { addMedia, type Media } from '../../electron/db/repos/media.ts'
import type { Writer } from '../../electron/db/schema.ts'
import type { MediaId, NewId } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import { photoFile } from './media-files.ts'

/** What a picture is kept in. */
export interface PicturePlace {
  readonly db: Writer
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly newId: NewId
}

/** Keeps a small picture, ready to go out; each seed is another picture. */
export async function keepPicture({ db, blobs, clock, newId }: PicturePlace, seed: number): Promise<Media> {
  const bytes = await photoFile(80, 60, seed)
  const kept = await blobs.put(bytes)
  if (!kept.ok) throw new Error(kept.error.code)
  const media: Media = {
    id: newId() as MediaId,
    sha256: kept.value.sha256,
    mediaType: 'image/jpeg',
    sizeBytes: bytes.length,
    name: 'door.jpg',
    widthPx: 80,
    heightPx: 60,
    addedBy: null,
    addedAtMs: clock.now(),
  }
  await addMedia(db, media)
  return media
}
