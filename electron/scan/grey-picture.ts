import { ResizeFit, Transformer } from '@napi-rs/image'
import { hasAlpha, onWhite } from './page-picture.ts'
import type { GreyPicture } from './vision/picture.ts'

/** More than this adds nothing to a sheet of paper: a letter page that fills it has 300 dpi. */
const LONG_SIDE_PX = 3300

/** Decodes a picture to grey, upright by its EXIF mark, shrunk to what reading needs. Rejects when it cannot be decoded. */
export async function decodeGrey(bytes: Uint8Array): Promise<GreyPicture> {
  const header = await new Transformer(bytes).metadata()
  let picture = new Transformer(bytes).rotate()
  if (hasAlpha(header)) picture = await onWhite(picture)
  const isLarge = Math.max(header.width, header.height) > LONG_SIDE_PX
  if (isLarge) picture.fastResize({ width: LONG_SIDE_PX, height: LONG_SIDE_PX, fit: ResizeFit.Inside })
  const raw = await picture.grayscale().rawPixels()
  return greyOf(raw, sizesOf(header, isLarge))
}

/** The library tells the size of a file, not of what it made of it: these are the sizes that it may have now. */
function sizesOf(
  { width, height, orientation }: Awaited<ReturnType<Transformer['metadata']>>,
  isShrunk: boolean,
): readonly (readonly [widthPx: number, heightPx: number])[] {
  const isTurned = orientation !== undefined && orientation >= 5
  const [across, down] = isTurned ? [height, width] : [width, height]
  if (!isShrunk) return [[across, down]]
  const short = Math.round((LONG_SIDE_PX * Math.min(across, down)) / Math.max(across, down))
  // Rounding may be off by one either way.
  return [short, short - 1, short + 1].map((other) => (across > down ? [LONG_SIDE_PX, other] : [other, LONG_SIDE_PX]))
}

/** A picture that was shrunk, or had an opacity, comes with the opacity of each pixel after its grey. */
function greyOf(raw: Uint8Array, sizes: ReturnType<typeof sizesOf>): GreyPicture {
  for (const [widthPx, heightPx] of sizes) {
    for (const channels of [1, 2]) {
      if (widthPx * heightPx * channels !== raw.length) continue
      const pixels = new Uint8Array(widthPx * heightPx)
      for (let at = 0; at < pixels.length; at += 1) pixels[at] = raw[at * channels] ?? 0
      return { widthPx, heightPx, pixels }
    }
  }
  throw new Error('The picture has another number of pixels than its size says.')
}
