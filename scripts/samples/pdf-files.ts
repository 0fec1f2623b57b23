import { PDFDocument as CanvasPdf } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import { drawBlankForm } from './draw-form.ts'
import { paperPen } from './paper-pen.ts'

const POINTS_PER_MM = 72 / 25.4

/** The blank sheet as a PDF to print: type and lines, no picture. */
export function blankFormPdf(version: FormVersion, serial: string): Buffer {
  const { pageWidthMm, pageHeightMm } = version.layout
  const pdf = new CanvasPdf({ title: `${version.heading}, ${version.practice.legalName}`, creator: 'Optdesk' })
  const page = pdf.beginPage(pageWidthMm * POINTS_PER_MM, pageHeightMm * POINTS_PER_MM)
  drawBlankForm(paperPen(page, POINTS_PER_MM), version, serial)
  pdf.endPage()
  return pdf.close()
}

/** A scanner's PDF of a pile: one JPEG a page, on Letter. Its date is fixed, so that the file comes out the same. */
export async function pilePdf(jpegs: readonly Buffer[], scannedAt: Date): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setProducer('Office scanner')
  pdf.setCreationDate(scannedAt)
  pdf.setModificationDate(scannedAt)
  for (const jpeg of jpegs) {
    const picture = await pdf.embedJpg(jpeg)
    pdf.addPage([612, 792]).drawImage(picture, { x: 0, y: 0, width: 612, height: 792 })
  }
  return pdf.save()
}
