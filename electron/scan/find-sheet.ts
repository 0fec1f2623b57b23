import type { UnreadCause } from '../../shared/domain/form-reading.ts'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import { MARK_MM } from '../../shared/domain/opt-in-form-cells.ts'
import { readSheetCode } from '../../shared/domain/opt-in-form-office.ts'
import type { FormLayout, PageCorner } from '../../shared/domain/opt-in-form-layout.ts'
import { around } from '../../shared/domain/rect-mm.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { SheetCode } from './readers/codes.ts'
import { codeOnSheet } from './readers/codes.ts'
import type { Homography } from './vision/homography.ts'
import type { FoundMark } from './vision/marks.ts'
import { findMarks } from './vision/marks.ts'
import type { GreyPicture } from './vision/picture.ts'
import { isSharp } from './vision/sharpness.ts'
import { areOfOneSheet, pageToPicture, straightened } from './vision/rectify.ts'

/** A sheet found in a picture: which it is, and the way from its millimetres to the picture's pixels. */
export interface FoundSheet {
  readonly version: FormVersion
  readonly code: SheetCode
  readonly toPicture: Homography
}

/** Below this a letter's strokes run together: a page of about 55 dpi. */
const LEAST_PX_PER_MM = 2.2
/** A whole sheet has fewer than {@link LEAST_PX_PER_MM} in a picture whose longer side is shorter than this. */
const LEAST_LONG_SIDE_PX = 600
/** Codes are looked for at these sizes: more pixels for a sharp picture, fewer for a noisy one. */
const CODE_PX_PER_MM = [12, 8, 18] as const
/** Paper round the code that a reader wants to see. */
const QUIET_MM = 3
const ALL_CORNERS: readonly PageCorner[] = ['top_left', 'top_right', 'bottom_right', 'bottom_left']

/** Finds the one sheet in a picture, or says what is in the way. */
export function findSheet(picture: GreyPicture, versions: readonly FormVersion[]): Result<FoundSheet, UnreadCause> {
  const { marks, isMirrored, isTwice } = findMarks(picture)
  if (isMirrored) return err({ code: 'mirrored' })
  if (isTwice) return err({ code: 'two_sheets' })
  if (marks.length === 0) return err({ code: whyNone(picture) })
  if (marks.length === 1) return err({ code: 'corner_missing', corners: missing(marks) })
  if (sizeOnPicture(marks) < LEAST_PX_PER_MM) return err({ code: 'too_small' })
  const layouts = layoutsOf(versions)
  // One person's writing over another's signature would be a sheet that nobody filled in.
  if (!layouts.some((layout) => isOneSheet(layout, marks))) return err({ code: 'two_sheets' })
  const code = codeBy(picture, marks, layouts)
  if (code === undefined) return err({ code: isSharp(picture) ? 'code_unreadable' : 'too_blurred' })
  const version = versions.find((one) => one.code === code.formCode)
  if (version === undefined) return err(strange(code.formCode, versions))
  const toPicture = pageToPicture(version.layout, marks)
  if (toPicture === undefined) return err({ code: 'corner_missing', corners: missing(marks) })
  return areOfOneSheet(version.layout, marks, toPicture)
    ? ok({ version, code, toPicture })
    : err({ code: 'two_sheets' })
}

function isOneSheet(layout: FormLayout, marks: readonly FoundMark[]): boolean {
  const toPicture = pageToPicture(layout, marks)
  return toPicture !== undefined && areOfOneSheet(layout, marks, toPicture)
}

/** A picture without one mark: too few pixels for any, too little sharpness for any, or no sheet of ours. */
function whyNone(picture: GreyPicture): UnreadCause['code'] & ('too_small' | 'too_blurred' | 'no_marks') {
  if (Math.max(picture.widthPx, picture.heightPx) < LEAST_LONG_SIDE_PX) return 'too_small'
  return isSharp(picture) ? 'no_marks' : 'too_blurred'
}

function missing(marks: readonly FoundMark[]): readonly PageCorner[] {
  return ALL_CORNERS.filter((corner) => !marks.some((mark) => mark.corner === corner))
}

/** Pixels to a millimetre, told by the smallest mark. */
function sizeOnPicture(marks: readonly FoundMark[]): number {
  return Math.min(...marks.map(({ corners: [a, b] }) => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) / MARK_MM : 0)))
}

/** Each arrangement once; editions that differ in words alone share one. */
function layoutsOf(versions: readonly FormVersion[]): readonly FormLayout[] {
  const byPlace = versions.map(({ layout }) => [JSON.stringify([layout.marks, layout.codeSquare]), layout] as const)
  return [...new Map(byPlace).values()]
}

function codeBy(
  picture: GreyPicture,
  marks: readonly FoundMark[],
  layouts: readonly FormLayout[],
): SheetCode | undefined {
  for (const layout of layouts) {
    const toPicture = pageToPicture(layout, marks)
    if (toPicture === undefined) continue
    const part = around(layout.codeSquare, QUIET_MM)
    for (const pxPerMm of CODE_PX_PER_MM) {
      const code = codeOnSheet(straightened(picture, part, pxPerMm, toPicture))
      if (code !== undefined) return code
    }
  }
  return undefined
}

/** An edition that this office never printed, or one that a newer Optdesk did. */
function strange(formCode: string, versions: readonly FormVersion[]): UnreadCause {
  const read = readSheetCode(formCode)
  const editions = versions.flatMap(({ code }) => readSheetCode(code)?.edition ?? [])
  const isNewer = read !== null && read.edition > Math.max(0, ...editions)
  return { code: isNewer ? 'newer_version' : 'unknown_version', formCode }
}
