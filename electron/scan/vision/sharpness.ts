import type { GreyPicture } from './picture.ts'
import { shrunk } from './picture.ts'

/** All that is printed is still seen at this size, and noise is evened out. */
const LONG_SIDE_PX = 1400
/** The strongest edges of a sharp picture take less than three pixels from light to dark. */
const LEAST_STEEPNESS = 0.3
/** So few of the steps are the strongest: the marks' and the code's edges are some thousands of two million. */
const STRONGEST_SHARE = 0.0005

/** Whether a picture shows edges at all: black beside white within a few pixels, as every printed mark has them. */
export function isSharp(picture: GreyPicture): boolean {
  return steepness(picture) >= LEAST_STEEPNESS
}

/** The strongest steps between pixels two apart, as a share of the way from the darkest to the brightest. */
export function steepness(picture: GreyPicture): number {
  const { widthPx, heightPx, pixels } = shrunk(picture, LONG_SIDE_PX)
  const values = new Uint32Array(256)
  const steps = new Uint32Array(256)
  for (let y = 1; y < heightPx - 1; y += 1) {
    for (let x = 1; x < widthPx - 1; x += 1) {
      const at = y * widthPx + x
      const across = Math.abs((pixels[at + 1] ?? 0) - (pixels[at - 1] ?? 0))
      const down = Math.abs((pixels[at + widthPx] ?? 0) - (pixels[at - widthPx] ?? 0))
      const step = Math.max(across, down)
      steps[step] = (steps[step] ?? 0) + 1
      const value = pixels[at] ?? 0
      values[value] = (values[value] ?? 0) + 1
    }
  }
  const range = topOf(values, 0.005) - topOf(values, 0.995)
  return range < 16 ? 0 : topOf(steps, STRONGEST_SHARE) / range
}

/** The value that only this share of all reaches or exceeds. */
function topOf(counts: Uint32Array, share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (let value = counts.length - 1; value > 0; value -= 1) {
    seen += counts[value] ?? 0
    if (seen >= total * share) return value
  }
  return 0
}
