import { Transformer } from '@napi-rs/image'

/** A picture in which every pixel differs from its neighbours: as hard to shrink as a photograph of gravel. */
export function noisyPicture(widthPx: number, heightPx: number, seed = 1): Transformer {
  const pixels = new Uint8Array(widthPx * heightPx * 4)
  let state = seed
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    pixels[at] = at % 4 === 3 ? 255 : state >>> 24
  }
  return Transformer.fromRgbaPixels(pixels, widthPx, heightPx)
}

/** A JPEG of noise, of several megabytes where it is large. */
export async function photoFile(widthPx = 400, heightPx = 300, seed = 1): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await noisyPicture(widthPx, heightPx, seed).jpeg(90))
}

const TINY_FRAME = '2c00000000010001000002024c0100'

/** A GIF of so many frames, with a note in it that nobody should read. */
export function gifFile(frames = 2, note = 'taken at home'): Uint8Array<ArrayBuffer> {
  const loops = `21ff0b${Buffer.from('NETSCAPE2.0').toString('hex')}0301000000`
  const comment = `21fe${Buffer.from([note.length]).toString('hex')}${Buffer.from(note).toString('hex')}00`
  const frame = `21f9040014000000${TINY_FRAME}`
  const hex = `47494638396101000100800000000000ffffff${loops}${comment}${frame.repeat(frames)}3b`
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

/** The beginning of a film of this brand, filled up to a size. */
export function filmFile(brand: string, sizeBytes = 2_000): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes)
  bytes.set(Buffer.from(`\u0000\u0000\u0000\u0018ftyp${brand}\u0000\u0000\u0002\u0000`, 'latin1'))
  return bytes
}

/** A contact card of a practice. */
export function vcardFile(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Harborview Family Clinic\r\nTEL:+12065550100\r\nEND:VCARD\r\n'),
  )
}

/** The first frame of an MP3, filled up. */
export function mp3File(sizeBytes = 1_000): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes)
  bytes.set([0xff, 0xfb, 0x90, 0x64])
  return bytes
}
