import { mediaKindOf } from '../../shared/domain/media-limits.ts'
import type { MediaId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { getMedia } from '../db/repos/media.ts'
import type { Media } from '../db/repos/media.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { readGif } from '../scan/gif-blocks.ts'
import { mediaTypeOf } from '../scan/media-type.ts'
import type { NamedBytes } from '../workshop/port.ts'

type MediaItem = OutputOf<'media.add'>['added'][number]

/** A picture or file as the window lists it. */
export function showMedia({ id, name, mediaType, sizeBytes, widthPx, heightPx }: Media): MediaItem {
  return { id, name, mediaType, kind: mediaKindOf(mediaType) ?? 'file', sizeBytes, widthPx, heightPx }
}

/** A small picture of a picture, for the screen. Fails with `not_found`, also for what is no picture, and what the blob store refuses. */
export async function mediaPicture(
  desk: DeskServices,
  id: MediaId,
): Promise<Result<OutputOf<'media.picture'>, AppError>> {
  const media = await getMedia(desk.store.db, id)
  if (!media || media.widthPx === null || media.heightPx === null) return err({ code: 'not_found', what: 'picture' })
  const kept = await desk.blobs.get(media.sha256)
  if (!kept.ok) return kept
  return pictureForScreen(desk, { name: media.name, bytes: kept.value })
}

/** Makes a small JPEG of a picture; a GIF comes as it is, for its frames are what it is. Fails with `file_broken`. */
export async function pictureForScreen(
  { workshop }: DeskServices,
  file: NamedBytes,
): Promise<Result<OutputOf<'media.picture'>, AppError>> {
  const gif = mediaTypeOf(file.bytes)
  const size = gif.is === 'whole' && gif.mediaType === 'image/gif' ? readGif(file.bytes) : null
  if (size) {
    const { widthPx, heightPx } = size
    return ok({ bytes: new Uint8Array(file.bytes), mediaType: 'image/gif', widthPx, heightPx })
  }
  const small = await workshop.run('previewMedia', file)
  return small.ok ? ok({ ...small.value, mediaType: 'image/jpeg' }) : small
}
