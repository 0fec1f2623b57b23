import { PDFDocument } from 'pdf-lib'

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
