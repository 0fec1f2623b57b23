import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import type { RectifiedPage } from '../../../shared/domain/form-reading.ts'
import type { CellBox } from './cell-parts.ts'
import { dropFrame, inkParts } from './cell-parts.ts'

/** How far a character may hang over its cell and still be seen whole. */
const OVERHANG_MM = 0.9
/** The printed frame may lie this far from where the layout says, after the page was snapped to it. */
const FRAME_SLACK_MM = 0.45
/** A part smaller than this is dust, not a pen's dot. */
const DUST_MM2 = 0.16
/** Ink is at least this much darker than its paper: below it is the tooth of the paper and the camera's noise. */
const LEAST_INK = 0.16

/** What is around one cell: `darkness` 0 paper to 1 black, `isInk` what belongs to the cell's own character. */
export interface CellInk {
  readonly widthPx: number
  readonly heightPx: number
  readonly darkness: Float32Array
  readonly isInk: Uint8Array
  /** The cell itself within the window. */
  readonly cell: CellBox
  /** Darkness at which ink begins, and that of the pen's own line. */
  readonly threshold: number
  readonly penLevel: number
}

/**
 * Tells the ink of a cell from its paper, its printed frame and what hangs over from its neighbours. The paper's
 * brightness is taken from the cell itself, so a shadow over a part of the sheet does not matter.
 */
export function cellInk(page: RectifiedPage, cell: RectMm): CellInk {
  const window = cutWindow(page, cell)
  const { widthPx, heightPx, darkness, box } = window
  const penLevel = darkest(window, page.pxPerMm)
  const threshold = Math.max(LEAST_INK, penLevel * 0.45)
  const isInk = new Uint8Array(darkness.length)
  for (let at = 0; at < darkness.length; at += 1) isInk[at] = (darkness[at] ?? 0) >= threshold ? 1 : 0
  const slackPx = FRAME_SLACK_MM * page.pxPerMm
  const penOnFrame = Math.max(0.35, 1.8 * frameLevel(window, slackPx))
  const mask = { widthPx, heightPx, isInk, isPen: (pixel: number) => (darkness[pixel] ?? 0) >= penOnFrame }
  dropFrame(mask, box, slackPx)
  const parts = inkParts(mask, box, slackPx)
  const dustPx = DUST_MM2 * page.pxPerMm ** 2
  for (const part of parts) {
    const isOwn = part.isUnderscore || part.insideCount * 2 > part.pixels.length
    if (isOwn && !part.isOnFrame && part.pixels.length >= dustPx) continue
    for (const pixel of part.pixels) isInk[pixel] = 0
  }
  return { widthPx, heightPx, darkness, isInk, cell: box, threshold, penLevel }
}

interface Window {
  readonly widthPx: number
  readonly heightPx: number
  readonly darkness: Float32Array
  readonly box: CellBox
}

function cutWindow(page: RectifiedPage, cell: RectMm): Window {
  const { pxPerMm } = page
  const left = Math.round((cell.xMm - OVERHANG_MM) * pxPerMm)
  const top = Math.round((cell.yMm - OVERHANG_MM) * pxPerMm)
  const widthPx = Math.round((cell.widthMm + 2 * OVERHANG_MM) * pxPerMm)
  const heightPx = Math.round((cell.heightMm + 2 * OVERHANG_MM) * pxPerMm)
  const grey = new Uint8Array(widthPx * heightPx)
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const isOnPage = left + x >= 0 && left + x < page.widthPx && top + y >= 0 && top + y < page.heightPx
      grey[y * widthPx + x] = isOnPage ? (page.pixels[(top + y) * page.widthPx + left + x] ?? 255) : 255
    }
  }
  const even = smoothed(grey, widthPx, heightPx)
  const paper = Math.max(1, level(even, 0.85))
  const darkness = Float32Array.from(even, (value) => Math.max(0, (paper - value) / paper))
  const box = {
    left: cell.xMm * pxPerMm - left,
    top: cell.yMm * pxPerMm - top,
    right: (cell.xMm + cell.widthMm) * pxPerMm - left,
    bottom: (cell.yMm + cell.heightMm) * pxPerMm - top,
  }
  return { widthPx, heightPx, darkness, box }
}

/** Joins the dots of a fax to strokes and quiets the camera's noise: each pixel with half of its neighbours' weight. */
function smoothed(grey: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const even = Uint8Array.from(grey)
  for (let y = 1; y < heightPx - 1; y += 1) {
    for (let x = 1; x < widthPx - 1; x += 1) {
      const at = y * widthPx + x
      const row = (from: number): number => (grey[from - 1] ?? 0) + 2 * (grey[from] ?? 0) + (grey[from + 1] ?? 0)
      even[at] = (row(at - widthPx) + 2 * row(at) + row(at + widthPx) + 8) >> 4
    }
  }
  return even
}

/** The value that `share` of the pixels do not exceed. */
function level(grey: Uint8Array, share: number): number {
  const counts = new Uint32Array(256)
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1
  let seen = 0
  for (let value = 0; value < 256; value += 1) {
    seen += counts[value] ?? 0
    if (seen >= share * grey.length) return value
  }
  return 255
}

/** The pen's darkness: the mean of the darkest pixels well within the frame, as many as a full stop has. */
function darkest({ widthPx, darkness, box }: Window, pxPerMm: number): number {
  const inset = 0.8 * pxPerMm
  const inner: number[] = []
  for (let y = Math.ceil(box.top + inset); y < box.bottom - inset; y += 1) {
    for (let x = Math.ceil(box.left + inset); x < box.right - inset; x += 1) inner.push(darkness[y * widthPx + x] ?? 0)
  }
  const count = Math.max(1, Math.round(0.15 * pxPerMm ** 2))
  const top = Float32Array.from(inner).sort().subarray(-count)
  return top.reduce((sum, value) => sum + value, 0) / Math.max(1, top.length)
}

/** How dark the printed frame is: the middle value along its four sides, most of which no ink touches. */
function frameLevel({ widthPx, heightPx, darkness, box }: Window, slackPx: number): number {
  const levels: number[] = []
  const darkestAcross = (x: number, y: number, isUpright: boolean): void => {
    let level = 0
    for (let step = -Math.round(slackPx); step <= slackPx; step += 1) {
      const [atX, atY] = isUpright ? [x + step, y] : [x, y + step]
      if (atX >= 0 && atX < widthPx && atY >= 0 && atY < heightPx) {
        level = Math.max(level, darkness[atY * widthPx + atX] ?? 0)
      }
    }
    levels.push(level)
  }
  for (let y = Math.ceil(box.top); y < box.bottom; y += 1) {
    for (const x of [box.left, box.right]) darkestAcross(Math.round(x), y, true)
  }
  for (let x = Math.ceil(box.left); x < box.right; x += 1) {
    for (const y of [box.top, box.bottom]) darkestAcross(x, Math.round(y), false)
  }
  return levels.toSorted((left, right) => left - right)[Math.floor(levels.length / 2)] ?? 0
}
