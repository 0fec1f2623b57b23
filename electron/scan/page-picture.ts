import { ResizeFit, Transformer } from '@napi-rs/image'
import type { Metadata } from '@napi-rs/image'
import type { RenderedPage } from '../workshop/port.ts'
import { PAGE_LONG_SIDE_PX } from './file-limits.ts'

const JPEG_QUALITY = 85

/**
 * Turns a picture upright by its EXIF mark, shrinks it to {@link PAGE_LONG_SIDE_PX} and writes it as a JPEG without
 * metadata. Rejects when the picture cannot be decoded.
 */
export async function pictureToPage(bytes: Uint8Array): Promise<RenderedPage> {
  const header = await new Transformer(bytes).metadata()
  const picture = new Transformer(bytes).rotate()
  if (Math.max(header.width, header.height) > PAGE_LONG_SIDE_PX) {
    picture.fastResize({ width: PAGE_LONG_SIDE_PX, height: PAGE_LONG_SIDE_PX, fit: ResizeFit.Inside })
  }
  return toPage(hasAlpha(header) ? await onWhite(picture) : picture)
}

/** Decodes a picture and throws the pixels away. Rejects when it cannot be decoded. */
export async function tryToDecode(bytes: Uint8Array): Promise<void> {
  await new Transformer(bytes).rawPixels()
}

/** Turns pixels (RGBA, row by row) into a page. */
export function pixelsToPage(pixels: Uint8Array, widthPx: number, heightPx: number): Promise<RenderedPage> {
  return toPage(Transformer.fromRgbaPixels(pixels, widthPx, heightPx))
}

/** Tells whether parts of a picture may be transparent: the library numbers its colour types in pairs, without and with. */
export function hasAlpha({ colorType }: Metadata): boolean {
  return colorType % 2 === 1
}

/** Puts a picture with transparent parts on white paper; as a JPEG they would be black. */
export async function onWhite(picture: Transformer): Promise<Transformer> {
  const png = await picture.png()
  const { width, height } = await new Transformer(png).metadata()
  const white = new Uint8Array(width * height * 4).fill(255)
  return Transformer.fromRgbaPixels(white, width, height).overlay(png, 0, 0)
}

async function toPage(picture: Transformer): Promise<RenderedPage> {
  const bytes = new Uint8Array(await picture.jpeg(JPEG_QUALITY))
  const { width, height } = await new Transformer(bytes).metadata()
  return { bytes, widthPx: width, heightPx: height }
}
