import type { Canvas } from '@napi-rs/canvas'
import { createCanvas } from '@napi-rs/canvas'

/** Encodes as JPEG at quality 80, or at the best lower quality that keeps within the size. Throws when even 40 is too big. */
export function jpegWithin(canvas: Canvas, maxBytes: number): Buffer {
  for (let quality = 80; quality >= 40; quality -= 4) {
    const bytes = canvas.toBuffer('image/jpeg', quality)
    if (bytes.length <= maxBytes) return bytes
  }
  throw new Error(`The picture does not fit into ${maxBytes} bytes`)
}

/** The same picture lying on its left side, as a phone stores it that was held upright. */
export function lieOnLeftSide(canvas: Canvas): Canvas {
  const lying = createCanvas(canvas.height, canvas.width)
  const context = lying.getContext('2d')
  context.translate(0, canvas.width)
  context.rotate(-Math.PI / 2)
  context.drawImage(canvas, 0, 0)
  return lying
}

/**
 * Adds the EXIF note "turn this a quarter clockwise to look at it" (orientation 6) to a JPEG.
 * Source: CIPA DC-008 (Exif 2.3), 4.6.4, tag 0x0112.
 */
export function withQuarterTurnNote(jpeg: Buffer): Buffer {
  const tiffHeader = Buffer.from('MM\0*\0\0\0\x08', 'latin1')
  const oneEntry = Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffHeader, oneEntry])
  const segment = Buffer.from([0xff, 0xe1, 0, 0])
  segment.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), segment, body, jpeg.subarray(2)])
}
