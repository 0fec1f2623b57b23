import type { PictureSize } from './picture-size.ts'

/** One marker of a JPEG: its code, and where its segment's content begins and ends. */
interface JpegMarker {
  readonly code: number
  readonly start: number
  readonly end: number
}

const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda
const FILLER = 0xff
const NO_FRAME: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc])

/** The size that a JPEG's frame header says. Source: ITU-T T.81, B.2.2. */
export function jpegSize(view: DataView): PictureSize | null {
  for (const { code, start, end } of jpegMarkers(view)) {
    const isFrame = code >= 0xc0 && code <= 0xcf && !NO_FRAME.has(code)
    if (isFrame && end - start >= 5) return { heightPx: view.getUint16(start + 1), widthPx: view.getUint16(start + 3) }
  }
  return null
}

/** Where a JPEG's end-of-image marker is over; null when the file stops before it. */
export function jpegEnd(view: DataView): number | null {
  for (const { code, end } of jpegMarkers(view)) if (code === END_OF_IMAGE) return end
  return null
}

/** Walks from marker to marker; the pixels between them are passed over. Stops at the end or at anything odd. */
function* jpegMarkers(view: DataView): Generator<JpegMarker> {
  let at = 2
  while (at + 2 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return
    const code = view.getUint8(at + 1)
    if (code === END_OF_IMAGE) yield { code, start: at + 2, end: at + 2 }
    if (code === END_OF_IMAGE) return
    if (code === FILLER) at += 1
    else {
      if (at + 4 > view.byteLength) return
      const end = at + 2 + view.getUint16(at + 2)
      if (end > view.byteLength) return
      yield { code, start: at + 4, end }
      at = code === START_OF_SCAN ? afterPixels(view, end) : end
    }
  }
}

/** Among pixels an 0xff is followed by 0 (it is a pixel) or by a restart marker; anything else ends them. */
function afterPixels(view: DataView, start: number): number {
  let at = start
  while (at + 1 < view.byteLength) {
    const next = view.getUint8(at + 1)
    const isMarker = view.getUint8(at) === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)
    if (isMarker) return at
    at += 1
  }
  return view.byteLength
}
