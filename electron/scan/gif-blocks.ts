/** A GIF that was walked from its first block to its last. */
export interface ReadGif {
  readonly widthPx: number
  readonly heightPx: number
  readonly frames: number
  /** The same film without the notes that a program or a person left in it. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9
const APPLICATION = 0xff
/** Says how often a film is repeated; every other application block is a note. */
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0']

/** Walks a GIF without decoding it. Null where it breaks off or holds what no GIF holds. Source: GIF89a, 15 to 27. */
export function readGif(bytes: Uint8Array): ReadGif | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 14) return null
  const size = { widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) }
  const start = 13 + paletteLength(view.getUint8(10))
  const kept: Uint8Array[] = [bytes.subarray(0, start)]
  let frames = 0
  let at = start
  while (at < view.byteLength) {
    const end = blockEnd(view, at)
    if (end === null) return null
    const mark = view.getUint8(at)
    if (mark === IMAGE) frames += 1
    if (mark === TRAILER || mark === IMAGE || isPartOfFilm(bytes, at)) kept.push(bytes.subarray(at, end))
    if (mark === TRAILER) return frames > 0 ? { ...size, frames, bytes: join(kept) } : null
    at = end
  }
  return null
}

function isPartOfFilm(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] === GRAPHIC_CONTROL) return true
  const name = String.fromCharCode(...bytes.subarray(at + 3, at + 14))
  return bytes[at + 1] === APPLICATION && LOOPS.includes(name)
}

/** Where the block that begins at `at` is over; null where it is no block, or the file ends within it. */
function blockEnd(view: DataView, at: number): number | null {
  switch (view.getUint8(at)) {
    case TRAILER:
      return at + 1
    case EXTENSION:
      return afterSubBlocks(view, at + 2)
    case IMAGE:
      return at + 10 < view.byteLength ? afterSubBlocks(view, at + 10 + paletteLength(view.getUint8(at + 9)) + 1) : null
    default:
      return null
  }
}

/** Sub-blocks say their own length and end with an empty one. */
function afterSubBlocks(view: DataView, start: number): number | null {
  let at = start
  while (at < view.byteLength) {
    const length = view.getUint8(at)
    at += 1 + length
    if (length === 0) return at
  }
  return null
}

function paletteLength(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
