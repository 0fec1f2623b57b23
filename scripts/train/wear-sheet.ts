import type { Canvas } from '@napi-rs/canvas'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { RectifiedPage } from '../../shared/domain/form-reading.ts'
import type { Random } from '../samples/random.ts'
import { around, between } from '../samples/random.ts'
import { PX_PER_MM } from './draw-sheet.ts'

/**
 * What printing, scanning and straightening do to a sheet: it lies a little off, has gone through fewer pixels, is blurred,
 * shaded, noisy and packed as JPEG; now and then it went through a fax.
 */
export async function wearSheet(sheet: Canvas, random: Random): Promise<RectifiedPage> {
  const moved = await packed(shrunk(sheet, random), random)
  const { width, height } = moved
  const rgba = moved.getContext('2d').getImageData(0, 0, width, height).data
  const grey = new Float32Array(width * height)
  for (let at = 0; at < grey.length; at += 1) {
    grey[at] = 0.299 * (rgba[at * 4] ?? 0) + 0.587 * (rgba[at * 4 + 1] ?? 0) + 0.114 * (rgba[at * 4 + 2] ?? 0)
  }
  const pixels = random() < 0.07 ? faxed(grey, width, random) : shaded(grey, width, height, random)
  return { widthPx: width, heightPx: height, pxPerMm: PX_PER_MM, pixels }
}

function shrunk(sheet: Canvas, random: Random): Canvas {
  const share = random() < 0.4 ? 1 : between(random, 0.42, 0.95)
  const small = createCanvas(Math.round(sheet.width * share), Math.round(sheet.height * share))
  const context = small.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, small.width, small.height)
  const offPx = 0.22 * PX_PER_MM
  const turn = around(random, 0.0016)
  context.imageSmoothingQuality = 'high'
  if (random() < 0.5) context.filter = `blur(${between(random, 0.3, 1.5) * share}px)`
  context.setTransform(share, turn, -turn, share, around(random, offPx) * share, around(random, offPx) * share)
  context.drawImage(sheet, 0, 0)
  return enlarged(small, sheet)
}

function enlarged(small: Canvas, { width, height }: Canvas): Canvas {
  if (small.width === width) return small
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(small, 0, 0, width, height)
  return canvas
}

async function packed(sheet: Canvas, random: Random): Promise<Canvas> {
  if (random() < 0.45) return sheet
  const image = await loadImage(await sheet.encode('jpeg', Math.round(between(random, 40, 92))))
  const canvas = createCanvas(sheet.width, sheet.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas
}

/** Light from one side, a shadow's soft edge, the camera's noise and a changed contrast. */
function shaded(grey: Float32Array, width: number, height: number, random: Random): Uint8Array {
  const [paper, ink] = [between(random, 190, 255), between(random, 0, 60)]
  const [slopeX, slopeY] = [around(random, 0.12), around(random, 0.12)]
  const noise = random() < 0.3 ? 0 : between(random, 1, 14)
  const gamma = between(random, 0.8, 1.25)
  const curve = Float32Array.from({ length: 256 }, (_, value) => ink + (paper - ink) * (value / 255) ** gamma)
  const pixels = new Uint8Array(grey.length)
  for (let at = 0; at < grey.length; at += 1) {
    const x = at % width
    const light = 1 + slopeX * (x / width - 0.5) + slopeY * ((at - x) / width / height - 0.5)
    const value = (curve[Math.round(grey[at] ?? 0)] ?? 0) * light + noise * (random() + random() + random() - 1.5)
    pixels[at] = Math.min(255, Math.max(0, Math.round(value)))
  }
  return pixels
}

/** Black and white alone, by a threshold or by the dots of a fax. */
function faxed(grey: Float32Array, width: number, random: Random): Uint8Array {
  const limit = between(random, 130, 200)
  const isDotted = random() < 0.5
  const dots = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
  const pixels = new Uint8Array(grey.length)
  for (let at = 0; at < grey.length; at += 1) {
    const x = at % width
    const y = (at - x) / width
    const local = isDotted ? (((dots[(y % 4) * 4 + (x % 4)] ?? 0) + 0.5) / 16) * 255 : limit
    pixels[at] = (grey[at] ?? 0) > local ? 255 : 0
  }
  return pixels
}
