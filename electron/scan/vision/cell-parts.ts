import { joinedPixels } from './joined-pixels.ts'
import type { InkMask } from './joined-pixels.ts'

/** The cell's box within its window, in pixels. */
export interface CellBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The ink in a cell's window. */
export interface CellMask extends InkMask {
  /** Whether a pixel is far darker than this cell's printed frame, so that it is a pen's even where the frame runs. */
  readonly isPen: (pixel: number) => boolean
}

/** Ink that hangs together. */
export interface InkPart {
  readonly pixels: readonly number[]
  /** How many of its pixels lie in the cell. */
  readonly insideCount: number
  /** Whether all of it lies along the printed frame. */
  readonly isOnFrame: boolean
  /** Whether it is a pen's stroke along the lower line; it belongs to the cell though half of it hangs below. */
  readonly isUnderscore: boolean
}

/** A side of the frame counts as printed dark if this much of its length shows. */
const FRAME_SHOWS = 0.7

/**
 * Erases the printed frame where it is dark enough for ink, as a fax or a black-and-white copy makes it. Only short runs
 * across the line go, so that a stroke that crosses the frame stays whole.
 */
export function dropFrame(mask: CellMask, box: CellBox, slackPx: number): void {
  for (const at of [box.left, box.right]) dropLine(mask, at, box.top, box.bottom, slackPx, 'down')
  for (const at of [box.top, box.bottom]) dropLine(mask, at, box.left, box.right, slackPx, 'across')
}

function dropLine(
  mask: CellMask,
  at: number,
  from: number,
  to: number,
  slackPx: number,
  direction: 'down' | 'across',
): void {
  const { widthPx, isInk } = mask
  const sidePx = direction === 'down' ? mask.widthPx : mask.heightPx
  const pixel = (along: number, side: number): number =>
    direction === 'down' ? along * widthPx + side : side * widthPx + along
  const sides = range(at - slackPx, at + slackPx, sidePx)
  const rows = range(from, to, direction === 'down' ? mask.heightPx : mask.widthPx)
  const marked = rows.filter((along) => sides.some((side) => isInk[pixel(along, side)] === 1))
  if (marked.length < FRAME_SHOWS * rows.length) return
  for (const along of marked) {
    for (const side of sides) {
      if (isInk[pixel(along, side)] !== 1) continue
      let first = side
      let last = side
      while (first > 0 && isInk[pixel(along, first - 1)] === 1) first -= 1
      while (last < sidePx - 1 && isInk[pixel(along, last + 1)] === 1) last += 1
      if (last - first + 1 > slackPx + 1) continue
      for (let place = first; place <= last; place += 1) isInk[pixel(along, place)] = 0
    }
  }
}

function range(from: number, to: number, end: number): readonly number[] {
  const first = Math.max(0, Math.round(from))
  const last = Math.min(end - 1, Math.round(to))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place)
}

/** The parts of the ink, each with its eight neighbours joined. */
export function inkParts(mask: CellMask, box: CellBox, slackPx: number): readonly InkPart[] {
  return joinedPixels(mask).map((pixels) => describe(mask, box, slackPx, pixels))
}

function describe({ widthPx, isPen }: CellMask, box: CellBox, slackPx: number, pixels: readonly number[]): InkPart {
  let insideCount = 0
  let isOnFrame = true
  let penOnLower = 0
  for (const pixel of pixels) {
    const x = pixel % widthPx
    const y = (pixel - x) / widthPx
    if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) insideCount += 1
    const toSide = Math.min(Math.abs(x + 0.5 - box.left), Math.abs(x + 0.5 - box.right))
    const toEnd = Math.min(Math.abs(y + 0.5 - box.top), Math.abs(y + 0.5 - box.bottom))
    if (toSide > slackPx + 0.5 && toEnd > slackPx + 0.5) isOnFrame = false
    if (toSide > 2 * slackPx && Math.abs(y + 0.5 - box.bottom) <= slackPx + 0.5 && isPen(pixel)) penOnLower += 1
  }
  return {
    pixels,
    insideCount,
    isOnFrame: isOnFrame && penOnLower * 3 < pixels.length,
    isUnderscore: isOnFrame && penOnLower * 3 >= pixels.length,
  }
}
