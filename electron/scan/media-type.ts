import { fileKindOf } from './file-kind.ts'

/** A picture that is decoded and written anew before it goes out. */
export type PictureSource = 'image/jpeg' | 'image/png' | 'image/webp'

/** What goes out as it came in. */
export type WholeMedia = 'image/gif' | 'audio/mpeg' | 'video/mp4' | 'video/3gpp' | 'text/vcard' | 'application/pdf'

/** What a file is by its own bytes. `found` names a kind that no message carries, so that its owner learns the way out. */
export type MediaType =
  | { readonly is: 'picture'; readonly mediaType: PictureSource }
  | { readonly is: 'whole'; readonly mediaType: WholeMedia }
  | { readonly is: 'refused'; readonly found: 'heic' | 'tiff' | 'svg' | 'mov' | 'zip' | 'other' }

/** Tells what these bytes are to a message. The file's name is not asked: names lie. */
export function mediaTypeOf(bytes: Uint8Array): MediaType {
  const kind = fileKindOf(bytes)
  if (kind.isForm) {
    if (kind.mediaType === 'application/pdf') return { is: 'whole', mediaType: kind.mediaType }
    return kind.mediaType === 'image/tiff'
      ? { is: 'refused', found: 'tiff' }
      : { is: 'picture', mediaType: kind.mediaType }
  }
  if (kind.found === 'gif') return { is: 'whole', mediaType: 'image/gif' }
  if (kind.found !== 'other') return { is: 'refused', found: kind.found }
  const film = filmOf(bytes)
  if (film === 'mov') return { is: 'refused', found: 'mov' }
  if (film !== null) return { is: 'whole', mediaType: film }
  if (isMp3(bytes)) return { is: 'whole', mediaType: 'audio/mpeg' }
  return isVcard(bytes) ? { is: 'whole', mediaType: 'text/vcard' } : { is: 'refused', found: 'other' }
}

const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |M4VH|M4VP|MSNV|mmp4|dash|f4v )$/

/** Source: ISO/IEC 14496-12, 4.3, the file type box; 3GPP TS 26.244, 5.2 for the brands of 3GP. */
function filmOf(bytes: Uint8Array): 'video/mp4' | 'video/3gpp' | 'mov' | null {
  if (latin1(bytes, 4, 4) !== 'ftyp') return null
  const brand = latin1(bytes, 8, 4)
  if (brand === 'qt  ') return 'mov'
  if (/^3g[p2]/.test(brand)) return 'video/3gpp'
  return MP4_BRANDS.test(brand) ? 'video/mp4' : null
}

/** An ID3 tag, or the header of a frame of Layer III whose fields all have a meaning. Source: ISO/IEC 11172-3, 2.4.1.3. */
function isMp3(bytes: Uint8Array): boolean {
  if (latin1(bytes, 0, 3) === 'ID3') return true
  const [first = 0, second = 0, third = 0] = bytes
  const isFrame = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08
  return isFrame && third >> 4 !== 0xf && third >> 4 !== 0 && (third & 0x0c) !== 0x0c
}

/** Source: RFC 6350, 6.1.1 and 6.1.2: a card begins and ends with these lines. */
function isVcard(bytes: Uint8Array): boolean {
  const head = latin1(bytes, 0, 40).replace(/^\u00ef\u00bb\u00bf/, '')
  const tail = latin1(bytes, Math.max(0, bytes.length - 40), 40)
  return /^BEGIN:VCARD\r?\n/i.test(head) && /\nEND:VCARD\s*$/i.test(tail)
}

function latin1(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length))
}
