import type { FormMediaType } from '../workshop/port.ts'

/** What a file is by its own first bytes. `found` names a kind that Optdesk does not take, for the person's sake. */
export type FileKind =
  | { readonly isForm: true; readonly mediaType: FormMediaType }
  | { readonly isForm: false; readonly found: 'heic' | 'gif' | 'svg' | 'zip' | 'other' }

const HEIC_BRANDS: ReadonlySet<string> = new Set([
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'mif1',
  'msf1',
  'avif',
])

/** Tells what kind of file these bytes are. Its name is not asked: names lie. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return form('image/png')
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return form('image/jpeg')
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a]))
    return form('image/tiff')
  if (asciiAt(bytes, 0, 4) === 'RIFF' && asciiAt(bytes, 8, 4) === 'WEBP') return form('image/webp')
  if (asciiAt(bytes, 0, 5) === '%PDF-') return form('application/pdf')
  return { isForm: false, found: strangerOf(bytes) }
}

function strangerOf(bytes: Uint8Array): Extract<FileKind, { isForm: false }>['found'] {
  if (asciiAt(bytes, 0, 4) === 'GIF8') return 'gif'
  if (asciiAt(bytes, 0, 2) === 'PK') return 'zip'
  if (asciiAt(bytes, 4, 4) === 'ftyp' && HEIC_BRANDS.has(asciiAt(bytes, 8, 4))) return 'heic'
  return /^\uFEFF?\s*<(?:\?xml|!doctype svg|svg)/i.test(asciiAt(bytes, 0, 200)) ? 'svg' : 'other'
}

function form(mediaType: FormMediaType): FileKind {
  return { isForm: true, mediaType }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, place) => bytes[place] === byte)
}

/** Reads Latin-1 text; an end past the file gives a shorter text. */
function asciiAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length))
}
