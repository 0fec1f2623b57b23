import type { Canvas } from '@napi-rs/canvas'
import type { Random } from '../../scripts/samples/random.ts'
import { around, between } from '../../scripts/samples/random.ts'
import type { PaperWear } from './sheet-plan.ts'

/** A sheet of paper as light: grey from 0 to 255, and how it is seen at any place between its pixels. */
export interface GreySheet {
  readonly widthPx: number
  readonly heightPx: number
  readonly pixels: Uint8Array
}

/** The sheet's brightness after what befell it. */
export function wearPaper(canvas: Canvas, wear: PaperWear, random: Random): GreySheet {
  const { width, height } = canvas
  if (wear === 'coffee') spillCoffee(canvas, random)
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const pixels = new Uint8Array(width * height)
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = 0.299 * (data[at * 4] ?? 0) + 0.587 * (data[at * 4 + 1] ?? 0) + 0.114 * (data[at * 4 + 2] ?? 0)
  }
  const sheet = { widthPx: width, heightPx: height, pixels }
  if (wear === 'half_tone') halfTone(sheet)
  if (wear === 'crumpled') crumple(sheet, random)
  if (wear === 'ink_bleed') bleed(sheet)
  return sheet
}

/** A ring and a few drops, seldom over a mark's whole face. */
function spillCoffee(canvas: Canvas, random: Random): void {
  const context = canvas.getContext('2d')
  context.save()
  context.resetTransform()
  context.globalCompositeOperation = 'multiply'
  const radius = canvas.width * 0.17
  const [x, y] = [random() * canvas.width, random() * canvas.height]
  context.fillStyle = 'rgba(214, 190, 160, 0.5)'
  context.strokeStyle = 'rgba(150, 105, 60, 0.55)'
  context.lineWidth = canvas.width * 0.006
  context.beginPath()
  context.arc(x, y, radius, 0, Math.PI * 2)
  context.fill()
  context.stroke()
  context.restore()
}

/** An office printer's greys: black dots on a grid of 45 degrees; black stays black, white stays white. */
function halfTone({ widthPx, pixels }: GreySheet): void {
  for (let at = 0; at < pixels.length; at += 1) {
    const value = pixels[at] ?? 0
    if (value < 60 || value > 235) continue
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)]
    const dot = (Math.cos(((x + y) * Math.PI) / 3) + Math.cos(((x - y) * Math.PI) / 3) + 2) / 4
    pixels[at] = dot * 255 > 255 - value ? 250 : 30
  }
}

/** Folds this way and that: each side of a fold lies in another light. */
function crumple({ widthPx, heightPx, pixels }: GreySheet, random: Random): void {
  const folds = Array.from({ length: 9 }, () => {
    const angle = random() * Math.PI
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
    return { dx, dy, off: random() * widthPx * dx + random() * heightPx * dy, shade: around(random, 0.09) }
  })
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)]
    let light = 1
    for (const { dx, dy, off, shade } of folds) {
      const far = (x * dx + y * dy - off) / (widthPx * 0.06)
      light *= 1 + shade * Math.sign(far) * Math.exp(-Math.abs(far))
    }
    pixels[at] = Math.min(255, (pixels[at] ?? 0) * light)
  }
}

/** Ink that ran: the darkest of what lies around. */
function bleed({ widthPx, pixels }: GreySheet): void {
  const before = pixels.slice()
  for (let at = widthPx; at < pixels.length - widthPx; at += 1) {
    const around = Math.min(
      before[at - 1] ?? 255,
      before[at + 1] ?? 255,
      before[at - widthPx] ?? 255,
      before[at + widthPx] ?? 255,
    )
    pixels[at] = Math.min(before[at] ?? 255, around + 40)
  }
}

/** Black or white, spread over the neighbours as a fax does (Floyd and Steinberg, 1976). */
export function faxed({ widthPx, heightPx, pixels }: GreySheet, random: Random): GreySheet {
  const grey = Float32Array.from(pixels)
  const limit = between(random, 110, 150)
  for (let at = 0; at < grey.length; at += 1) {
    const old = grey[at] ?? 0
    const now = old > limit ? 255 : 0
    const rest = old - now
    grey[at] = now
    grey[at + 1] = (grey[at + 1] ?? 0) + (rest * 7) / 16
    grey[at + widthPx - 1] = (grey[at + widthPx - 1] ?? 0) + (rest * 3) / 16
    grey[at + widthPx] = (grey[at + widthPx] ?? 0) + (rest * 5) / 16
    grey[at + widthPx + 1] = (grey[at + widthPx + 1] ?? 0) + rest / 16
  }
  return { widthPx, heightPx, pixels: Uint8Array.from(grey) }
}
