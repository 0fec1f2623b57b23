import jsQR from 'jsqr'
import type { GreyPicture } from '../vision/picture.ts'
import { inColor } from '../vision/picture.ts'

/** What the printed code square of one of our sheets says. */
export interface SheetCode {
  readonly formCode: string
  readonly serial: string
}

/** Reads the code square in a straightened piece of the sheet; undefined when it holds none of ours. */
export function codeOnSheet(piece: GreyPicture): SheetCode | undefined {
  for (const look of [piece, inBlackAndWhite(piece, 0), inBlackAndWhite(piece, -24), inBlackAndWhite(piece, 24)]) {
    const found = jsQR(inColor(look), look.widthPx, look.heightPx, { inversionAttempts: 'dontInvert' })
    const code = /^OPTIN1\/([A-Z0-9-]+)\/(\d+)$/.exec(found?.data ?? '')
    if (code?.[1] !== undefined && code[2] !== undefined) return { formCode: code[1], serial: code[2] }
  }
  return undefined
}

/** Black and white at the middle of what is there, moved by `bias`: a worn print is too pale, a fax too dark. */
function inBlackAndWhite({ widthPx, heightPx, pixels }: GreyPicture, bias: number): GreyPicture {
  const sorted = Uint8Array.from(pixels).sort()
  const [dark, light] = [sorted[Math.floor(sorted.length * 0.05)] ?? 0, sorted[Math.floor(sorted.length * 0.95)] ?? 255]
  const limit = (dark + light) / 2 + bias
  return { widthPx, heightPx, pixels: pixels.map((value) => (value < limit ? 0 : 255)) }
}
