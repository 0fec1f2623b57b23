import type { RectifiedPage } from '../../../shared/domain/form-reading.ts'
import type { CornerMark, FormLayout, RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import { fitHomography, mapPoint } from './homography.ts'
import type { Homography, Point } from './homography.ts'
import type { FoundMark } from './marks.ts'
import type { GreyPicture } from './picture.ts'

/** 203 dpi: enough for a pen's line, little enough to be quick. */
export const PX_PER_MM = 8

/** A corner of a mark may stand this share of the mark's diagonal from where the fit of all marks puts it. */
const MOST_STRETCH = 0.12

/** Where the marks stand on paper. */
type MarkPlaces = Pick<FormLayout, 'marks' | 'pageWidthMm' | 'pageHeightMm'>

/**
 * The way from millimetres on the sheet to pixels of the picture, fitted over the four corners of every mark that is seen.
 * Undefined with fewer than two marks: one alone says too little about the far end of the sheet.
 */
export function pageToPicture({ marks }: MarkPlaces, found: readonly FoundMark[]): Homography | undefined {
  const pairs = found.flatMap((mark) => {
    const printed = marks.find(({ corner }) => corner === mark.corner)
    return printed ? cornersOf(printed).map((corner, place) => [corner, mark.corners[place]] as const) : []
  })
  if (found.length < 2) return undefined
  const whole = pairs.filter((pair): pair is readonly [Point, Point] => pair[1] !== undefined)
  return fitHomography(
    whole.map(([printed]) => printed),
    whole.map(([, seen]) => seen),
  )
}

/**
 * Whether all marks seen belong to one sheet. Marks of two sheets have a fit too, but one that stretches each of them:
 * curl and a tilt move a mark as a whole and hardly change its shape.
 */
export function areOfOneSheet({ marks }: MarkPlaces, found: readonly FoundMark[], toPicture: Homography): boolean {
  return found.every((mark) => {
    const printed = marks.find(({ corner }) => corner === mark.corner)
    if (!printed) return false
    const off = cornersOf(printed).map((corner, place) => {
      const [fitted, seen] = [mapPoint(toPicture, corner), mark.corners[place] ?? corner]
      return { x: fitted.x - seen.x, y: fitted.y - seen.y }
    })
    const mean = { x: off.reduce((sum, { x }) => sum + x, 0) / 4, y: off.reduce((sum, { y }) => sum + y, 0) / 4 }
    const [first, , third] = mark.corners
    const size = first && third ? Math.hypot(first.x - third.x, first.y - third.y) : 0
    return off.every(({ x, y }) => Math.hypot(x - mean.x, y - mean.y) < MOST_STRETCH * size)
  })
}

/** The sheet straightened to its printed size at {@link PX_PER_MM}; white where the picture ends. */
export function rectify(picture: GreyPicture, layout: MarkPlaces, toPicture: Homography): RectifiedPage {
  const sheet = { xMm: 0, yMm: 0, widthMm: layout.pageWidthMm, heightMm: layout.pageHeightMm }
  return { ...straightened(picture, sheet, PX_PER_MM, toPicture), pxPerMm: PX_PER_MM }
}

/** One part of the sheet, straightened at any size; for codes, which want more pixels than writing does. */
export function straightened(picture: GreyPicture, part: RectMm, pxPerMm: number, toPicture: Homography): GreyPicture {
  const widthPx = Math.round(part.widthMm * pxPerMm)
  const heightPx = Math.round(part.heightMm * pxPerMm)
  const pixels = new Uint8Array(widthPx * heightPx).fill(255)
  const [a, b, c, d, e, f, g, h, i] = toPicture
  const source = picture.pixels
  const { widthPx: across, heightPx: down } = picture
  for (let y = 0; y < heightPx; y += 1) {
    const yMm = part.yMm + (y + 0.5) / pxPerMm
    for (let x = 0; x < widthPx; x += 1) {
      const xMm = part.xMm + (x + 0.5) / pxPerMm
      const w = g * xMm + h * yMm + i
      const fromX = (a * xMm + b * yMm + c) / w - 0.5
      const fromY = (d * xMm + e * yMm + f) / w - 0.5
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left >= across - 1 || top >= down - 1) continue
      const [shareX, shareY] = [fromX - left, fromY - top]
      const at = top * across + left
      const upper = (source[at] ?? 0) * (1 - shareX) + (source[at + 1] ?? 0) * shareX
      const lower = (source[at + across] ?? 0) * (1 - shareX) + (source[at + across + 1] ?? 0) * shareX
      pixels[y * widthPx + x] = upper * (1 - shareY) + lower * shareY + 0.5
    }
  }
  return { widthPx, heightPx, pixels }
}

function cornersOf({ xMm, yMm, widthMm, heightMm }: CornerMark): readonly Point[] {
  return [
    { x: xMm, y: yMm },
    { x: xMm + widthMm, y: yMm },
    { x: xMm + widthMm, y: yMm + heightMm },
    { x: xMm, y: yMm + heightMm },
  ]
}
