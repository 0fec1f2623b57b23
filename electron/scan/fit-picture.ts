import { ResizeFit, Transformer } from '@napi-rs/image'
import { hasAlpha, onWhite } from './page-picture.ts'

/** A picture ready to go out: upright, without metadata. */
export interface FittedPicture {
  readonly mediaType: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly widthPx: number
  readonly heightPx: number
}

const LONGEST_SIDE_PX = 1600
const FIRST_QUALITY = 82

/** From the finest to the smallest that still shows something; phones show no more than the first. */
const STEPS: readonly { readonly longSidePx: number; readonly quality: number }[] = [
  { longSidePx: LONGEST_SIDE_PX, quality: FIRST_QUALITY },
  { longSidePx: LONGEST_SIDE_PX, quality: 70 },
  { longSidePx: 1280, quality: 78 },
  { longSidePx: 1280, quality: 65 },
  { longSidePx: 1024, quality: 72 },
  { longSidePx: 800, quality: 72 },
  { longSidePx: 640, quality: 70 },
  { longSidePx: 480, quality: 65 },
  { longSidePx: 320, quality: 60 },
]
const PREVIEW_QUALITY = 80

/**
 * Turns a picture upright, leaves its metadata (place, time, device) behind and shrinks it until it fits into `limitBytes`.
 * What was drawn stays a PNG while that fits; everything else becomes a JPEG. Null where nothing recognisable fits.
 * Rejects when the picture cannot be decoded.
 */
export async function fitPicture(
  source: Uint8Array,
  { limitBytes, mayBePng }: { readonly limitBytes: number; readonly mayBePng: boolean },
): Promise<FittedPicture | null> {
  const isOpaque = !hasAlpha(await new Transformer(source).metadata())
  // Most photographs fit at the first step.
  const first = mayBePng || !isOpaque ? null : await toJpeg(await within(source, LONGEST_SIDE_PX), FIRST_QUALITY)
  if (first && first.bytes.length <= limitBytes) return first
  // Decoded once more, at the size of the first step; the steps after it work on that.
  const upright = await within(source, LONGEST_SIDE_PX)
  const png = new Uint8Array(await upright.png())
  const header = await new Transformer(png).metadata()
  const size = { widthPx: header.width, heightPx: header.height }
  if (mayBePng && png.length <= limitBytes) return { mediaType: 'image/png', bytes: png, ...size }
  const opaque = hasAlpha(header) ? await (await onWhite(new Transformer(png))).png() : png
  for (const { longSidePx, quality } of STEPS) {
    const picture = await toJpeg(await within(opaque, longSidePx), quality)
    if (picture.bytes.length <= limitBytes) return picture
  }
  return null
}

/** A small JPEG of a picture for the screen. Rejects when it cannot be decoded. */
export async function previewPicture(source: Uint8Array, longSidePx: number): Promise<FittedPicture> {
  const header = await new Transformer(source).metadata()
  const picture = await within(source, longSidePx)
  return toJpeg(hasAlpha(header) ? await onWhite(picture) : picture, PREVIEW_QUALITY)
}

/** Upright by its EXIF mark, and no longer than so many pixels on its longer side; never enlarged. */
async function within(source: Uint8Array, longSidePx: number): Promise<Transformer> {
  const { width, height } = await new Transformer(source).metadata()
  const picture = new Transformer(source).rotate()
  return Math.max(width, height) > longSidePx
    ? picture.fastResize({ width: longSidePx, height: longSidePx, fit: ResizeFit.Inside })
    : picture
}

async function toJpeg(picture: Transformer, quality: number): Promise<FittedPicture> {
  const bytes = new Uint8Array(await picture.jpeg(quality))
  const { width, height } = await new Transformer(bytes).metadata()
  return { mediaType: 'image/jpeg', bytes, widthPx: width, heightPx: height }
}
