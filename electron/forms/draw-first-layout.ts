import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import { disclosureTexts } from '../../shared/domain/opt-in-form.ts'
import type { CombField, CombName, RectMm } from '../../shared/domain/opt-in-form-layout.ts'
import { boxOf, combOf } from '../../shared/domain/opt-in-form-layout.ts'
import type { SheetPen } from './sheet-pen.ts'
import { SHEET_COLORS } from './sheet-pen.ts'

const LEFT_MM = 20
const RIGHT_MM = 195.9
const BODY = { sizeMm: 3.45 } as const
const LABEL = { sizeMm: 3.1, weight: 600 } as const
const HINT = { sizeMm: 2.9, color: SHEET_COLORS.soft } as const

/**
 * Draws what stands on the first layout, `letter-1`, whose words were set by hand around the fields. Its sheets are out in the
 * world, so it stays as it is.
 */
export function drawFirstLayout(pen: SheetPen, version: FormVersion): void {
  drawHead(pen, version)
  drawPersonFields(pen, version)
  drawPurposes(pen, version)
  drawDisclosures(pen, version)
  drawSignature(pen, version)
  drawFoot(pen, version)
}

function drawHead(pen: SheetPen, version: FormVersion): void {
  const { practice, labels } = version
  pen.text(practice.legalName, 24, 14.2, { sizeMm: 5.2, weight: 700, color: SHEET_COLORS.accent })
  pen.text(`${practice.address}  ·  ${practice.phone}`, 24, 19.4, { sizeMm: 3.1, color: SHEET_COLORS.soft })
  pen.text(version.heading, LEFT_MM, 31.6, { sizeMm: 7.6, weight: 700 })
  pen.text(labels.intro, LEFT_MM, 39.6, BODY)
  drawExample(pen, labels.exampleTitle)
}

/** A row that shows which shapes of letters and figures are read best. */
function drawExample(pen: SheetPen, title: string): void {
  const letters = Array.from('AEGO0147')
  const left = RIGHT_MM - letters.length * 5
  pen.text(title, left - 1.6, 39.6, { ...HINT, align: 'right' })
  letters.forEach((letter, place) => {
    const cell = { xMm: left + place * 5, yMm: 35.6, widthMm: 5, heightMm: 5.8 }
    pen.frame(cell, 0.18, SHEET_COLORS.cell)
    pen.text(letter, cell.xMm + 2.5, cell.yMm + 4.3, { sizeMm: 4, weight: 500, align: 'center' })
  })
}

function drawSection(pen: SheetPen, number: number, title: string, baselineMm: number, hint = ''): void {
  const square = { xMm: LEFT_MM, yMm: baselineMm - 4.1, widthMm: 5.4, heightMm: 5.4 }
  pen.fill(square, SHEET_COLORS.accent)
  pen.text(String(number), LEFT_MM + 2.7, baselineMm, { sizeMm: 3.9, weight: 700, color: '#ffffff', align: 'center' })
  const style = { sizeMm: 4.3, weight: 700, color: SHEET_COLORS.accent }
  pen.text(title, LEFT_MM + 8, baselineMm, style)
  pen.text(hint, LEFT_MM + 11 + pen.widthMm(title, style), baselineMm, BODY)
  pen.line(LEFT_MM, baselineMm + 1.3, RIGHT_MM, baselineMm + 1.3, 0.25, SHEET_COLORS.accent)
}

function drawPersonFields(pen: SheetPen, { labels, layout }: FormVersion): void {
  drawSection(pen, 1, labels.sections[0], 48.4)
  const named: readonly (readonly [CombName, string])[] = [
    ['first_name', labels.firstName],
    ['last_name', labels.lastName],
    ['mobile', labels.mobile],
    ['email', labels.email],
  ]
  for (const [name, label] of named) drawComb(pen, combOf(layout, name), label)
  pen.text(labels.mobileHint, 98, 75.6, HINT)
  pen.text(labels.emailHint, LEFT_MM, 97.8, HINT)
  for (const box of layout.endingBoxes) {
    pen.frame(box, 0.3, SHEET_COLORS.ink)
    pen.text(`@${box.ending}`, box.xMm + 5.2, box.yMm + 3.2, { sizeMm: 3 })
  }
}

function drawComb(pen: SheetPen, comb: CombField | undefined, label: string): void {
  const first = comb?.cells[0]
  if (comb === undefined || first === undefined) return
  pen.text(label, first.xMm, first.yMm - 1.4, LABEL)
  for (const cell of comb.cells) {
    pen.fill(cell, SHEET_COLORS.cellFill)
    pen.frame(cell, 0.2, SHEET_COLORS.cell)
  }
}

function drawPurposes(pen: SheetPen, { labels, layout, purposes }: FormVersion): void {
  drawSection(pen, 2, labels.sections[1], 106.6, labels.purposesHint)
  for (const { purpose, title, sentence, frequency } of purposes) {
    const box = boxOf(layout, purpose)
    if (box === undefined) continue
    pen.frame(box, 0.55, '#000000')
    pen.text(title, 33, box.yMm + 3.1, { sizeMm: 3.9, weight: 700 })
    pen.text(frequency, RIGHT_MM, box.yMm + 3.1, { sizeMm: 3.2, weight: 600, color: SHEET_COLORS.soft, align: 'right' })
    pen.paragraph(sentence, 33, box.yMm + 7.7, RIGHT_MM - 33, 4.3, BODY)
  }
}

function drawDisclosures(pen: SheetPen, version: FormVersion): void {
  drawSection(pen, 3, version.labels.sections[2], 166.4)
  let baseline = 172.4
  for (const text of disclosureTexts(version)) {
    const dot = { xMm: LEFT_MM + 0.6, yMm: baseline - 1.6, widthMm: 1, heightMm: 1 }
    pen.fill(dot, SHEET_COLORS.accent)
    baseline = pen.paragraph(text, LEFT_MM + 4, baseline, RIGHT_MM - LEFT_MM - 4, 4, { sizeMm: 3.2 }) + 4.7
  }
}

function drawSignature(pen: SheetPen, { labels, layout, consentLine }: FormVersion): void {
  drawSection(pen, 4, labels.sections[3], 213.2)
  pen.paragraph(consentLine, LEFT_MM, 219.2, RIGHT_MM - LEFT_MM, 4.2, { sizeMm: 3.45, weight: 600 })
  const area: RectMm = layout.signature
  pen.frame(area, 0.35, SHEET_COLORS.ink)
  pen.line(area.xMm + 12, area.yMm + 16.4, area.xMm + area.widthMm - 6, area.yMm + 16.4, 0.2, SHEET_COLORS.soft)
  pen.text('×', area.xMm + 5, area.yMm + 16.9, { sizeMm: 6, color: SHEET_COLORS.soft })
  pen.text(labels.signature, area.xMm + 12, area.yMm + 20.2, HINT)
  const date = combOf(layout, 'signed_on')
  drawComb(pen, date, labels.date)
  date?.cells.forEach((cell, place) => {
    const letter = labels.dateLetters[place] ?? ''
    pen.text(letter, cell.xMm + cell.widthMm / 2, cell.yMm + 11.2, { ...HINT, sizeMm: 2.5, align: 'center' })
  })
}

function drawFoot(pen: SheetPen, { labels, layout }: FormVersion): void {
  const center = layout.pageWidthMm / 2
  pen.text(labels.record, center, 263.4, { ...HINT, sizeMm: 3, align: 'center' })
  pen.text(labels.edition, center, 268.2, { ...HINT, sizeMm: 2.8, align: 'center' })
}
