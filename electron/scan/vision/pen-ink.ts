import type { RectifiedPage } from '../../../shared/domain/form-reading.ts'
import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import { joinedPixels } from './joined-pixels.ts'
import type { InkMask } from './joined-pixels.ts'

/** Ink is at least this dark on evenly lit paper; a pencil and a worn ball pen are. */
export const INK_DARKNESS = 0.3
/** Between this and ink lies what may be a faint stroke or a smear. */
export const FAINT_DARKNESS = 0.13

/** Ink within an area of the page, in the area's own pixels. */
export interface InkArea extends InkMask {
  readonly pxPerMm: number
}

/** What is darker than `darkness` within the area, one pixel's noise evened out. */
export function inkWithin(page: RectifiedPage, area: RectMm, darkness = INK_DARKNESS): InkArea {
  const { pxPerMm, pixels } = page
  const left = Math.round(area.xMm * pxPerMm)
  const top = Math.round(area.yMm * pxPerMm)
  const widthPx = Math.max(1, Math.round(area.widthMm * pxPerMm))
  const heightPx = Math.max(1, Math.round(area.heightMm * pxPerMm))
  const isInk = new Uint8Array(widthPx * heightPx)
  const limit = 255 * (1 - darkness) * 5
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= page.widthPx || y >= page.heightPx ? 255 : (pixels[y * page.widthPx + x] ?? 255)
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const [px, py] = [left + x, top + y]
      const sum = at(px, py) + at(px - 1, py) + at(px + 1, py) + at(px, py - 1) + at(px, py + 1)
      if (sum <= limit) isInk[y * widthPx + x] = 1
    }
  }
  return { widthPx, heightPx, pxPerMm, isInk }
}

/** Takes ink away where something is printed; places in millimetres from the area's corner. */
export function erase(ink: InkArea, printed: RectMm): void {
  const { widthPx, heightPx, pxPerMm, isInk } = ink
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)))
  const left = clamp(printed.xMm * pxPerMm, widthPx)
  const right = clamp((printed.xMm + printed.widthMm) * pxPerMm, widthPx)
  const bottom = clamp((printed.yMm + printed.heightMm) * pxPerMm, heightPx)
  for (let y = clamp(printed.yMm * pxPerMm, heightPx); y < bottom; y += 1)
    isInk.fill(0, y * widthPx + left, y * widthPx + right)
}

/** A piece of ink that hangs together: its size, its box and its pixels. */
export interface InkPiece {
  readonly areaMm2: number
  readonly box: RectMm
  readonly pixels: readonly number[]
}

/** The pieces of ink at least so large, largest first. What is smaller is dust. */
export function piecesOf(ink: InkArea, leastMm2: number): readonly InkPiece[] {
  return joinedPixels(ink)
    .filter((pixels) => pixels.length / ink.pxPerMm ** 2 >= leastMm2)
    .map((pixels) => pieceOf(ink, pixels))
    .toSorted((a, b) => b.areaMm2 - a.areaMm2)
}

function pieceOf({ widthPx, heightPx, pxPerMm }: InkArea, pixels: readonly number[]): InkPiece {
  let [left, right, top, bottom] = [widthPx, 0, heightPx, 0]
  for (const pixel of pixels) {
    const x = pixel % widthPx
    const y = (pixel - x) / widthPx
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  }
  const box = {
    xMm: left / pxPerMm,
    yMm: top / pxPerMm,
    widthMm: (right - left) / pxPerMm,
    heightMm: (bottom - top) / pxPerMm,
  }
  return { areaMm2: pixels.length / pxPerMm ** 2, box, pixels }
}

/** How many places of paper at least so large the ink closes in: a stroke through a tick makes one, a scribble many. */
export function holesOf(ink: InkArea, leastMm2: number): number {
  const isInk = ink.isInk.map((value) => (value === 1 ? 0 : 1))
  const papers = piecesOf({ ...ink, isInk }, leastMm2)
  const isOpen = ({ box }: InkPiece): boolean =>
    box.xMm <= 0 ||
    box.yMm <= 0 ||
    box.xMm + box.widthMm >= ink.widthPx / ink.pxPerMm - 0.01 ||
    box.yMm + box.heightMm >= ink.heightPx / ink.pxPerMm - 0.01
  return papers.filter((paper) => !isOpen(paper)).length
}
