import { Buffer, isUtf8 } from 'node:buffer'
import { err, ok } from '../../../shared/result.ts'
import type { Result } from '../../../shared/result.ts'

/** How the bytes of 0x80 to 0x9F read in Windows-1252; elsewhere it agrees with Latin-1. Source: encoding.spec.whatwg.org. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The first bytes of files that practice systems also call .csv: ZIP and Excel, old Excel, PDF. */
const NOT_TEXT = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
]

/**
 * Reads a file's bytes as text: UTF-8, UTF-16 or, as older Windows programs write, Windows-1252.
 * `not_text` for anything else, a spreadsheet or a picture with the wrong name among them.
 */
export function decodeText(bytes: Uint8Array): Result<string, { readonly code: 'not_text' }> {
  if (NOT_TEXT.some((magic) => magic.every((byte, place) => bytes[place] === byte))) return err({ code: 'not_text' })
  const text = decodeUtf16(bytes) ?? decodeBytes(bytes)
  return hasControls(text) ? err({ code: 'not_text' }) : ok(text)
}

function decodeUtf16(bytes: Uint8Array): string | null {
  const evenLength = bytes.length - (bytes.length % 2)
  const pairs = Buffer.from(bytes.subarray(0, evenLength))
  const [first, second] = [bytes[0], bytes[1]]
  if (first === 0xff && second === 0xfe) return pairs.toString('utf16le').slice(1)
  if (first === 0xfe && second === 0xff) return pairs.swap16().toString('utf16le').slice(1)
  return isUnmarkedUtf16(bytes) ? pairs.toString('utf16le') : null
}

/** Western text in UTF-16 has a zero after nearly every character; text in one byte a character has none at all. */
function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 2000)
  const zeros = head.filter((byte, place) => byte === 0 && place % 2 === 1).length
  return head.length >= 4 && zeros > head.length * 0.4 && head.every((byte, place) => byte !== 0 || place % 2 === 1)
}

function decodeBytes(bytes: Uint8Array): string {
  if (isUtf8(bytes))
    return Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, '')
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80))
}

/** Text has tabs and line ends, and no other control character. Some old systems end a file with 0x1A. */
function hasControls(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- finding them is the purpose
  return /[\u0000-\u0008\u000e-\u001f]/.test(text.replace(/\u001a+$/, ''))
}
