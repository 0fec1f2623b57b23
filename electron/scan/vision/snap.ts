import type { RectifiedPage } from '../../../shared/domain/form-reading.ts'
import type { CombField, RectMm } from '../../../shared/domain/opt-in-form-layout.ts'

/** How far paper that is not flat may carry a field from where the marks say it stands. */
const BOX_REACH_MM = 2.5
const COMB_REACH_MM = 1.3
/** So many cells follow one shift; a long comb on curled paper needs several. */
const CELLS_TOGETHER = 4
/**
 * A pixel counts as no darker than this of 255: the printed frames are pale, and a pen's stroke across a cell would pull the
 * frame onto itself. Chosen on generated pictures (28 of the kinds photo and hard, first seed 40000): digits of crumpled and
 * curled sheets rose from 127 to 138 of 140.
 */
const DARKEST_LINE = 32
/** A printed line must stand out this much from what lies around it, or the field stays where the marks say. */
const LEAST_CONTRAST = 0.015

interface Shift {
  readonly xMm: number
  readonly yMm: number
}

/** A box where its printed frame is really seen. */
export function snappedBox<T extends RectMm>(page: RectifiedPage, box: T): T {
  return moved(box, shiftOf(page, [box], BOX_REACH_MM))
}

/** A comb with its cells where their printed frames are really seen, a few cells at a time. */
export function snappedComb(page: RectifiedPage, comb: CombField): CombField {
  const whole = shiftOf(page, comb.cells, COMB_REACH_MM)
  const cells: RectMm[] = []
  for (let from = 0; from < comb.cells.length; from += CELLS_TOGETHER) {
    const some = comb.cells.slice(from, from + CELLS_TOGETHER).map((cell) => moved(cell, whole))
    const rest = shiftOf(page, some, COMB_REACH_MM / 2)
    cells.push(...some.map((cell) => moved(cell, rest)))
  }
  return { ...comb, cells }
}

function moved<T extends RectMm>(rect: T, { xMm, yMm }: Shift): T {
  return { ...rect, xMm: rect.xMm + xMm, yMm: rect.yMm + yMm }
}

/**
 * The shift at which the most darkness lies under the frames' lines: across by their upright lines, then down by their
 * level ones, then across again, because a shift down makes the first look blurred.
 */
function shiftOf(page: RectifiedPage, rects: readonly RectMm[], reachMm: number): Shift {
  const first = bestShift(page, rects, reachMm, 'across')
  const yMm = bestShift(
    page,
    rects.map((rect) => moved(rect, { xMm: first, yMm: 0 })),
    reachMm,
    'down',
  )
  const xMm = bestShift(
    page,
    rects.map((rect) => moved(rect, { xMm: 0, yMm })),
    reachMm,
    'across',
  )
  return { xMm, yMm }
}

function bestShift(
  page: RectifiedPage,
  rects: readonly RectMm[],
  reachMm: number,
  direction: 'across' | 'down',
): number {
  const reachPx = Math.round(reachMm * page.pxPerMm)
  const scores = Array.from({ length: 2 * reachPx + 1 }, (_, place) =>
    lineScore(page, rects, place - reachPx, direction),
  )
  const best = scores.reduce((top, score, place) => (score > (scores[top] ?? 0) ? place : top), reachPx)
  const usual = scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0
  const isSeen = (scores[best] ?? 0) - usual > LEAST_CONTRAST
  return isSeen ? (best - reachPx) / page.pxPerMm : 0
}

/** The mean darkness, 0 to 1, under the two lines of every frame that cross the direction, shifted by that many pixels. */
function lineScore(page: RectifiedPage, rects: readonly RectMm[], shift: number, direction: 'across' | 'down'): number {
  const { widthPx, heightPx, pixels, pxPerMm } = page
  let sum = 0
  let count = 0
  for (const { xMm, yMm, widthMm, heightMm } of rects) {
    const [start, length] = direction === 'across' ? [yMm, heightMm] : [xMm, widthMm]
    const [near, far] = direction === 'across' ? [xMm, xMm + widthMm] : [yMm, yMm + heightMm]
    for (const at of [near, far]) {
      const line = Math.round(at * pxPerMm - 0.5) + shift
      for (let along = Math.round(start * pxPerMm); along < (start + length) * pxPerMm; along += 1) {
        const [x, y] = direction === 'across' ? [line, along] : [along, line]
        if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue
        sum += Math.min(DARKEST_LINE, 255 - (pixels[y * widthPx + x] ?? 255))
        count += 1
      }
    }
  }
  return count === 0 ? 0 : sum / count / 255
}
