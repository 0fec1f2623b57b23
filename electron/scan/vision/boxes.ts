import type { BoxDoubt, BoxReading, RectifiedPage } from '../../../shared/domain/form-reading.ts'
import type { RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import { around } from '../../../shared/domain/rect-mm.ts'
import type { InkArea, InkPiece } from './pen-ink.ts'
import { erase, FAINT_DARKNESS, holesOf, inkWithin, piecesOf } from './pen-ink.ts'
import { snappedBox } from './snap.ts'

/** What belongs to a box: a tick may swing out of it this far. Words begin 6 mm to its right. */
const AROUND_MM = 4.5
/** The printed line and its blur. */
const LINE_MM = 0.75
const DUST_MM2 = 0.12
/** The tallest letters beside a box, and the share of its frame that a printed block fills; strokes of a pen fill less. */
const PRINT_HEIGHT_MM = 3.4
const PRINT_SHARE = 0.5
/** Less ink inside than this is a speck; more than the second is a mark of a pen. */
const SPECK_MM2 = 0.45
const MARK_MM2 = 1.1
/** A filled box may be a Yes or a corrected Yes. */
const FILLED_SHARE = 0.42
/** Ink this far out on both sides at once is a stroke through the box. */
const OUT_MM = 1.3
const OUT_MM2 = 0.35
const LEVEL_SHARE = 0.75

/** A consent box as it was read, and where it was really seen. */
export interface SeenBox<T extends RectMm> {
  readonly box: T
  readonly reading: BoxReading
}

/**
 * Reads boxes that stand apart. A Yes that could be anything else is `unclear` with its reason: struck out, scribbled over,
 * beside the box, reaching from one box to the next. Costs of the two errors are not alike: an unclear box costs a person a
 * look, a false Yes costs a right.
 */
export function readBoxes<T extends RectMm>(page: RectifiedPage, boxes: readonly T[]): readonly SeenBox<T>[] {
  const seen = boxes.map((printed) => {
    const box = snappedBox(page, printed)
    return { box, reading: readBox(page, box) }
  })
  return seen.map((one, place) => {
    const isJoined = [seen[place - 1], seen[place + 1]].some(
      (other) => other && reachesAcross(page, one.box, other.box),
    )
    return isJoined ? { ...one, reading: unclear('two_boxes', 0.5) } : one
  })
}

function readBox(page: RectifiedPage, box: RectMm): BoxReading {
  const area = around(box, AROUND_MM)
  const ink = inkWithin(page, area)
  const frame = { xMm: AROUND_MM, yMm: AROUND_MM, widthMm: box.widthMm, heightMm: box.heightMm }
  if (isCovered(page, box)) return unclear('covered', 0.5)
  for (const side of frameSides(frame)) erase(ink, side)
  const pieces = piecesOf(ink, DUST_MM2).filter((piece) => isByHand(piece, frame))
  const inside = around(frame, -LINE_MM)
  const insideMm2 = areaWithin(ink, pieces, inside)
  const outsideMm2 = pieces.reduce((sum, { areaMm2 }) => sum + areaMm2, 0) - insideMm2
  if (insideMm2 < SPECK_MM2) return nearlyEmpty(page, box, insideMm2, outsideMm2)
  if (insideMm2 < MARK_MM2) return unclear('faint', 0.5)
  const doubt = doubtOf(ink, pieces, inside, insideMm2, outsideMm2)
  if (doubt !== null) return unclear(doubt, 0.6)
  return { mark: 'ticked', confidence: Math.min(0.999, 0.97 + 0.01 * (insideMm2 - MARK_MM2)), doubt: null }
}

/**
 * What reaches into the frame was written. Of what lies beside it, print is left out: letters are low, a heading's block
 * and a rule are full of ink.
 */
function isByHand({ box, areaMm2 }: InkPiece, frame: RectMm): boolean {
  const near = around(frame, LINE_MM + 0.3)
  const reachesIn =
    box.xMm < near.xMm + near.widthMm &&
    box.xMm + box.widthMm > near.xMm &&
    box.yMm < near.yMm + near.heightMm &&
    box.yMm + box.heightMm > near.yMm
  if (reachesIn) return true
  return box.heightMm > PRINT_HEIGHT_MM && areaMm2 < PRINT_SHARE * box.widthMm * box.heightMm
}

function nearlyEmpty(page: RectifiedPage, box: RectMm, insideMm2: number, outsideMm2: number): BoxReading {
  if (outsideMm2 > 2 && outsideMm2 > insideMm2 * 3) return unclear('beside_the_box', 0.6)
  const faint = inkWithin(page, around(box, -LINE_MM - 0.2), FAINT_DARKNESS)
  const faintMm2 = piecesOf(faint, 0.5).reduce((sum, { areaMm2 }) => sum + areaMm2, 0)
  if (faintMm2 > 1.4) return unclear('faint', 0.5)
  return { mark: 'empty', confidence: insideMm2 < SPECK_MM2 / 2 && faintMm2 < 0.7 ? 0.998 : 0.96, doubt: null }
}

/** Why a mark that fills a box like a Yes may not be one. */
function doubtOf(
  ink: InkArea,
  pieces: readonly InkPiece[],
  inside: RectMm,
  insideMm2: number,
  outsideMm2: number,
): BoxDoubt | null {
  if (insideMm2 > FILLED_SHARE * inside.widthMm * inside.heightMm) return 'scribbled'
  const holes = holesOf(withoutDust(ink, pieces), 0.25)
  if (holes >= 2) return 'scribbled'
  if (holes === 1) return 'struck_out'
  const left = areaWithin(ink, pieces, { xMm: 0, yMm: 0, widthMm: inside.xMm - LINE_MM - OUT_MM, heightMm: 99 })
  const rightFrom = inside.xMm + inside.widthMm + LINE_MM + OUT_MM
  const right = areaWithin(ink, pieces, { xMm: rightFrom, yMm: 0, widthMm: 99, heightMm: 99 })
  if (left > OUT_MM2 && right > OUT_MM2) return 'struck_out'
  if (hasLevelStroke(ink, pieces, inside)) return 'struck_out'
  return outsideMm2 > insideMm2 * 2.5 ? 'beside_the_box' : null
}

/** A stroke that lies level over most of the box: nobody ticks so, many strike out so. */
function hasLevelStroke(ink: InkArea, pieces: readonly InkPiece[], inside: RectMm): boolean {
  const clean = withoutDust(ink, pieces)
  const { pxPerMm, widthPx, isInk } = clean
  const [left, right] = [Math.round(inside.xMm * pxPerMm), Math.round((inside.xMm + inside.widthMm) * pxPerMm)]
  const reach = Math.round(0.45 * pxPerMm)
  const bottom = Math.round((inside.yMm + inside.heightMm) * pxPerMm)
  for (let y = Math.round(inside.yMm * pxPerMm); y < bottom; y += 2) {
    for (let rise = -3; rise <= 3; rise += 1) {
      let hits = 0
      for (let x = left; x < right; x += 1) {
        const middle = Math.round(y + ((x - left) / (right - left) - 0.5) * rise * reach)
        if (isInk[middle * widthPx + x] === 1) hits += 1
      }
      if (hits > LEVEL_SHARE * (right - left)) return true
    }
  }
  return false
}

/** A finger, a stain or a fold's shadow: dark everywhere, with no paper left to write on. */
function isCovered(page: RectifiedPage, box: RectMm): boolean {
  const whole = inkWithin(page, around(box, AROUND_MM / 2), FAINT_DARKNESS)
  return whole.isInk.reduce((sum, value) => sum + value, 0) > 0.7 * whole.isInk.length
}

/** Ink that goes on from one box to the next without a gap. */
function reachesAcross(page: RectifiedPage, one: RectMm, other: RectMm): boolean {
  const [upper, lower] = one.yMm < other.yMm ? [one, other] : [other, one]
  const top = upper.yMm + upper.heightMm + LINE_MM + 0.3
  const gap = { xMm: upper.xMm - 4, yMm: top, widthMm: upper.widthMm + 8, heightMm: lower.yMm - LINE_MM - 0.3 - top }
  if (gap.heightMm <= 0) return false
  const ink = inkWithin(page, gap)
  const rows = new Set(
    piecesOf(ink, 0.3).flatMap(({ pixels }) => pixels.map((pixel) => Math.floor(pixel / ink.widthPx))),
  )
  return rows.size > 0.6 * ink.heightPx
}

function unclear(doubt: BoxDoubt, confidence: number): BoxReading {
  return { mark: 'unclear', confidence, doubt }
}

function frameSides({ xMm, yMm, widthMm, heightMm }: RectMm): readonly RectMm[] {
  const [left, top] = [xMm - LINE_MM, yMm - LINE_MM]
  const [across, down] = [widthMm + 2 * LINE_MM, heightMm + 2 * LINE_MM]
  const thick = 2 * LINE_MM
  return [
    { xMm: left, yMm: top, widthMm: across, heightMm: thick },
    { xMm: left, yMm: top + down - thick, widthMm: across, heightMm: thick },
    { xMm: left, yMm: top, widthMm: thick, heightMm: down },
    { xMm: left + across - thick, yMm: top, widthMm: thick, heightMm: down },
  ]
}

function areaWithin({ widthPx, pxPerMm }: InkArea, pieces: readonly InkPiece[], area: RectMm): number {
  let count = 0
  for (const { pixels } of pieces) {
    for (const pixel of pixels) {
      const xMm = ((pixel % widthPx) + 0.5) / pxPerMm
      const yMm = (Math.floor(pixel / widthPx) + 0.5) / pxPerMm
      const isIn = xMm >= area.xMm && xMm < area.xMm + area.widthMm && yMm >= area.yMm && yMm < area.yMm + area.heightMm
      if (isIn) count += 1
    }
  }
  return count / pxPerMm ** 2
}

function withoutDust(ink: InkArea, pieces: readonly InkPiece[]): InkArea {
  const isInk = new Uint8Array(ink.isInk.length)
  for (const { pixels } of pieces) for (const pixel of pixels) isInk[pixel] = 1
  return { ...ink, isInk }
}
