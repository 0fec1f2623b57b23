import { Duplex, PDFDocument, PrintScaling } from 'pdf-lib'
import type { PDFEmbeddedPage, PDFPage } from 'pdf-lib'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import { drawFormBase, drawFormSerial } from './draw-form.ts'
import { pdfPen, POINTS_PER_MM } from './pdf-pen.ts'
import { embedSheetFonts } from './sheet-fonts.ts'

/** Blank sheets to print: one page for each serial number. */
export interface SheetsToPrint {
  readonly version: FormVersion
  readonly serials: readonly string[]
  /** The folder of the printed type. */
  readonly fontsDir: string
  /** The time that the file bears. */
  readonly atMs: number
}

/**
 * Makes the PDF of blank sheets. It asks the printer for its true size and for one side alone: on the back of a sheet
 * another one would be signed unseen.
 */
export async function printSheets({ version, serials, fontsDir, atMs }: SheetsToPrint): Promise<Uint8Array> {
  const { layout, practice, heading, language } = version
  const pdf = await PDFDocument.create()
  describe(pdf, { title: `${heading}, ${practice.legalName}`, author: practice.legalName, language, atMs })
  const fonts = await embedSheetFonts(pdf, fontsDir)
  const size: [number, number] = [layout.pageWidthMm * POINTS_PER_MM, layout.pageHeightMm * POINTS_PER_MM]
  const base = await drawOnce(pdf, size, (page) => drawFormBase(pdfPen(page, fonts), version))
  for (const serial of serials) {
    const page = pdf.addPage(size)
    page.drawPage(base)
    drawFormSerial(pdfPen(page, fonts), version, serial)
  }
  return pdf.save()
}

/** What the file says of itself to a reader of screens and to the printer. */
export function describe(
  pdf: PDFDocument,
  about: { readonly title: string; readonly author: string; readonly language: string; readonly atMs: number },
): void {
  pdf.setTitle(about.title, { showInWindowTitleBar: true })
  pdf.setAuthor(about.author)
  pdf.setCreator('Optdesk')
  pdf.setProducer('Optdesk')
  pdf.setLanguage(about.language)
  pdf.setCreationDate(new Date(about.atMs))
  pdf.setModificationDate(new Date(about.atMs))
  const wishes = pdf.catalog.getOrCreateViewerPreferences()
  wishes.setPrintScaling(PrintScaling.None)
  wishes.setDuplex(Duplex.Simplex)
}

/** Draws what every page shares, once: two hundred sheets are made in about the time of a few. */
export async function drawOnce(
  pdf: PDFDocument,
  size: [number, number],
  draw: (page: PDFPage) => void,
): Promise<PDFEmbeddedPage> {
  const page = pdf.addPage(size)
  draw(page)
  const shared = await pdf.embedPage(page)
  pdf.removePage(0)
  return shared
}
