/** Where chance comes from: so many bytes, each value as likely as the others. */
export type RandomBytes = (size: number) => Uint8Array

/** Draws numbers from 0 inclusive to 1 exclusive out of random bytes. */
export function randomShare(random: RandomBytes): () => number {
  return () => {
    const bytes = random(4)
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32
  }
}
