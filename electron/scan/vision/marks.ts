import aruco from 'js-aruco2'
import type { PageCorner } from '../../../shared/domain/opt-in-form-layout.ts'
import type { Point } from './homography.ts'
import type { GreyPicture } from './picture.ts'
import { inColor, mirrored, shrunk } from './picture.ts'
import { sharpCorner } from './sharp-corner.ts'

/** A corner mark in a picture: its four corners in pixels, from the mark's own upper left one clockwise. */
export interface FoundMark {
  readonly corner: PageCorner
  readonly corners: readonly Point[]
}

/** What is seen of the four marks. `isMirrored`: only the picture's mirror shows them. `isTwice`: one of them is there twice. */
export interface SeenMarks {
  readonly marks: readonly FoundMark[]
  readonly isMirrored: boolean
  readonly isTwice: boolean
}

const CORNERS: readonly PageCorner[] = ['top_left', 'top_right', 'bottom_right', 'bottom_left']

/** Looked for at these sizes, one after the other until all four are seen: noise goes with size, small marks too. */
const LONG_SIDES_PX = [1400, 2200, 900] as const

/** More wrong squares than this of 36 make a mark of something else; two marks of the family differ in at least 12. */
const MOST_WRONG_SQUARES = 4

/** Finds the corner marks of a sheet. Source: ArUco MIP_36h12, ids 0 to 3; see `opt-in-form-cells.ts`. */
export function findMarks(picture: GreyPicture): SeenMarks {
  const seen = seenIn(picture)
  if (seen.marks.length > 0) return { ...seen, isMirrored: false }
  const inMirror = seenIn(mirrored(shrunk(picture, LONG_SIDES_PX[0])))
  return { marks: [], isTwice: false, isMirrored: inMirror.marks.length >= 2 }
}

function seenIn(picture: GreyPicture): Omit<SeenMarks, 'isMirrored'> {
  const found = new Map<PageCorner, FoundMark>()
  let isTwice = false
  for (const longSidePx of LONG_SIDES_PX) {
    const looked = lookAt(picture, longSidePx)
    isTwice ||= new Set(looked.map(({ corner }) => corner)).size < looked.length
    for (const mark of looked) if (!found.has(mark.corner)) found.set(mark.corner, mark)
    if (found.size === CORNERS.length) break
  }
  const marks = [...found.values()].map((mark) => ({
    ...mark,
    corners: mark.corners.map((corner) => sharpCorner(picture, corner, sideOf(mark.corners) / 10)),
  }))
  return { marks, isTwice }
}

function lookAt(picture: GreyPicture, longSidePx: number): readonly FoundMark[] {
  const small = shrunk(picture, longSidePx)
  const scale = picture.widthPx / small.widthPx
  const detector = new aruco.AR.Detector({ dictionaryName: 'ARUCO_MIP_36h12', maxHammingDistance: MOST_WRONG_SQUARES })
  const seen: FoundMark[] = []
  for (const { id, corners } of detector.detect({
    width: small.widthPx,
    height: small.heightPx,
    data: inColor(small),
  })) {
    const corner = CORNERS[id]
    if (corner === undefined || corners.length !== 4) continue
    const mark = { corner, corners: corners.map(({ x, y }) => ({ x: (x + 0.5) * scale, y: (y + 0.5) * scale })) }
    if (!seen.some((other) => isSame(other, mark))) seen.push(mark)
  }
  return seen
}

/** A detector may see the inner and the outer edge of one mark. */
function isSame(one: FoundMark, other: FoundMark): boolean {
  if (one.corner !== other.corner) return false
  const [a, b] = [middle(one.corners), middle(other.corners)]
  return Math.hypot(a.x - b.x, a.y - b.y) < sideOf(one.corners) / 2
}

function middle(corners: readonly Point[]): Point {
  const sum = corners.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 })
  return { x: sum.x / corners.length, y: sum.y / corners.length }
}

function sideOf(corners: readonly Point[]): number {
  const [first, second] = corners
  return first && second ? Math.hypot(first.x - second.x, first.y - second.y) : 0
}
