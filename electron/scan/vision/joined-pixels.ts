/** A picture of ink and no ink, row by row; 1 is ink. */
export interface InkMask {
  readonly widthPx: number
  readonly heightPx: number
  readonly isInk: Uint8Array
}

/** The ink's pixels in groups that hang together, each pixel joined with its eight neighbours, from the top down. */
export function joinedPixels(mask: InkMask): readonly (readonly number[])[] {
  const seen = new Uint8Array(mask.isInk.length)
  const groups: (readonly number[])[] = []
  for (let start = 0; start < seen.length; start += 1) {
    if (mask.isInk[start] === 1 && seen[start] !== 1) groups.push(joinedTo(start, mask, seen))
  }
  return groups
}

function joinedTo(start: number, { widthPx, heightPx, isInk }: InkMask, seen: Uint8Array): readonly number[] {
  const pixels = [start]
  seen[start] = 1
  for (let place = 0; place < pixels.length; place += 1) {
    const pixel = pixels[place] ?? 0
    const x = pixel % widthPx
    const y = (pixel - x) / widthPx
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        if (x + dx < 0 || x + dx >= widthPx || y + dy < 0 || y + dy >= heightPx) continue
        const next = pixel + dy * widthPx + dx
        if (isInk[next] !== 1 || seen[next] === 1) continue
        seen[next] = 1
        pixels.push(next)
      }
    }
  }
  return pixels
}
