/** A grey picture, 8 bits a pixel, row by row; 0 is black. */
export interface GreyPicture {
  readonly widthPx: number
  readonly heightPx: number
  readonly pixels: Uint8Array
}

/** The picture with its longer side at most `longSidePx`, each new pixel the mean of what it covers. */
export function shrunk(picture: GreyPicture, longSidePx: number): GreyPicture {
  const scale = longSidePx / Math.max(picture.widthPx, picture.heightPx)
  if (scale >= 1) return picture
  const widthPx = Math.max(1, Math.round(picture.widthPx * scale))
  const heightPx = Math.max(1, Math.round(picture.heightPx * scale))
  const pixels = new Uint8Array(widthPx * heightPx)
  for (let y = 0; y < heightPx; y += 1) {
    const top = Math.floor((y * picture.heightPx) / heightPx)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.heightPx) / heightPx))
    for (let x = 0; x < widthPx; x += 1) {
      const left = Math.floor((x * picture.widthPx) / widthPx)
      const right = Math.max(left + 1, Math.floor(((x + 1) * picture.widthPx) / widthPx))
      let sum = 0
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) sum += picture.pixels[row * picture.widthPx + column] ?? 0
      }
      pixels[y * widthPx + x] = sum / ((bottom - top) * (right - left))
    }
  }
  return { widthPx, heightPx, pixels }
}

/** The picture as a mirror shows it. */
export function mirrored({ widthPx, heightPx, pixels }: GreyPicture): GreyPicture {
  const turned = new Uint8Array(pixels.length)
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) turned[y * widthPx + x] = pixels[y * widthPx + widthPx - 1 - x] ?? 0
  }
  return { widthPx, heightPx, pixels: turned }
}

/** The same picture in the form that finders of marks and codes want: red, green, blue and opacity. */
export function inColor({ pixels }: GreyPicture): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint32Array(pixels.length)
  // The opacity is the highest byte of four; grey is the same in the other three.
  for (let at = 0; at < pixels.length; at += 1) data[at] = 0xff000000 | ((pixels[at] ?? 0) * 0x010101)
  return new Uint8ClampedArray(data.buffer)
}
