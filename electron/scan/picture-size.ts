import { jpegSize } from './jpeg-markers.ts'

/** Width and height in pixels, as the header says them. */
export interface PictureSize {
  readonly widthPx: number
  readonly heightPx: number
}

/** A picture of one page; TIFF files are read by `tiff-pages.ts`. */
export type PictureMediaType = 'image/png' | 'image/jpeg' | 'image/webp'

/**
 * Reads a picture's size from its header, before anything is decoded: a few hundred bytes can claim gigabytes.
 * Null where the header says no size, which means that the file is broken.
 */
export function pictureSizeOf(bytes: Uint8Array, mediaType: PictureMediaType): PictureSize | null {
  const size = readers[mediaType](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return size && size.widthPx > 0 && size.heightPx > 0 ? size : null
}

const readers: Readonly<Record<PictureMediaType, (view: DataView) => PictureSize | null>> = {
  'image/png': pngSize,
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
}

/** Source: W3C PNG, section 11.2.1; the first chunk is IHDR. */
function pngSize(view: DataView): PictureSize | null {
  if (view.byteLength < 24) return null
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) }
}

/** Source: RFC 9649, WebP container; the first chunk is VP8, VP8L or VP8X. */
function webpSize(view: DataView): PictureSize | null {
  if (view.byteLength < 30) return null
  const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 ": 14 bits each, the upper two are a scale
      return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff }
    case 0x5650384c: {
      // "VP8L": 14 bits each, packed, less one
      const packed = view.getUint32(21, true)
      return { widthPx: (packed & 0x3fff) + 1, heightPx: ((packed >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: // "VP8X": 24 bits each, less one
      return { widthPx: uint24(24) + 1, heightPx: uint24(27) + 1 }
    default:
      return null
  }
}
