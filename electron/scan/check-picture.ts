import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { NamedBytes } from '../workshop/port.ts'
import { FORM_FILE_LIMITS } from './file-limits.ts'
import { jpegEnd } from './jpeg-markers.ts'
import { pictureSizeOf } from './picture-size.ts'
import type { PictureMediaType, PictureSize } from './picture-size.ts'
import { tiffPages } from './tiff-pages.ts'

/** Beginnings of other files that are hidden behind a picture: PDF, ZIP, web page. */
const HIDDEN = ['%PDF-', 'PK\u0003\u0004', '<html', '<script', '<svg', '<!DOCTYPE']

/**
 * Checks a picture without decoding it: its size by the header, that the file is whole, and that no other file hides
 * behind it. Fails with `file_broken` or `picture_too_many_pixels`.
 */
export function checkPicture({ name, bytes }: NamedBytes, mediaType: PictureMediaType): Result<PictureSize, AppError> {
  const size = checkSize(name, pictureSizeOf(bytes, mediaType))
  if (!size.ok) return size
  const end = pictureEnd(bytes, mediaType)
  return end === null || hidesAnotherFile(bytes.subarray(end)) ? err({ code: 'file_broken', name }) : size
}

/** Checks every page of a TIFF and counts them. Fails as {@link checkPicture} does, or with `pdf_too_many_pages`. */
export function checkTiff({ name, bytes }: NamedBytes): Result<number, AppError> {
  const pages = tiffPages(bytes)
  if (!pages || pages.length === 0) return err({ code: 'file_broken', name })
  const limitPages = FORM_FILE_LIMITS.pdfPages
  if (pages.length > limitPages) return err({ code: 'pdf_too_many_pages', name, pages: pages.length, limitPages })
  const refused = pages.map(({ size }) => checkSize(name, size)).find((checked) => !checked.ok)
  return refused && !refused.ok ? refused : ok(pages.length)
}

function checkSize(name: string, size: PictureSize | null): Result<PictureSize, AppError> {
  if (!size || size.widthPx < 1 || size.heightPx < 1) return err({ code: 'file_broken', name })
  const megapixels = (size.widthPx * size.heightPx) / 1_000_000
  if (megapixels <= FORM_FILE_LIMITS.megapixels) return ok(size)
  const limitMegapixels = FORM_FILE_LIMITS.megapixels
  return err({ code: 'picture_too_many_pixels', name, megapixels: Math.round(megapixels * 10) / 10, limitMegapixels })
}

/** Where the picture ends by its own format; null when the file ends earlier. Decoders forgive that, evidence must not. */
function pictureEnd(bytes: Uint8Array, mediaType: PictureMediaType): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (mediaType) {
    case 'image/jpeg':
      return jpegEnd(view)
    case 'image/png':
      return pngEnd(view)
    case 'image/webp': {
      const end = view.getUint32(4, true) + 8
      return end > bytes.length ? null : end
    }
  }
}

function pngEnd(view: DataView): number | null {
  let at = 8
  while (at + 12 <= view.byteLength) {
    const end = at + 12 + view.getUint32(at)
    if (end > view.byteLength) return null
    if (view.getUint32(at + 4) === 0x49454e44) return end // "IEND"
    at = end
  }
  return null
}

/** Phones append films and maps of depth to their pictures; documents and pages are what nobody appends honestly. */
function hidesAnotherFile(rest: Uint8Array): boolean {
  const text = Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength)
  return HIDDEN.some((beginning) => text.includes(beginning, 0, 'latin1'))
}
