import { ResizeFit, Transformer } from '@napi-rs/image'
import type { Metadata } from '@napi-rs/image'
import { hasAlpha, onWhite } from './page-picture.ts'
import type { GreyPicture } from './vision/picture.ts'

/** More than this adds nothing to a sheet of paper: a letter page that fills it has 300 dpi. */
const LONG_SIDE_PX = 3300

/** Decodes a picture to grey, upright by its EXIF mark, shrunk to what reading needs. Rejects when it cannot be decoded. */
export async function decodeGrey(bytes: Uint8Array): Promise<GreyPicture> {
  const upright = new Transformer(bytes).rotate()
  const header = await upright.metadata()
  const picture = hasAlpha(header) ? await onWhite(upright) : upright
  if (Math.max(header.width, header.height) > LONG_SIDE_PX) {
    picture.fastResize({ width: LONG_SIDE_PX, height: LONG_SIDE_PX, fit: ResizeFit.Inside })
  }
  const pixels = new Uint8Array(await picture.grayscale().rawPixels())
  const widthPx = widthOf(header, pixels.length)
  return { widthPx, heightPx: pixels.length / widthPx, pixels }
}

/** The library tells the size of what came in, not of what it made of it; the number of pixels and the sides' ratio do. */
function widthOf({ width, height }: Metadata, count: number): number {
  const guess = Math.round(Math.sqrt((count * width) / height))
  // Rounding may be off by one either way; the right width divides the number of pixels.
  return [guess, guess - 1, guess + 1].find((wide) => count % wide === 0) ?? guess
}
