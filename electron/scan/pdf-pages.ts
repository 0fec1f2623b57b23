import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { NamedBytes, RenderedPage } from '../workshop/port.ts'
import { FORM_FILE_LIMITS, PAGE_LONG_SIDE_PX } from './file-limits.ts'
import { pixelsToPage } from './page-picture.ts'

const POINTS_PER_INCH = 72
const RENDER_DPI = 200

let library: Promise<PDFiumLibrary> | undefined

/** Counts the pages of a PDF. Fails with `file_locked`, `file_broken` or `pdf_too_many_pages`. */
export function countPdfPages(file: NamedBytes): Promise<Result<number, AppError>> {
  return withDocument(file, async (document) => {
    const pages = document.getPageCount()
    const limitPages = FORM_FILE_LIMITS.pdfPages
    if (pages > limitPages) return err({ code: 'pdf_too_many_pages', name: file.name, pages, limitPages })
    return pages < 1 ? err({ code: 'file_broken', name: file.name }) : ok(pages)
  })
}

/** Renders one page, counted from 1, at about 200 dpi. Scripts and links in the file stay dead. */
export function renderPdfPage(file: NamedBytes, pageNo: number): Promise<Result<RenderedPage, AppError>> {
  return withDocument(file, async (document) => {
    const page = document.getPage(pageNo - 1)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = Math.min(RENDER_DPI / POINTS_PER_INCH, PAGE_LONG_SIDE_PX / Math.max(originalWidth, originalHeight))
    const { data, width, height } = await page.render({ scale, render: 'bitmap' })
    return ok(await pixelsToPage(data, width, height))
  })
}

async function withDocument<T>(
  { name, bytes }: NamedBytes,
  use: (document: PDFiumDocument) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  library ??= PDFiumLibrary.init()
  const opened = await library
  try {
    const document = await opened.loadDocument(bytes)
    try {
      return await use(document)
    } finally {
      document.destroy()
    }
  } catch (thrown) {
    // The library tells causes apart by its sentences alone.
    const isLocked = thrown instanceof Error && /password|security/i.test(thrown.message)
    if (!isLocked) library = undefined // after a crash inside, its memory is not to be trusted
    return err({ code: isLocked ? 'file_locked' : 'file_broken', name })
  }
}
