import type { CombField, CornerMark, PageCorner, RectMm } from './opt-in-form-layout.ts'

/** The side of a corner mark. */
export const MARK_MM = 12
/** One cell of a comb: room for a capital written by hand. */
export const CELL = { widthMm: 6.6, heightMm: 8.4 } as const
const GROUP_GAP_MM = 3.2

/** The four marks of a page, so far from its edges. */
export function cornerMarks(
  page: { readonly pageWidthMm: number; readonly pageHeightMm: number },
  xEdgeMm: number,
  yEdgeMm: number,
): readonly CornerMark[] {
  const right = page.pageWidthMm - xEdgeMm - MARK_MM
  const bottom = page.pageHeightMm - yEdgeMm - MARK_MM
  return [
    markAt('top_left', xEdgeMm, yEdgeMm),
    markAt('top_right', right, yEdgeMm),
    markAt('bottom_right', right, bottom),
    markAt('bottom_left', xEdgeMm, bottom),
  ]
}

/**
 * The inner squares of the four marks, one 36-bit number each, in the order of PageCorner.
 * Source: ArUco MIP_36h12, ids 0 to 3 (Garrido-Jurado and others, Pattern Recognition 51, 2016).
 */
function markAt(corner: PageCorner, xMm: number, yMm: number): CornerMark {
  const id = (['top_left', 'top_right', 'bottom_right', 'bottom_left'] as const).indexOf(corner)
  const code = [0xd2b63a09d, 0x6001134e5, 0x1206fbe72, 0xff8ad6cb4][id] ?? 0
  return { corner, id, modules: code.toString(2).padStart(36, '0'), ...rect(xMm, yMm, MARK_MM, MARK_MM) }
}

/** The cells of a comb whose first one stands there; its groups have a gap between them. */
export function comb(xMm: number, yMm: number, groups: readonly number[]): Pick<CombField, 'groups' | 'cells'> {
  const cells = groups.flatMap((length, group) => {
    const before = groups.slice(0, group).reduce((sum, part) => sum + part, 0)
    const groupX = xMm + before * CELL.widthMm + group * GROUP_GAP_MM
    return Array.from({ length }, (_, place) => rect(groupX + place * CELL.widthMm, yMm, CELL.widthMm, CELL.heightMm))
  })
  return { groups, cells }
}

/** How wide a comb with these groups is. */
export function combWidthMm(groups: readonly number[]): number {
  const cells = groups.reduce((sum, length) => sum + length, 0)
  return cells * CELL.widthMm + (groups.length - 1) * GROUP_GAP_MM
}

/** A rectangle whose corner lies on a hundredth of a millimetre. */
export function rect(xMm: number, yMm: number, widthMm: number, heightMm: number): RectMm {
  return { xMm: roundMm(xMm), yMm: roundMm(yMm), widthMm, heightMm }
}

function roundMm(value: number): number {
  return Math.round(value * 100) / 100
}
