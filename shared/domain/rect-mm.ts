import type { RectMm } from './opt-in-form-layout.ts'

/** A rectangle and what lies so many millimetres around it; a negative margin takes as much from within. */
export function around(rect: RectMm, marginMm: number): RectMm {
  return {
    xMm: rect.xMm - marginMm,
    yMm: rect.yMm - marginMm,
    widthMm: rect.widthMm + 2 * marginMm,
    heightMm: rect.heightMm + 2 * marginMm,
  }
}

/** The smallest rectangle around these; undefined for none. */
export function hull(rects: readonly RectMm[]): RectMm | undefined {
  if (rects.length === 0) return undefined
  const xMm = Math.min(...rects.map((rect) => rect.xMm))
  const yMm = Math.min(...rects.map((rect) => rect.yMm))
  const right = Math.max(...rects.map((rect) => rect.xMm + rect.widthMm))
  const bottom = Math.max(...rects.map((rect) => rect.yMm + rect.heightMm))
  return { xMm, yMm, widthMm: right - xMm, heightMm: bottom - yMm }
}
