import { mediaKindOf } from '../../../shared/domain/media-limits.ts'
import { err, ok } from '../../../shared/result.ts'
import { checkPicture } from '../../scan/check-picture.ts'
import { FORM_FILE_LIMITS, MEDIA_FILE_LIMITS, PREVIEW_LONG_SIDE_PX } from '../../scan/file-limits.ts'
import { fitPicture, previewPicture } from '../../scan/fit-picture.ts'
import { readGif } from '../../scan/gif-blocks.ts'
import { mediaTypeOf } from '../../scan/media-type.ts'
import type { PictureSource, WholeMedia } from '../../scan/media-type.ts'
import type { JobInput, JobResult, NamedBytes } from '../port.ts'

type MediaFile = JobInput<'prepareMedia'>
type Prepared = JobResult<'prepareMedia'>

/** Below this a photograph shows nothing any more. */
const LEAST_ROOM_BYTES = 20_000

/**
 * Makes a file ready to go out, by what it is and not by its name. A picture is decoded, turned upright, written anew
 * without its metadata and shrunk until it fits; a GIF keeps its frames and loses its notes; the rest goes as it is, or
 * not at all. Fails with `file_empty`, `file_too_big`, `media_refused`, `media_too_big`, `media_no_room`, `file_broken`,
 * `picture_too_many_pixels` or `gif_too_long`.
 */
export async function prepareMedia(file: MediaFile): Promise<Prepared> {
  const { name, bytes } = file
  const limitBytes = MEDIA_FILE_LIMITS.sizeBytes
  if (bytes.length === 0) return err({ code: 'file_empty', name })
  if (bytes.length > limitBytes) return err({ code: 'file_too_big', name, sizeBytes: bytes.length, limitBytes })
  const type = mediaTypeOf(bytes)
  if (type.is === 'refused') return err({ code: 'media_refused', name, found: type.found })
  if (type.is === 'picture') return preparePicture(file, type.mediaType)
  return type.mediaType === 'image/gif' ? prepareGif(file) : prepareWhole(file, type.mediaType)
}

async function preparePicture(file: MediaFile, mediaType: PictureSource): Promise<Prepared> {
  const { name, bytes, limitBytes } = file
  const checked = checkPicture(file, mediaType)
  if (!checked.ok) return checked
  if (limitBytes < LEAST_ROOM_BYTES) return err({ code: 'media_no_room', name, leftBytes: limitBytes })
  try {
    const fitted = await fitPicture(bytes, { limitBytes, mayBePng: mediaType === 'image/png' })
    return fitted ? ok(fitted) : err({ code: 'media_no_room', name, leftBytes: limitBytes })
  } catch {
    return err({ code: 'file_broken', name })
  }
}

function prepareGif({ name, bytes, limitBytes }: MediaFile): Prepared {
  const gif = readGif(bytes)
  if (!gif || gif.widthPx < 1 || gif.heightPx < 1) return err({ code: 'file_broken', name })
  const megapixels = (gif.widthPx * gif.heightPx) / 1_000_000
  const limitMegapixels = FORM_FILE_LIMITS.megapixels
  if (megapixels > limitMegapixels) {
    return err({ code: 'picture_too_many_pixels', name, megapixels: Math.round(megapixels * 10) / 10, limitMegapixels })
  }
  const limitFrames = MEDIA_FILE_LIMITS.gifFrames
  if (gif.frames > limitFrames) return err({ code: 'gif_too_long', name, frames: gif.frames, limitFrames })
  const sizeBytes = gif.bytes.length
  if (sizeBytes > limitBytes) return err({ code: 'media_too_big', name, kind: 'gif', sizeBytes, limitBytes })
  return ok({ mediaType: 'image/gif', bytes: gif.bytes, widthPx: gif.widthPx, heightPx: gif.heightPx })
}

/** A sound, a film, a card, a document: Optdesk does not cut them, so they fit or they do not. */
function prepareWhole({ name, bytes, limitBytes }: MediaFile, mediaType: WholeMedia): Prepared {
  const sizeBytes = bytes.length
  const kind = mediaKindOf(mediaType) ?? 'file'
  if (sizeBytes > limitBytes) return err({ code: 'media_too_big', name, kind, sizeBytes, limitBytes })
  return ok({ mediaType, bytes: new Uint8Array(bytes), widthPx: null, heightPx: null })
}

/** Makes a small picture of a prepared one, for the screen. Fails with `file_broken`. */
export async function previewMedia({ name, bytes }: NamedBytes): Promise<JobResult<'previewMedia'>> {
  try {
    const { widthPx, heightPx, bytes: small } = await previewPicture(bytes, PREVIEW_LONG_SIDE_PX)
    return ok({ bytes: small, widthPx, heightPx })
  } catch {
    return err({ code: 'file_broken', name })
  }
}
