import { Transformer } from '@napi-rs/image'
import { PDFDocument, PDFHexString, PDFName, PDFNumber } from 'pdf-lib'

/** A picture of two halves: ink on the left, white paper on the right. `seed` makes its bytes unlike any other's. */
export function picture(widthPx = 60, heightPx = 40, seed = 1): Transformer {
  const pixels = new Uint8Array(widthPx * heightPx * 4).fill(255)
  for (let at = 0; at < pixels.length; at += 4) {
    const isInk = (at / 4) % widthPx < widthPx / 2
    if (isInk) pixels.set([20 + (seed % 200), 30, 60 + Math.floor(seed / 200), 255], at)
  }
  return Transformer.fromRgbaPixels(pixels, widthPx, heightPx)
}

/** A small, good PNG. */
export function pngFile(seed = 1): Promise<Uint8Array> {
  return picture(60, 40, seed).png()
}

/** A small, good JPEG; with an EXIF orientation when one is given (6: the phone was held upright). */
export async function jpegFile(orientation?: number): Promise<Uint8Array> {
  const jpeg = await picture().jpeg(90)
  if (orientation === undefined) return jpeg
  const tiff = `4D4D002A0000000800010112000300000001${orientation.toString(16).padStart(4, '0')}000000000000`
  const exif = Buffer.from(`FFE10022457869660000${tiff}`, 'hex')
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)])
}

/** A PDF with so many letter pages, each with a picture like a scanner's. */
export async function pdfFile(pages: number, seed = 1): Promise<Uint8Array> {
  const pdf = await pdfOf(pages, seed)
  return pdf.save()
}

/** A PDF that asks for a password: its encryption entry matches no password at all. */
export async function lockedPdfFile(): Promise<Uint8Array> {
  const pdf = await pdfOf(1, 1)
  const secret = (fill: string): PDFHexString => PDFHexString.of(fill.repeat(32))
  const entries = { V: PDFNumber.of(1), R: PDFNumber.of(2), O: secret('1A'), U: secret('2B'), P: PDFNumber.of(-44) }
  const encrypt = pdf.context.obj({ Filter: PDFName.of('Standard'), ...entries })
  pdf.context.trailerInfo.Encrypt = pdf.context.register(encrypt)
  pdf.context.trailerInfo.ID = pdf.context.obj([secret('3C'), secret('3C')])
  return pdf.save({ useObjectStreams: false })
}

/** A TIFF of two pages, the second twice as wide as the first: what a scanner makes of a pile. */
export async function twoPageTiffFile(): Promise<Uint8Array> {
  const [first, second] = [Buffer.from(await picture(60, 40).tiff()), Buffer.from(await picture(120, 40, 2).tiff())]
  const shift = first.length
  const moved = Buffer.from(second)
  const directoryAt = moved.readUInt32LE(4)
  for (let entry = 0; entry < moved.readUInt16LE(directoryAt); entry += 1) {
    moveEntry(moved, directoryAt + 2 + entry * 12, shift)
  }
  const firstDirectoryAt = first.readUInt32LE(4)
  first.writeUInt32LE(shift + directoryAt, firstDirectoryAt + 2 + first.readUInt16LE(firstDirectoryAt) * 12)
  return Buffer.concat([first, moved])
}

const BYTES_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const STRIP_OFFSETS = 273

/** Everything of a directory that points into the file points further on, once another page stands before it. */
function moveEntry(tiff: Buffer, at: number, shift: number): void {
  const size = (BYTES_OF_TYPE[tiff.readUInt16LE(at + 2)] ?? 1) * tiff.readUInt32LE(at + 4)
  const isStripOffset = tiff.readUInt16LE(at) === STRIP_OFFSETS
  const value = tiff.readUInt32LE(at + 8)
  if (size > 4 || isStripOffset) tiff.writeUInt32LE(value + shift, at + 8)
  if (!(size > 4 && isStripOffset)) return
  for (let strip = value; strip < value + size; strip += 4) tiff.writeUInt32LE(tiff.readUInt32LE(strip) + shift, strip)
}

/** A PNG of a few dozen bytes whose header claims 17,000 x 17,000 pixels. */
export async function hugePngHeader(): Promise<Uint8Array> {
  const png = Buffer.from(await pngFile())
  png.writeUInt32BE(17_000, 16)
  png.writeUInt32BE(17_000, 20)
  return png
}

async function pdfOf(pages: number, seed: number): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  const image = await pdf.embedPng(await pngFile(seed))
  for (let page = 0; page < pages; page += 1) {
    pdf.addPage([612, 792]).drawImage(image, { x: 40, y: 40, width: 500, height: 300 })
  }
  return pdf
}
