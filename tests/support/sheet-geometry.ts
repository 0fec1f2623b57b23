import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import type { InkItem, PrintedLine } from '../../shared/domain/opt-in-form-ink.ts'
import type { FormLayout, RectMm } from '../../shared/domain/opt-in-form-layout.ts'
import { printedWidthMm } from '../../shared/domain/print-type.ts'

/** A rectangle with a name, so that a test that fails says what is in the way of what. */
export interface NamedRect extends RectMm {
  readonly name: string
}

/** Everything that a reader of the picture looks for. */
export function fieldsOf(layout: FormLayout): readonly NamedRect[] {
  return [
    ...layout.marks.map((mark) => ({ ...mark, name: `mark ${mark.corner}` })),
    { ...layout.codeSquare, name: 'code' },
    ...layout.combs.flatMap((comb) => comb.cells.map((cell, place) => ({ ...cell, name: `${comb.name} ${place}` }))),
    ...layout.consentBoxes.map((box) => ({ ...box, name: `box ${box.purpose}` })),
    ...layout.endingBoxes.map((box) => ({ ...box, name: `ending ${box.ending}` })),
    { ...layout.signature, name: 'signature' },
  ]
}

/** The lines of type with the room that their letters take. */
export function linesOf(ink: readonly InkItem[]): readonly NamedRect[] {
  return ink.flatMap((item) => (item.kind === 'line' ? [roomOfLine(item)] : []))
}

/** All that is printed on a sheet. */
export function printedOn({ layout, ink = [] }: FormVersion): readonly NamedRect[] {
  const shapes = ink.flatMap((item) => (item.kind === 'line' ? [] : [{ ...item, name: item.kind }]))
  return [...fieldsOf(layout), ...linesOf(ink), ...shapes]
}

/** The pairs of which one covers a part of the other, by their names. */
export function overlaps(these: readonly NamedRect[], those: readonly NamedRect[]): readonly string[] {
  return these.flatMap((one) =>
    those.filter((other) => one !== other && doOverlap(one, other)).map((other) => `${one.name} | ${other.name}`),
  )
}

/** Neighbouring cells share their line. */
const TOUCH_MM = 0.02

function doOverlap(a: RectMm, b: RectMm): boolean {
  return (
    a.xMm + a.widthMm > b.xMm + TOUCH_MM &&
    b.xMm + b.widthMm > a.xMm + TOUCH_MM &&
    a.yMm + a.heightMm > b.yMm + TOUCH_MM &&
    b.yMm + b.heightMm > a.yMm + TOUCH_MM
  )
}

function roomOfLine({ words, xMm, baselineMm, sizeMm, weight, align }: PrintedLine): NamedRect {
  const widthMm = printedWidthMm(words, sizeMm, weight)
  const left = xMm - { left: 0, center: 0.5, right: 1 }[align] * widthMm
  // From the top of a capital to the foot of a g.
  return { name: words, xMm: left, yMm: baselineMm - 0.7 * sizeMm, widthMm, heightMm: 0.9 * sizeMm }
}
