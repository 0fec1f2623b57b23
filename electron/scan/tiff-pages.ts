import type { PictureSize } from './picture-size.ts'

/** One page of a TIFF: a scanner may put a whole pile into one file. */
export interface TiffPage {
  readonly size: PictureSize
  /** Where its directory begins, in bytes. */
  readonly directoryAt: number
}

const SUBFILE_TYPE = 254
const WIDTH = 256
const HEIGHT = 257
const SHORT = 3
const MOST_DIRECTORIES = 1000

/**
 * Lists the pages of a TIFF by its chain of directories; small pictures of a page are passed over. Null when the chain
 * is broken or runs in a circle. Source: TIFF 6.0, section 2.
 */
export function tiffPages(bytes: Uint8Array): readonly TiffPage[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pages: TiffPage[] = []
  const seen = new Set<number>()
  let at = view.byteLength < 8 ? view.byteLength : view.getUint32(4, isLittleEndian(view))
  while (at !== 0) {
    const tags = seen.has(at) || seen.size > MOST_DIRECTORIES ? null : readDirectory(view, at)
    if (!tags) return null
    seen.add(at)
    if ((tags.subfileType & 1) === 0)
      pages.push({ size: { widthPx: tags.width, heightPx: tags.height }, directoryAt: at })
    at = tags.nextAt
  }
  return pages
}

/** The same file with one of its pages as the first: decoders read the first alone. `pageNo` counts from 1. */
export function tiffOfPage(bytes: Uint8Array, pageNo: number): Uint8Array {
  const page = tiffPages(bytes)?.[pageNo - 1]
  const copy = new Uint8Array(bytes)
  const view = new DataView(copy.buffer)
  if (page) view.setUint32(4, page.directoryAt, isLittleEndian(view))
  return copy
}

function isLittleEndian(view: DataView): boolean {
  return view.getUint16(0) === 0x4949
}

function readDirectory(view: DataView, at: number) {
  const isLittle = isLittleEndian(view)
  if (at + 2 > view.byteLength) return null
  const nextField = at + 2 + view.getUint16(at, isLittle) * 12
  if (nextField + 4 > view.byteLength) return null
  const tags = { subfileType: 0, width: 0, height: 0, nextAt: view.getUint32(nextField, isLittle) }
  for (let entry = at + 2; entry < nextField; entry += 12) {
    const isShort = view.getUint16(entry + 2, isLittle) === SHORT
    const value = isShort ? view.getUint16(entry + 8, isLittle) : view.getUint32(entry + 8, isLittle)
    const tag = view.getUint16(entry, isLittle)
    if (tag === SUBFILE_TYPE) tags.subfileType = value
    if (tag === WIDTH) tags.width = value
    if (tag === HEIGHT) tags.height = value
  }
  return tags
}
